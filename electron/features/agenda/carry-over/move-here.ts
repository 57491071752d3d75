// An item taken up by a meeting that was then deleted goes to the next one itself, with what was done on it meanwhile;
// were it copied, taking the meeting out of the bin would make two of it.
import { AppError } from '../../../contract/errors.ts'
import { getRow } from '../../../db/rows.ts'
import type { WriteContext } from '../../context.ts'
import { leaveMessages } from '../../documents/index.ts'
import { insertSections, renumber, subtreeOf } from '../items.ts'

/** Refused (`state-refuses`) once something was noted in session under it: that is of the other meeting. */
export async function moveHere(
  { tx, now }: WriteContext,
  itemId: string,
  meetingId: string,
  { parentId, index }: { parentId: string | null; index: number },
): Promise<void> {
  const item = await getRow(tx, 'agendaItem', itemId)
  const ids = await subtreeOf(tx, item)
  const written = await tx
    .selectFrom('decision')
    .select('id')
    .where('itemId', 'in', ids)
    .union(tx.selectFrom('action').select('id').where('itemId', 'in', ids))
    .union(tx.selectFrom('sessionLine').select('id').where('itemId', 'in', ids))
    .union(tx.selectFrom('itemPosition').select('id').where('itemId', 'in', ids))
    .union(tx.selectFrom('observation').select('id').where('itemId', 'in', ids))
    .union(tx.selectFrom('sessionSpan').select('id').where('itemId', 'in', ids))
    .union(
      tx
        .selectFrom('minutesSection')
        .select('id')
        .where('itemId', 'in', ids)
        .where('outcome', 'is not', null),
    )
    .executeTakeFirst()
  if (written) throw new AppError('state-refuses')
  const files = await tx.selectFrom('attachment').select('id').where('itemId', 'in', ids).execute()
  await leaveMessages(
    tx,
    files.map(({ id }) => id),
  )
  await tx.updateTable('dispatch').set({ itemId: null }).where('itemId', 'in', ids).execute()
  await tx
    .deleteFrom('generatedSection')
    .where('id', 'in', tx.selectFrom('minutesSection').select('id').where('itemId', 'in', ids))
    .execute()
  await tx.deleteFrom('minutesSection').where('itemId', 'in', ids).execute()
  await tx.updateTable('agendaItem').set({ meetingId }).where('id', 'in', ids).execute()
  await tx
    .updateTable('agendaItem')
    .set({ parentId, version: item.version + 1 })
    .where('id', '=', itemId)
    .execute()
  await tx.updateTable('attachment').set({ meetingId }).where('itemId', 'in', ids).execute()
  await tx.updateTable('subject').set({ meetingId }).where('itemId', 'in', ids).execute()
  await renumber(tx, item.meetingId, item.parentId)
  await renumber(tx, meetingId, parentId, itemId, index)
  await insertSections(tx, meetingId, ids, now)
}
