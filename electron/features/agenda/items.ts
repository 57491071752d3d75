import { AppError } from '../../contract/errors.ts'
import type { Reader, Transaction } from '../../db/driver.ts'
import { defined } from '../../db/rows.ts'
import {
  type AgendaItem,
  blankItem,
  branchOf,
  depths,
  MAX_DEPTH,
  MAX_ITEMS,
  type NewItem,
} from '../../domain/agenda/agenda.ts'
import { emptyRichText, isBlank, storedRichText } from '../../domain/text/rich-text.ts'
import type { WriteContext } from '../context.ts'
import { leaveMessages } from '../documents/index.ts'
import { newId } from '../new-id.ts'
import { agendaItems, siblings } from '../reads/agenda.ts'

export type NewBranch = { fields: NewItem; children: readonly NewBranch[] }

/** Inserts an item at a rank among the children of its parent; a section of the minutes follows if they are started. */
export async function insertItem(
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  place: { id: string; meetingId: string; parentId: string | null; index: number },
  fields: { [K in keyof NewItem]: NewItem[K] | undefined },
): Promise<void> {
  const { id, meetingId, parentId, index } = place
  const items = await agendaItems(tx, meetingId)
  if (items.length >= MAX_ITEMS)
    throw new AppError('limit-reached', { limit: { of: 'items', most: MAX_ITEMS } })
  if (parentId !== null) {
    const depth = depths(items).get(parentId)
    if (depth === undefined) throw new AppError('not-found', { field: 'parentId' })
    if (depth >= MAX_DEPTH)
      throw new AppError('limit-reached', { field: 'parentId', limit: { of: 'levels', most: MAX_DEPTH } })
  }
  const row = {
    ...blankItem,
    title: '',
    ...defined(fields),
    id,
    version: 1,
    meetingId,
    parentId,
    position: index,
  }
  await tx.insertInto('agendaItem').values(row).execute()
  await renumber(tx, meetingId, parentId, id, index)
  await insertSections(tx, meetingId, [id], now)
}

/**
 * Adds whole branches after the items of a meeting, in one go: a long file is one short write. Answers the ids of the
 * new items, parents before children.
 */
export async function appendBranches(
  tx: Transaction,
  meetingId: string,
  branches: readonly NewBranch[],
  now: Date,
): Promise<string[]> {
  const items = await agendaItems(tx, meetingId)
  const rows: AgendaItem[] = []
  const lay = (level: readonly NewBranch[], parentId: string | null, from: number, depth: number) => {
    if (level.length > 0 && depth > MAX_DEPTH)
      throw new AppError('limit-reached', { field: 'items', limit: { of: 'levels', most: MAX_DEPTH } })
    for (const [rank, { fields, children }] of level.entries()) {
      const id = newId(now)
      rows.push({ ...blankItem, ...fields, id, version: 1, meetingId, parentId, position: from + rank })
      lay(children, id, 0, depth + 1)
    }
  }
  lay(branches, null, items.filter((item) => item.parentId === null).length, 1)
  if (items.length + rows.length > MAX_ITEMS)
    throw new AppError('limit-reached', { field: 'items', limit: { of: 'items', most: MAX_ITEMS } })
  for (const row of rows) await tx.insertInto('agendaItem').values(row).execute()
  const ids = rows.map((row) => row.id)
  await insertSections(tx, meetingId, ids, now)
  return ids
}

/** Items added once the minutes are started get their section. */
export async function insertSections(
  tx: Transaction,
  meetingId: string,
  itemIds: readonly string[],
  now: Date,
): Promise<void> {
  const minutes = await tx
    .selectFrom('minutes')
    .select('id')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (minutes) for (const itemId of itemIds) await insertSection(tx, minutes.id, itemId, now)
}

/** An empty section of the minutes for an item. */
export async function insertSection(
  tx: Transaction,
  minutesId: string,
  itemId: string,
  now: Date,
): Promise<void> {
  const empty = JSON.stringify(emptyRichText)
  await tx
    .insertInto('minutesSection')
    .values({
      id: newId(now),
      version: 1,
      minutesId,
      itemId,
      presentation: empty,
      exchanges: empty,
      outcome: null,
      outcomeSentence: '',
      circulation: 'public',
    })
    .execute()
}

