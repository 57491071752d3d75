import { AppError } from '../../contract/errors.ts'
import { type AgendaItem, MAX_ITEMS } from '../../domain/agenda/agenda.ts'
import type { WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { agendaItems } from '../reads/agenda.ts'
import { insertSections, renumber, subtree } from './items.ts'

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
  const branch = subtree(items, id)
  const [top] = branch
  // Sub-items came or went since: what was seen is not what would be copied.
  if (top === undefined || branch.length !== ids.length) throw new AppError('conflict')
  if (items.length + ids.length > MAX_ITEMS) throw new AppError('limit-reached')
  const copies = new Map(branch.map((item, rank) => [item.id, ids[rank] ?? '']))
  for (const item of branch) {
    const copy = { ...item, id: copies.get(item.id) ?? '', version: 1, fixedStart: null }
    const parentId = item === top ? top.parentId : (copies.get(item.parentId ?? '') ?? null)
    await tx
      .insertInto('agendaItem')
      .values({ ...copy, parentId, disagreementBy: '', disagreement: '' })
      .execute()
    await copyLinks(context, item.id, copy.id)
  }
  await renumber(tx, meetingId, top.parentId, copies.get(id), top.position + 1)
  await insertSections(tx, meetingId, ids)
}
