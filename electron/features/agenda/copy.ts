import { AppError } from '../../contract/errors.ts'
import { type AgendaItem, branchOf, copiesOf, MAX_ITEMS } from '../../domain/agenda/agenda.ts'
import type { WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { agendaItems } from '../reads/agenda.ts'
import { insertSections, renumber } from './items.ts'

/** The projects and texts that an item is about, and who is invited for it, for another item too. */
export async function copyLinks({ tx, now }: WriteContext, from: string, to: string): Promise<void> {
  const projects = await tx
    .selectFrom('itemProject')
    .selectAll()
    .where('itemId', '=', from)
    .orderBy('id')
    .execute()
  for (const link of projects)
    await tx
      .insertInto('itemProject')
      .values({ ...link, id: newId(now), itemId: to })
      .execute()
  const texts = await tx
    .selectFrom('itemWatch')
    .selectAll()
    .where('itemId', '=', from)
    .orderBy('id')
    .execute()
  for (const link of texts)
    await tx
      .insertInto('itemWatch')
      .values({ ...link, id: newId(now), itemId: to })
      .execute()
  const guests = await tx
    .selectFrom('itemGuest')
    .selectAll()
    .where('itemId', '=', from)
    .orderBy('id')
    .execute()
  for (const link of guests)
    await tx
      .insertInto('itemGuest')
      .values({ ...link, id: newId(now), itemId: to })
      .execute()
}

/** `ids`: of the copy, then of the copies of its sub-items in agenda order. */
export async function duplicateItem(
  context: WriteContext,
  { meetingId, id }: AgendaItem,
  ids: readonly string[],
): Promise<void> {
  const { tx } = context
  const items = await agendaItems(tx, meetingId)
  const copies = copiesOf(items, id, ids)
  const [top] = copies ?? []
  // Sub-items came or went since: what was seen is not what would be copied.
  if (copies === null || top === undefined) throw new AppError('conflict')
  if (items.length + ids.length > MAX_ITEMS) throw new AppError('limit-reached')
  for (const copy of copies) await tx.insertInto('agendaItem').values(copy).execute()
  for (const [rank, { id: from }] of branchOf(items, id).entries())
    await copyLinks(context, from, ids[rank] ?? '')
  await renumber(tx, meetingId, top.parentId, top.id, top.position)
  await insertSections(tx, meetingId, ids, context.now)
}
