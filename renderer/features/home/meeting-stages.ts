import type { MeetingRow } from '../../../electron/domain/meetings/meeting.ts'
import { meetingStateWords } from '../../../electron/domain/meetings/meeting-words.ts'
import { minutesDue } from '../../../electron/domain/meetings/minutes-due.ts'
import { isOpened } from '../../../electron/domain/meetings/opened.ts'
import { formatShortDate, formatTime } from '../../../electron/domain/text/french.ts'
import { addDays, daysBetween } from '../../../electron/domain/time/civil-date.ts'
import { href, type PlaceId } from '../../app/paths.ts'
import { homeText } from '../../text/home.ts'
import { minutesStateText } from '../../text/meeting.ts'
import type { ThreadStop } from '../../ui/Thread.tsx'

/** Days before the meeting when the agenda is begun (design, the month). */
const AGENDA_DAYS = 20
/** A convocation that must leave within this many days is written in the colour of a warning. */
const SOON_DAYS = 10

const order = ['agenda', 'convocation', 'meeting', 'minutes', 'approval'] as const
type StageId = (typeof order)[number]

/** Where each stage is worked on. */
const places = {
  agenda: 'agenda',
  convocation: 'dispatch',
  meeting: 'session',
  minutes: 'minutes',
  approval: 'minutes',
} as const satisfies Record<StageId, PlaceId>

type Sent = {
  /** The date by which the convocation must leave, when it is still to be sent. */
  readonly due: string | null
  readonly isConvocationSent: boolean
  readonly isConvened: boolean
  readonly isAgendaPublished: boolean
}

/** What was done, in whatever order: a meeting can be convened on a draft, or opened without a convocation. */
function doneStages(row: MeetingRow, sent: Sent): ReadonlySet<StageId> {
  const { state, minutesState } = row
  const done: Readonly<Record<StageId, boolean>> = {
    agenda: sent.isAgendaPublished || (isOpened(state) && row.itemCount > 0),
    convocation: sent.isConvocationSent || sent.isConvened,
    meeting: state === 'held',
    minutes: minutesState === 'validated' || minutesState === 'approved',
    approval: minutesState === 'approved',
  }
  return new Set(order.filter((id) => done[id]))
}

/** The stage under way: towards the meeting the first that is open, else the last before it. */
function currentStage({ state }: MeetingRow, done: ReadonlySet<StageId>): StageId {
  if (state === 'inSession') return 'meeting'
  if (state === 'held') return done.has('minutes') ? 'approval' : 'minutes'
  return done.has('agenda') || done.has('convocation') ? 'convocation' : 'agenda'
}

export function meetingStages(row: MeetingRow, today: string, sent: Sent): ThreadStop[] {
  const done = doneStages(row, sent)
  const current = order.indexOf(currentStage(row, done))
  const date = formatShortDate(row.date)
  const details: Readonly<Record<StageId, string>> = {
    agenda:
      row.itemCount === 0
        ? homeText.toBuild
        : (done.has('agenda')
            ? homeText.itemCount
            : sent.isConvocationSent
              ? homeText.sentDraft
              : homeText.draftItems)(row.itemCount),
    convocation: convocationDetail(sent, done),
    meeting:
      row.state === 'held' ? meetingStateWords.held.toLowerCase() : `${date}, ${formatTime(row.startTime)}`,
    minutes:
      row.minutesState === null
        ? homeText.minutesBefore(formatShortDate(minutesDue(row.date)))
        : minutesStateText[row.minutesState],
    approval: row.minutesState === 'approved' ? homeText.approved : homeText.nextSession,
  }
  const from = addDays(row.date, -AGENDA_DAYS)
  const until = current < 2 ? row.date : minutesDue(row.date)
  const start = current < 2 ? from : row.date
  const part = Math.min(
    0.95,
    Math.max(0.05, daysBetween(start, today) / Math.max(1, daysBetween(start, until))),
  )
  return order.map((id, index) => ({
    id,
    title: homeText.stage[id],
    href: href(places[id], { meetingId: row.id }),
    detail: details[id],
    state: done.has(id) ? 'done' : index === current ? 'now' : 'ahead',
    ...(id === 'meeting' && row.state !== 'held' ? { shape: 'meeting' as const } : {}),
    ...(id === 'convocation' && sent.due !== null && daysBetween(today, sent.due) <= SOON_DAYS
      ? { warn: true }
      : {}),
    ...(index === current && index < order.length - 1
      ? { today: { part, label: homeText.todayMark(formatShortDate(today).replace(/^\S+ /, '')) } }
      : {}),
  }))
}

function convocationDetail({ due, isConvocationSent }: Sent, done: ReadonlySet<StageId>): string {
  if (isConvocationSent) return homeText.convened
  if (done.has('convocation')) return homeText.convenedElsewhere
  return due === null ? homeText.notConvened : homeText.before(formatShortDate(due))
}
