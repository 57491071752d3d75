import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { itemNumbers } from '../../domain/agenda/agenda.ts'
import type { MinutesContent } from '../../domain/minutes/version.ts'
import { agendaItems } from '../reads/agenda.ts'
import { attendeesOf } from '../reads/attendance.ts'
import { minutesView } from '../reads/minutes.ts'

/** The present words of the minutes; `not-found` without minutes. */
export async function minutesContent(tx: Reader, meetingId: string): Promise<MinutesContent> {
  const view = await minutesView(tx, meetingId)
  if (view === null) throw new AppError('not-found')
  const items = await agendaItems(tx, meetingId)
  const numbers = itemNumbers(items)
  const titles = new Map(items.map(({ id, title }) => [id, title]))
  const { openedAt, closedAt, opening, closing, nextMeetingDate, nextMeetingTime, nextMeetingPlace } =
    view.minutes
  const positions = await tx
    .selectFrom('itemPosition')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .execute()
  return {
    minutes: { openedAt, closedAt, opening, closing, nextMeetingDate, nextMeetingTime, nextMeetingPlace },
    sections: view.sections.map(({ version: _, minutesId: __, ...section }) => ({
      ...section,
      number: numbers.get(section.itemId) ?? '',
      title: titles.get(section.itemId) ?? '',
    })),
    decisions: view.decisions.map(({ id, itemId, rank, text }) => ({ id, itemId, rank, text })),
    actions: view.actions.map(({ version: _, meetingId: __, ...action }) => action),
    positions: positions.map(({ version: _, meetingId: __, ...position }) => position),
    attendees: (await attendeesOf(tx, meetingId)).map(({ version: _, meetingId: __, ...rest }) => rest),
  }
}
