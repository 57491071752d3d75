import { z } from 'zod'
import { CivilDate, ClockTime, Id, Instant, Line, Version } from '../ids.ts'
import { MinutesState } from '../minutes/minutes.ts'

export const MeetingState = z.enum(['planned', 'convened', 'inSession', 'held', 'cancelled'])
export type MeetingState = z.infer<typeof MeetingState>

export const MeetingMode = z.enum(['surPlace', 'visio', 'hybride'])
export type MeetingMode = z.infer<typeof MeetingMode>

/** A day of a year that lists of meetings show. */
export const MeetingDay = CivilDate.refine((day) => day >= '1900-01-01' && day <= '2999-12-31')

/** As a secretary types it. `chair` and `secretary` are printed names, as they were on the day. */
export const MeetingFields = z.strictObject({
  title: Line,
  number: z.int().min(1).max(999).nullable(),
  date: MeetingDay,
  startTime: ClockTime,
  endTime: ClockTime.nullable(),
  mode: MeetingMode,
  place: Line,
  videoLink: z.string().max(2000),
  chair: Line,
  secretary: Line,
})
export type MeetingFields = z.infer<typeof MeetingFields>

export const Meeting = MeetingFields.extend({
  id: Id,
  version: Version,
  state: MeetingState,
  /** Why it was cancelled; empty otherwise. */
  cancelReason: Line,
  /** In the 30-day bin since then; null when live. */
  deletedAt: Instant.nullable(),
  /** The series it belongs to, and the date that the series' rule gave it: its place there, even once moved. */
  seriesId: Id.nullable(),
  occurrenceDate: CivilDate.nullable(),
  /** Taken over from old files: locked, or opened again by hand; null when it was made here. */
  takenOver: z.enum(['locked', 'unlocked']).nullable().default(null),
})
export type Meeting = z.infer<typeof Meeting>

/** A change of date: an event that is kept, the meeting's id, number and calendar UID stay. */
export const MeetingMove = z.strictObject({
  id: Id,
  meetingId: Id,
  fromDate: CivilDate,
  fromStartTime: ClockTime,
  toDate: CivilDate,
  toStartTime: ClockTime,
  reason: Line,
  at: Instant,
})
export type MeetingMove = z.infer<typeof MeetingMove>

/** One row of the list of meetings, with its counts. */
export const MeetingRow = Meeting.extend({
  minutesState: MinutesState.nullable(),
  itemCount: z.int().min(0),
  decisionCount: z.int().min(0),
  actionCount: z.int().min(0),
  /** Persons listed, whatever they are. */
  attendeeCount: z.int().min(0),
  /** Counted by the rules of seats, for the list of one year; null elsewhere. */
  seats: z.strictObject({ all: z.int().min(0), taken: z.int().min(0) }).nullable(),
})
export type MeetingRow = z.infer<typeof MeetingRow>

const next: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  planned: ['convened', 'inSession', 'held', 'cancelled'],
  convened: ['planned', 'inSession', 'held', 'cancelled'],
  inSession: ['convened', 'held'],
  held: [],
  cancelled: ['planned', 'convened'],
}

/** Whether a meeting may go from one state to another. Backwards only to
 * correct, and never out of the meeting itself: what was closed by mistake is taken back in the journal. */
export function canBecome(from: MeetingState, to: MeetingState): boolean {
  return next[from].includes(to)
}

/** A convened meeting can be cancelled, never deleted. */
export function canBeDeleted(state: MeetingState): boolean {
  return state === 'planned'
}

type Span = Pick<Meeting, 'date' | 'startTime' | 'endTime'>

/** Moved to where it is, it would be announced again, and every reply asked for once more. */
export function isSameTime(one: Span, other: Span): boolean {
  return one.date === other.date && one.startTime === other.startTime && one.endTime === other.endTime
}

/** Days that a deleted meeting waits in the bin before it may go for good. */
export const BIN_DAYS = 30