/** Puts an item at a rank among the children of a parent; refuses its own descendants and too deep a tree. */
export async function placeItem(
  tx: Transaction,
  item: AgendaItem,
  parentId: string | null,
  index: number,
): Promise<void> {
  const items = await agendaItems(tx, item.meetingId)
  const within = new Set(branchOf(items, item.id).map(({ id }) => id))
  if (parentId !== null && within.has(parentId)) throw new AppError('invalid-input', { field: 'parentId' })
  const level = depths(items)
  const parentDepth = parentId === null ? 0 : level.get(parentId)
  if (parentDepth === undefined) throw new AppError('not-found', { field: 'parentId' })
  const ownDepth = level.get(item.id) ?? 1
  const height = Math.max(...[...within].map((id) => (level.get(id) ?? ownDepth) - ownDepth + 1))
  if (parentDepth + height > MAX_DEPTH)
    throw new AppError('limit-reached', { field: 'parentId', limit: { of: 'levels', most: MAX_DEPTH } })
  await tx
    .updateTable('agendaItem')
    .set({ parentId, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  await renumber(tx, item.meetingId, parentId, item.id, index)
  if (item.parentId !== parentId) await renumber(tx, item.meetingId, item.parentId)
}

/** Removes an item with its sub-items; `item-written` once something written in the minutes hangs on them. */
export async function removeItem(tx: Transaction, item: AgendaItem): Promise<void> {
  const doomed = branchOf(await agendaItems(tx, item.meetingId), item.id).reverse()
  const ids = doomed.map(({ id }) => id)
  const observed = await tx
    .selectFrom('observation')
    .select('id')
    .where('itemId', 'in', ids)
    .executeTakeFirst()
  if (observed || (await isMinuted(tx, ids))) throw new AppError('item-written')
  await releaseSubjects(tx, ids)
  await tx.updateTable('dispatch').set({ itemId: null }).where('itemId', 'in', ids).execute()
  await leaveCarryOver(tx, ids)
  const files = await tx.selectFrom('attachment').select('id').where('itemId', 'in', ids).execute()
  await leaveMessages(
    tx,
    files.map((file) => file.id),
  )
  await tx
    .deleteFrom('generatedSection')
    .where('id', 'in', tx.selectFrom('minutesSection').select('id').where('itemId', 'in', ids))
    .execute()
  for (const table of [
    'sessionSpan',
    'itemProject',
    'itemWatch',
    'itemGuest',
    'awaitedDocument',
    'minutesSection',
    'attachment',
  ] as const)
    await tx.deleteFrom(table).where('itemId', 'in', ids).execute()
  for (const id of ids) await tx.deleteFrom('agendaItem').where('id', '=', id).execute()
  await renumber(tx, item.meetingId, item.parentId)
}

/** Whether notes, a decision, an action, a position, or a remark on the minutes or their text say something of one of the items. */
export async function isMinuted(tx: Reader, itemIds: readonly string[]): Promise<boolean> {
  const said = await tx
    .selectFrom('decision')
    .select('id')
    .where('itemId', 'in', itemIds)
    .union(tx.selectFrom('action').select('id').where('itemId', 'in', itemIds))
    .union(tx.selectFrom('sessionLine').select('id').where('itemId', 'in', itemIds))
    .union(tx.selectFrom('itemPosition').select('id').where('itemId', 'in', itemIds))
    .union(
      tx.selectFrom('observation').select('id').where('itemId', 'in', itemIds).where('paper', '=', 'minutes'),
    )
    .executeTakeFirst()
  return said !== undefined || isWritten(tx, itemIds)
}

/** Whether the minutes have words, a picture or an outcome under one of the items. */
async function isWritten(tx: Reader, itemIds: readonly string[]): Promise<boolean> {
  const sections = await tx
    .selectFrom('minutesSection')
    .select(['presentation', 'exchanges', 'outcome', 'outcomeSentence'])
    .where('itemId', 'in', itemIds)
    .execute()
  return sections.some(
    ({ presentation, exchanges, outcome, outcomeSentence }) =>
      outcome !== null ||
      outcomeSentence.trim() !== '' ||
      !isBlank(storedRichText(presentation)) ||
      !isBlank(storedRichText(exchanges)),
  )
}

/** The subject of a removed item is to be dealt with again, or is that of the item which this one was taken up from. */
async function releaseSubjects(tx: Transaction, ids: readonly string[]): Promise<void> {
  const sources = await tx
    .selectFrom('carryOver')
    .innerJoin('agendaItem', 'agendaItem.id', 'carryOver.sourceItemId')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .select(['carryOver.itemId', 'agendaItem.id', 'agendaItem.meetingId'])
    .where('carryOver.itemId', 'in', ids)
    .where('meeting.deletedAt', 'is', null)
    .execute()
  for (const { itemId, id, meetingId } of sources)
    await tx.updateTable('subject').set({ meetingId, itemId: id }).where('itemId', '=', itemId).execute()
  await tx
    .updateTable('subject')
    .set({ state: 'received', meetingId: null, itemId: null })
    .where('itemId', 'in', ids)
    .execute()
}

/**
 * The source of a removed item is proposed again, or stays set aside; when it was itself taken up further on, the
 * chain closes over it, and what it became keeps the words of its provenance.
 */
async function leaveCarryOver(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const into = await tx.selectFrom('carryOver').selectAll().where('itemId', '=', id).executeTakeFirst()
    const on = await tx.selectFrom('carryOver').selectAll().where('sourceItemId', '=', id).executeTakeFirst()
    const isSetAside = into !== undefined && into.dismissedAt !== null
    if (into !== undefined && (on !== undefined || !isSetAside))
      await tx.deleteFrom('carryOver').where('id', '=', into.id).execute()
    else if (into !== undefined)
      await tx.updateTable('carryOver').set({ itemId: null }).where('id', '=', into.id).execute()
    const from = into?.sourceItemId ?? null
    if (on !== undefined && (from !== null || on.itemId !== null))
      await tx.updateTable('carryOver').set({ sourceItemId: from }).where('id', '=', on.id).execute()
    else if (on !== undefined) await tx.deleteFrom('carryOver').where('id', '=', on.id).execute()
  }
}

/** An item and its sub-items, from the top. */
export async function subtreeOf(tx: Reader, item: AgendaItem): Promise<string[]> {
  return branchOf(await agendaItems(tx, item.meetingId), item.id).map(({ id }) => id)
}

/** Dense positions 0…n−1 among siblings, with one of them at a wished rank; only rows that change are written. */
export async function renumber(
  tx: Transaction,
  meetingId: string,
  parentId: string | null,
  id?: string,
  index?: number,
): Promise<void> {
  const all = await siblings(tx, meetingId, parentId)
  const wished = all.find((item) => item.id === id)
  const order = all.filter((item) => item.id !== id)
  if (wished) order.splice(Math.min(index ?? order.length, order.length), 0, wished)
  for (const [position, item] of order.entries())
    if (item.position !== position)
      await tx.updateTable('agendaItem').set({ position }).where('id', '=', item.id).execute()
}

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
