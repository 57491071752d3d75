// Rows that are put back or away are each as they were; what they make together with what came since may not be.
import { AppError } from '../../contract/errors.ts'
import type { RowChange } from '../../db/columns.ts'
import type { Reader } from '../../db/driver.ts'
import { isTree } from '../../domain/agenda/agenda.ts'
import { isOfSame } from '../../domain/session/session.ts'
import { isFreeNumber } from './meeting-numbers.ts'

/**
 * @throws AppError `undo-conflict` where an agenda is no tree any more, two meetings have one number, somebody is listed twice,
 *   or an organisation has two positions on one item
 */
export async function expectStanding(tx: Reader, rows: readonly RowChange[]): Promise<void> {
  const placed = new Set<string>()
  for (const { table, before, after } of rows) {
    if (table === 'agenda_item' && after !== null && isOther(before, after, ['parent_id']))
      placed.add(String(after.meeting_id))
    if (
      table === 'meeting' &&
      after?.number != null &&
      isOther(before, after, ['number', 'date', 'series_id'])
    )
      await expectOwnNumber(tx, String(after.id))
    if (table === 'attendee' && after?.person_id != null && isOther(before, after, ['person_id']))
      await expectListedOnce(tx, String(after.id))
    if (
      table === 'item_position' &&
      after !== null &&
      isOther(before, after, ['item_id', 'organisation', 'organisation_id'])
    )
      await expectOnePosition(tx, String(after.id))
  }
  for (const meetingId of placed) {
    // As they are: an order of them has what hangs together alone.
    const items = await tx.selectFrom('agendaItem').selectAll().where('meetingId', '=', meetingId).execute()
    if (!isTree(items)) throw new AppError('undo-conflict')
  }
}

function isOther(
  before: RowChange['before'],
  after: NonNullable<RowChange['after']>,
  columns: readonly string[],
): boolean {
  return before === null || columns.some((column) => before[column] !== after[column])
}

async function expectOwnNumber(tx: Reader, meetingId: string): Promise<void> {
  const meeting = await tx
    .selectFrom('meeting')
    .select(['id', 'seriesId', 'date', 'number'])
    .where('id', '=', meetingId)
    .executeTakeFirst()
  if (meeting === undefined || meeting.number === null) return
  const { number, ...place } = meeting
  if (!(await isFreeNumber(tx, { ...place, number }))) throw new AppError('undo-conflict')
}

/** Whoever is listed twice has two seats. */
async function expectListedOnce(tx: Reader, attendeeId: string): Promise<void> {
  const other = await tx
    .selectFrom('attendee as own')
    .innerJoin('attendee as other', (join) =>
      join.onRef('other.meetingId', '=', 'own.meetingId').onRef('other.personId', '=', 'own.personId'),
    )
    .select('other.id')
    .where('own.id', '=', attendeeId)
    .where('other.id', '!=', attendeeId)
    .executeTakeFirst()
  if (other !== undefined) throw new AppError('undo-conflict')
}

async function expectOnePosition(tx: Reader, positionId: string): Promise<void> {
  const position = await tx
    .selectFrom('itemPosition')
    .selectAll()
    .where('id', '=', positionId)
    .executeTakeFirst()
  if (position === undefined) return
  const all = await tx
    .selectFrom('itemPosition')
    .selectAll()
    .where('itemId', '=', position.itemId)
    .where('id', '!=', positionId)
    .execute()
  if (all.some((one) => isOfSame(one, position))) throw new AppError('undo-conflict')
}
