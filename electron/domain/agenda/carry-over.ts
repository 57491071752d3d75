import { z } from 'zod'
import { CivilDate, Id, Instant, Line, Version } from '../ids.ts'
import { type Meeting, MeetingState } from '../meetings/meeting.ts'
import { isAhead } from '../meetings/opened.ts'
import type { MinutesState, Outcome } from '../minutes/minutes.ts'
import { addDays } from '../time/civil-date.ts'
import { ItemNature, inAgendaOrder } from './agenda.ts'

/** Why something is to be taken up again; the last four are of projects and texts. */
export const CarryReason = z.enum([
  'postponed',
  'referredBack',
  'notTreated',
  /** The meeting was held and nobody said what became of the item. */
  'noOutcome',
  'meetingCancelled',
  /** A slot was asked for a project: its first, or one more. */
  'slotAsked',
  'toPresent',
  'toFollow',
  /** It was presented already, and nobody asked for it again. */
  'presentedBefore',
])
export type CarryReason = z.infer<typeof CarryReason>

export const CarrySource = z.strictObject({ kind: z.enum(['item', 'project', 'watch']), id: Id })
export type CarrySource = z.infer<typeof CarrySource>

/** The meeting where it was last. */
export const CarryOrigin = z.strictObject({
  meetingId: Id,
  date: CivilDate,
  number: z.int().nullable(),
  state: MeetingState,
})
export type CarryOrigin = z.infer<typeof CarryOrigin>

/** Provenance of an item that was taken up again, on the screen and on paper. */
export const Provenance = z.strictObject({
  itemId: Id,
  origin: CarryOrigin,
  reason: CarryReason,
  /** Which report it is: 1 = the first. */
  times: z.int().min(1),
  /**
   * The reason for taking it up no longer holds: an outcome was noted since, or the cancelled meeting takes place after
   * all; null as long as it does.
   */
  stale: z.enum(['finished', 'meetingIsBack']).nullable(),
})
export type Provenance = z.infer<typeof Provenance>

export const CarryProposal = z.strictObject({
  source: CarrySource,
  title: Line,
  reason: CarryReason,
  /** Null for a project or a text that was on no agenda. */
  origin: CarryOrigin.nullable(),
  /** Which report it would be; 0 for a project or a text, which are not put off. */
  times: z.int().min(0),
  isTicked: z.boolean(),
  /** Left open so long ago that nobody may want it any more: shown apart, never ticked. */
  isOld: z.boolean(),
  presenter: Line,
  organisation: Line,
  nature: ItemNature.nullable(),
  durationMinutes: z.int().nullable(),
  /** Titles of the projects and texts that come with it, and names of its documents. */
  links: z.array(z.string()),
  files: z.array(z.string()),
})
export type CarryProposal = z.infer<typeof CarryProposal>

/** Something that is not to be taken up again, and why; it can be taken back. */
export const Dismissal = z.strictObject({
  id: Id,
  version: Version,
  source: CarrySource,
  title: Line,
  reason: CarryReason,
  origin: CarryOrigin.nullable(),
  why: Line,
  at: Instant,
})
export type Dismissal = z.infer<typeof Dismissal>

/** An item taken up again or set aside, as stored. */
export type CarryRow = {
  id: string
  version: number
  sourceItemId: string | null
  projectId: string | null
  watchItemId: string | null
  fromMeetingId: string | null
  reason: CarryReason
  times: number
  /** The item it became; null when it was set aside before that. */
  itemId: string | null
  dismissedAt: string | null
  why: string
}

/** Most things taken up or set aside at once. */
export const MAX_CARRIED = 100
/** Beyond so many days before the meeting, what was left open is shown apart and not ticked. */
const RECENT_DAYS = 400
/** Beyond so many days, an item without outcome counts as treated: nobody will note it any more. */
export const NO_OUTCOME_DAYS = 730

const putOff: Readonly<Partial<Record<Outcome, CarryReason>>> = {
  reporte: 'postponed',
  renvoye: 'referredBack',
  nonTraite: 'notTreated',
}
/** An item of a meeting that is over, in session or cancelled, with what the minutes say of it. */
export type HeldItem = {
  id: string
  parentId: string | null
  position: number
  kind: 'item' | 'welcome' | 'break'
  outcome: Outcome | null
  /** It was on, or something was written of it. */
  isTakenUp: boolean
  /** A decision or an action came out of it: that is what became of it. */
  isDecided: boolean
  /** Every meeting has one, whatever the template says: nobody notes what becomes of it. */
  isRoutine: boolean
  /** The template puts it on every agenda: it comes back by itself. */
  isStanding: boolean
}
export type Unfinished = { itemId: string; reason: CarryReason; isSure: boolean }
type HeldMeeting = Pick<Meeting, 'state'> & { minutesState: MinutesState | null }

