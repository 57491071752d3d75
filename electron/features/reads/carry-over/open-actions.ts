import type { OpenAction } from '../../../contract/carry-over.ts'
import type { Reader } from '../../../db/driver.ts'
import type { Meeting } from '../../../domain/meetings/meeting.ts'
import { openActionStates } from '../../../domain/minutes/action.ts'
import { printedNumber } from '../../../domain/minutes/minutes.ts'
import { actionsFrom, due, organisation, owner } from '../actions.ts'
import { liveMeeting } from '../meetings.ts'

/** Late ones first, then by date, those without a date last. */
export async function openActions(
  { tx, today }: { tx: Reader; today: string },
  meetingId: string,
): Promise<OpenAction[]> {
  const meeting = await liveMeeting(tx, meetingId)
  // Lateness on the day of a meeting that is over is of that day.
  const day = meeting.state === 'held' || meeting.state === 'cancelled' ? meeting.date : today
  return (await actionsBefore(tx, meeting)).map((action) => ({
    ...action,
    isLate: action.dueDate !== null && action.dueDate < day,
  }))
}

/**
 * Of earlier meetings of the same series, by date, those without a date last.
 * @param closedSince those closed after that day are among them.
 */
export async function actionsBefore(
  tx: Reader,
  { id, date, seriesId }: Pick<Meeting, 'id' | 'date' | 'seriesId'>,
  closedSince: string | null = null,
): Promise<Omit<OpenAction, 'isLate'>[]> {
  const rows = await actionsFrom(tx)
    .select(['action.id', 'action.meetingId', 'action.rank', 'action.text', 'action.state'])
    .select([owner.as('owner'), organisation.as('organisation'), due.as('dueDate')])
    .select(['meeting.date as meetingDate', 'meeting.number as meetingNumber'])
    .where((eb) =>
      eb.or([
        eb('action.state', 'in', [...openActionStates]),
        ...(closedSince === null
          ? []
          : [
              eb.and([
                eb('actionFollowUp.closedOn', '>', closedSince),
                eb('actionFollowUp.closedOn', '<=', date),
              ]),
            ]),
      ]),
    )
    .where('meeting.seriesId', seriesId === null ? 'is' : '=', seriesId)
    .where('meeting.date', '<=', date)
    .where('meeting.id', '!=', id)
    .execute()
  const day = (action: { dueDate: string | null }) => action.dueDate ?? '9999-12-31'
  return rows
    .map(({ rank, meetingNumber, ...action }) => ({
      ...action,
      number: printedNumber('A', { date: action.meetingDate, number: meetingNumber }, rank),
    }))
    .sort((a, b) => day(a).localeCompare(day(b)) || a.number.localeCompare(b.number))
}
