import type { MeetingRow } from '../../../electron/domain/meetings/meeting.ts'
import { minutesDue } from '../../../electron/domain/meetings/minutes-due.ts'
import { formatShortDate, formatTime } from '../../../electron/domain/text/french.ts'
import { addDays, daysBetween } from '../../../electron/domain/time/civil-date.ts'
import { homeText } from '../../text/home.ts'
import { meetingStateText, minutesStateText } from '../../text/meeting.ts'
import type { ThreadStop } from '../../ui/Thread.tsx'

/** Days before the meeting when the agenda is begun (design, the month). */
const AGENDA_DAYS = 20
/** A convocation that must leave within this many days is written in the colour of a warning. */
const SOON_DAYS = 10

const order = ['agenda', 'convocation', 'meeting', 'minutes', 'approval'] as const
type StageId = (typeof order)[number]

/** The stage under way. */
function currentStage(row: MeetingRow): StageId {
  if (row.state === 'planned') return 'agenda'
  if (row.state === 'inSession') return 'meeting'
  if (row.state !== 'held') return 'convocation'
  return row.minutesState === 'validated' || row.minutesState === 'approved' ? 'approval' : 'minutes'
}

type Convocation = {
  /** The date by which it must leave, when it is still to be sent. */
  readonly due: string | null
  readonly isSent: boolean
}

export function meetingStages(row: MeetingRow, today: string, convocation: Convocation): ThreadStop[] {
  const current = order.indexOf(currentStage(row))
  const date = formatShortDate(row.date)
  const details: Readonly<Record<StageId, string>> = {
    agenda: row.itemCount === 0 ? homeText.toBuild : homeText.itemCount(row.itemCount),
    convocation: convocationDetail(convocation),
    meeting:
      row.state === 'held' ? meetingStateText.held.toLowerCase() : `${date}, ${formatTime(row.startTime)}`,
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
    detail: details[id],
    state: index < current ? 'done' : index === current ? 'now' : 'ahead',
    ...(id === 'meeting' && row.state !== 'held' ? { shape: 'meeting' as const } : {}),
    ...(id === 'convocation' && convocation.due !== null && daysBetween(today, convocation.due) <= SOON_DAYS
      ? { warn: true }
      : {}),
    ...(index === current && index < order.length - 1
      ? { today: { part, label: homeText.todayMark(formatShortDate(today).replace(/^\S+ /, '')) } }
      : {}),
  }))
}

function convocationDetail({ due, isSent }: Convocation): string {
  if (isSent) return homeText.convened
  return due === null ? homeText.notConvened : homeText.before(formatShortDate(due))
}