/**
 * Lists what a meeting left open, in agenda order. An item without outcome of its own shares its parent's; a parent without
 * outcome is a heading, which its sub-items stand for. That nobody noted what became of an item is worth a line where
 * nothing else tells it: not of one with a decision, of a routine one, nor of a sub-item that was taken up.
 */
export function unfinishedItems(meeting: HeldMeeting, items: readonly HeldItem[]): Unfinished[] {
  if (isAhead(meeting)) return []
  const byId = new Map(items.map((item) => [item.id, item]))
  const parents = new Set(items.map(({ parentId }) => parentId))
  // Minutes in which nothing was written yet say of no item that it was not treated.
  const isTold = items.some(({ outcome, isTakenUp }) => outcome !== null || isTakenUp)
  return inAgendaOrder(items).flatMap((item): Unfinished[] => {
    if (item.kind !== 'item' || item.isStanding) return []
    const said = outcomeOf(item, byId)
    const itemId = item.id
    if (said !== null) {
      const reason = putOff[said]
      return reason === undefined ? [] : [{ itemId, reason, isSure: true }]
    }
    if (meeting.state === 'cancelled') return [{ itemId, reason: 'meetingCancelled', isSure: true }]
    if (meeting.state === 'inSession' || parents.has(itemId)) return []
    if (item.isDecided || item.isRoutine) return []
    if (item.isTakenUp && (meeting.minutesState === 'approved' || item.parentId !== null)) return []
    return [{ itemId, reason: 'noOutcome', isSure: isTold && !item.isTakenUp }]
  })
}

/** Its own outcome, else that of the nearest item above it that has one. */
function outcomeOf(item: HeldItem, byId: ReadonlyMap<string, HeldItem>): Outcome | null {
  const seen = new Set<string>()
  let at: HeldItem | undefined = item
  while (at !== undefined && !seen.has(at.id)) {
    if (at.outcome !== null) return at.outcome
    seen.add(at.id)
    at = at.parentId === null ? undefined : byId.get(at.parentId)
  }
  return null
}

/** A meeting as one date among those of its series. */
export type SeriesMeeting = Pick<Meeting, 'id' | 'date' | 'startTime' | 'seriesId' | 'state'>

/**
 * The meeting that takes up what another left open: the next of the same series that is still to come, wherever the
 * two were moved to. A cancelled meeting after which none is left gives to the last one that is still to come.
 */
export function meetingAfter(
  meetings: readonly SeriesMeeting[],
  source: SeriesMeeting,
  today: CivilDate,
): SeriesMeeting | null {
  const ahead = comingMeetings(meetings, source.seriesId, today).filter(({ id }) => id !== source.id)
  const later = ahead.find((one) => byHour(one, source) > 0)
  if (later !== undefined) return later
  return source.state === 'cancelled' ? (ahead.at(-1) ?? null) : null
}

/** Meetings of a series that are still to be prepared, soonest first. */
export function comingMeetings(
  meetings: readonly SeriesMeeting[],
  seriesId: string | null,
  today: CivilDate,
): SeriesMeeting[] {
  return meetings.filter((one) => one.seriesId === seriesId && isAhead(one) && one.date >= today).sort(byHour)
}

function byHour(a: SeriesMeeting, b: SeriesMeeting): number {
  return a.date.localeCompare(b.date) || a.startTime.localeCompare(b.startTime) || a.id.localeCompare(b.id)
}

/** Whether what a meeting left open is too old to be ticked for another. */
export function isLongAgo(origin: CivilDate, target: CivilDate): boolean {
  return origin < addDays(target, -RECENT_DAYS)
}

/** Where something stands: proposed, on a live agenda, or set aside. `inBin`: what it became lies in a deleted meeting. */
export type Standing = 'proposed' | 'inBin' | 'taken' | 'dismissed'
export function standingOf(row: (CarryRow & { itemIsLive: boolean }) | undefined): Standing {
  if (row === undefined) return 'proposed'
  if (row.itemId !== null && row.itemIsLive) return 'taken'
  if (row.dismissedAt !== null) return 'dismissed'
  return 'inBin'
}
