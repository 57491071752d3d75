// Open actions: what earlier meetings of the series gave somebody to do, gone through under the item that follows them up.
import type { OpenAction } from '../../contract/carry-over.ts'
import type { Reader } from '../../db/driver.ts'
import { openActionStates } from '../../domain/action.ts'
import { printedNumber } from '../../domain/minutes.ts'
import { liveMeeting } from '../meetings/queries.ts'

/** Late ones first, then by date, those without a date last. */
export async function openActions(
  { tx, today }: { tx: Reader; today: string },
  meetingId: string,
): Promise<OpenAction[]> {
  const { id, date, seriesId, state } = await liveMeeting(tx, meetingId)
  const rows = await tx
    .selectFrom('action')
    .innerJoin('meeting', 'meeting.id', 'action.meetingId')
    .select(['action.id', 'action.meetingId', 'action.rank', 'action.text', 'action.owner'])
    .select(['action.organisation', 'action.dueDate', 'action.state'])
    .select(['meeting.date as meetingDate', 'meeting.number as meetingNumber'])
    .where('action.state', 'in', [...openActionStates])
    .where('meeting.deletedAt', 'is', null)
    .where('meeting.seriesId', seriesId === null ? 'is' : '=', seriesId)
    .where('meeting.date', '<=', date)
    .where('meeting.id', '!=', id)
    .orderBy('meeting.date')
    .orderBy('action.rank')
    .execute()
  // What was late on the day of a meeting that is over is of that day.
  const day = state === 'held' || state === 'cancelled' ? date : today
  const due = (action: OpenAction) => action.dueDate ?? '9999-12-31'
  return rows
    .map(({ rank, meetingNumber, ...action }) => ({
      ...action,
      number: printedNumber('A', { date: action.meetingDate, number: meetingNumber }, rank),
      isLate: action.dueDate !== null && action.dueDate < day,
    }))
    .sort((a, b) => due(a).localeCompare(due(b)) || a.number.localeCompare(b.number))
}
