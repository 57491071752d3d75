import { sql } from 'kysely'
import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import type { Reader } from '../../db/driver.ts'
import { deleteRow, getRow, updateRow } from '../../db/rows.ts'
import { mergedText } from '../../domain/text/merge.ts'
import { type Draft, DraftMatcher, type MatchProposal } from '../../domain/watch/match.ts'
import { unpublished, type WatchItem } from '../../domain/watch/watch.ts'
import type { WriteContext } from '../context.ts'

/** A draft is looked for among this many of the newest published texts: it came out lately, or somebody matched it then. */
const NEWEST = 400

/** Word for word the expression of the index watch_item_newest: without it every text is read and sorted. */
const published = sql<string>`coalesce(published_on, '9999')`

const compared = [
  'id',
  'version',
  'title',
  'status',
  'nature',
  'nor',
  'ministry',
  'signedOn',
  'publishedOn',
  'inForceOn',
] as const satisfies readonly (keyof WatchItem)[]

/** Every text that is not out, with the projects that were on an agenda with it. */
export async function drafts(tx: Reader): Promise<Draft[]> {
  const found = await tx.selectFrom('watchItem').select(compared).where('status', 'in', unpublished).execute()
  const projects = await tx
    .selectFrom('itemWatch')
    .innerJoin('watchItem', 'watchItem.id', 'itemWatch.watchItemId')
    .innerJoin('itemProject', 'itemProject.itemId', 'itemWatch.itemId')
    .innerJoin('project', 'project.id', 'itemProject.projectId')
    .select(['itemWatch.watchItemId', 'project.title'])
    .distinct()
    .where('watchItem.status', 'in', unpublished)
    .execute()
  const titles = new Map<string, string[]>()
  for (const { watchItemId, title } of projects)
    titles.set(watchItemId, [...(titles.get(watchItemId) ?? []), title])
  return found.map((item) => ({ ...item, projects: titles.get(item.id) ?? [] }))
}

/** Of a text that is out its possible drafts, of a draft the texts that may have published it; best first. */
export async function matchesOf(tx: Reader, item: WatchItem): Promise<MatchProposal[]> {
  if (item.status === 'repealed') return []
  const others = unpublished.includes(item.status)
    ? await tx
        .selectFrom('watchItem')
        .select(compared)
        .where(published, '<', '9999')
        .where('status', 'not in', unpublished)
        .orderBy(published, 'desc')
        .orderBy('id', 'desc')
        .limit(NEWEST)
        .execute()
    : await drafts(tx)
  const date = item.publishedOn ?? item.signedOn
  return new DraftMatcher(others.filter(({ id }) => id !== item.id)).proposals({ ...item, date })
}

/** Two rows become one; passages, deadlines, consultations and links of both are kept. */
export async function matchTexts(
  { tx }: WriteContext,
  { kept, joined }: Parsed<'watch.match'>,
): Promise<void> {
  if (kept.id === joined.id) throw new AppError('invalid-input', { field: 'joined' })
  const first = await getRow(tx, 'watchItem', kept.id)
  const second = await getRow(tx, 'watchItem', joined.id)
  await updateRow(tx, 'watchItem', kept, { ...mergedText(first, second), id: kept.id })
  await movePassages(tx, joined.id, kept.id)
  for (const table of ['textDeadline', 'textConsultation'] as const)
    await tx
      .updateTable(table)
      .set((eb) => ({ watchItemId: kept.id, version: eb('version', '+', 1) }))
      .where('watchItemId', '=', joined.id)
      .execute()
  await tx
    .updateTable('sessionLine')
    .set({ watchItemId: kept.id })
    .where('watchItemId', '=', joined.id)
    .execute()
  await moveProjects(tx, joined.id, kept.id)
  await moveLinks(tx, joined.id, kept.id)
  await moveSource(tx, joined.id, kept.id)
  await deleteRow(tx, 'watchItem', joined)
}

/** An item that had both keeps one link; what was set aside or taken up of both is told once. */
async function movePassages(tx: WriteContext['tx'], from: string, to: string): Promise<void> {
  const there = await tx.selectFrom('itemWatch').select('itemId').where('watchItemId', '=', to).execute()
  await tx
    .deleteFrom('itemWatch')
    .where('watchItemId', '=', from)
    .where(
      'itemId',
      'in',
      there.map(({ itemId }) => itemId),
    )
    .execute()
  await tx.updateTable('itemWatch').set({ watchItemId: to }).where('watchItemId', '=', from).execute()
  await proposeAgain(tx, [from, to])
  await tx
    .updateTable('carryOver')
    .set((eb) => ({ watchItemId: null, version: eb('version', '+', 1) }))
    .where('watchItemId', '=', from)
    .execute()
}

/** Projects that rest on the one rest on the other, each once. */
async function moveProjects(tx: WriteContext['tx'], from: string, to: string): Promise<void> {
  const there = await tx
    .selectFrom('projectWatch')
    .select('projectId')
    .where('watchItemId', '=', to)
    .execute()
  await tx
    .deleteFrom('projectWatch')
    .where('watchItemId', '=', from)
    .where(
      'projectId',
      'in',
      there.map(({ projectId }) => projectId),
    )
    .execute()
  await tx.updateTable('projectWatch').set({ watchItemId: to }).where('watchItemId', '=', from).execute()
}

/** The next delivery is compared with what one said of the kept text; a source of its own stays. */
async function moveSource(tx: WriteContext['tx'], from: string, to: string): Promise<void> {
  const own = await tx.selectFrom('watchSource').select('id').where('id', '=', to).executeTakeFirst()
  if (own === undefined) await tx.updateTable('watchSource').set({ id: to }).where('id', '=', from).execute()
}

/** The text is another one now: that its draft was set aside does not keep it off the next agenda. */
export async function proposeAgain(tx: WriteContext['tx'], ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('carryOver')
    .where('watchItemId', 'in', [...ids])
    .where('itemId', 'is', null)
    .execute()
}

async function moveLinks(tx: WriteContext['tx'], from: string, to: string): Promise<void> {
  const between = (one: string, other: string) =>
    tx.deleteFrom('textLink').where('watchItemId', '=', one).where('targetId', '=', other).execute()
  await between(from, to)
  await between(to, from)
  await tx
    .updateTable('textLink')
    .set((eb) => ({ watchItemId: to, version: eb('version', '+', 1) }))
    .where('watchItemId', '=', from)
    .execute()
  await tx
    .updateTable('textLink')
    .set((eb) => ({ targetId: to, version: eb('version', '+', 1) }))
    .where('targetId', '=', from)
    .execute()
}
