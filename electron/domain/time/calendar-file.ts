import { z } from 'zod'
import { plannedEnd, toClockTime } from '../agenda/agenda.ts'
import type { CivilDate, ClockTime, Id } from '../ids.ts'
import type { Mailbox } from '../people/addresses.ts'
import { addDays } from './civil-date.ts'

export type CalendarMoment = { readonly date: CivilDate; readonly time: ClockTime }

/** Shown in the reader's calendar. Two files with the same content are the same revision of the event. */
export type CalendarContent = {
  readonly start: CalendarMoment
  /** Null when nothing says how long the meeting lasts. */
  readonly end: CalendarMoment | null
  readonly summary: string
  readonly location: string
  readonly description: string
  /** Web address of the video meeting; empty when there is none. */
  readonly link: string
  readonly cancelled: boolean
}

export type CalendarFile = {
  readonly uid: string
  readonly sequence: number
  /** When it was written: part of the data, so that writing it twice gives the same file. */
  readonly stampedAt: string
  readonly content: CalendarContent
  /** Null when the secretariat has no address: the event is then published, nobody can answer it. */
  readonly organizer: Mailbox | null
  /** Never those in blind copy: everybody who receives the file reads this list. */
  readonly attendees: readonly (Mailbox & { readonly required: boolean })[]
}

/** METHOD, for the receiving program (RFC 5546). */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'

export function calendarMethod({ content, organizer }: CalendarFile): CalendarMethod {
  if (content.cancelled) return 'CANCEL'
  return organizer === null ? 'PUBLISH' : 'REQUEST'
}

/** The same for as long as the meeting exists, whatever becomes of its date (RFC 5545, 3.8.4.7). */
export function calendarUid(meetingId: Id): string {
  return `${meetingId}@seances-inp`
}

/** Start and end on the clocks of the place; an end before the start is on the next day. */
export function calendarSpan(
  meeting: { date: CivilDate; startTime: ClockTime; endTime: ClockTime | null },
  /** Minutes since midnight at which the agenda ends, for a meeting without a planned end; null when it is not timed. */
  agendaEnd: number | null,
): Pick<CalendarContent, 'start' | 'end'> {
  const end = plannedEnd(meeting) ?? agendaEnd
  return {
    start: { date: meeting.date, time: meeting.startTime },
    end:
      end === null ? null : { date: addDays(meeting.date, Math.floor(end / 1440)), time: toClockTime(end) },
  }
}

/** One text for one content, to be kept with what was sent and compared later. */
export function calendarText(content: CalendarContent): string {
  const { start, end, summary, location, description, link, cancelled } = content
  return JSON.stringify([
    [start.date, start.time],
    end === null ? null : [end.date, end.time],
    summary,
    location,
    description,
    link,
    cancelled,
  ])
}

/** What readers of the file that went out last hold otherwise than it is now. */
export const UntoldPart = z.enum(['hours', 'place', 'link', 'title', 'agenda'])
export type UntoldPart = z.infer<typeof UntoldPart>

const Moment = z.tuple([z.string(), z.string()])
const Sent = z.tuple([Moment, Moment.nullable(), z.string(), z.string(), z.string(), z.string(), z.boolean()])

/** The start in a content as `calendarText` wrote it; null where it says none. */
export function startTold(sent: string | null): CalendarMoment | null {
  const read = sent === null || sent === '' ? undefined : Sent.safeParse(JSON.parse(sent)).data
  if (read === undefined) return null
  const [[date, time]] = read
  return { date, time }
}

/**
 * @param sent as `calendarText` wrote it
 * @param isEndPlanned an end that only follows from the agenda changes with it
 * @param agendaIn the lines of the agenda in a description
 */
export function untoldParts(
  sent: string,
  now: CalendarContent,
  isEndPlanned: boolean,
  agendaIn: (description: string) => string,
): UntoldPart[] {
  const read = Sent.safeParse(JSON.parse(sent))
  if (!read.success) return []
  const [start, end, summary, location, description, link] = read.data
  const rest = (words: string) => words.replace(agendaIn(words), '').trim()
  const differs: Readonly<Record<UntoldPart, boolean>> = {
    hours:
      start.join() !== [now.start.date, now.start.time].join() ||
      (isEndPlanned && end?.[1] !== now.end?.time),
    place: location !== now.location,
    link: link !== now.link || rest(description) !== rest(now.description),
    title: summary !== now.summary,
    agenda: agendaIn(description) !== agendaIn(now.description),
  }
  return UntoldPart.options.filter((part) => differs[part])
}

/**
 * SEQUENCE of a file about to go out (RFC 5545, 3.8.7.4): that of the last one sent when it says the same, one more when
 * it says something else, 0 when none was sent.
 */
export function calendarSequence(last: { sequence: number; text: string } | null, text: string): number {
  if (last === null) return 0
  return last.text === text ? last.sequence : last.sequence + 1
}
