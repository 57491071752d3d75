import { type SelectQueryBuilder, sql } from 'kysely'
import { AppError } from '../../contract/errors.ts'
import type { Output, Parsed } from '../../contract/index.ts'
import type { WatchRow } from '../../contract/watch.ts'
import type { Reader } from '../../db/driver.ts'
import type { Tables } from '../../db/tables.ts'
import { foldedWords } from '../../domain/text/fold.ts'
import type { WatchItem } from '../../domain/watch/watch.ts'
import type { LongContext, ReadContext } from '../context.ts'
import { hearingsOf } from './projects.ts'

/** One page, drafts (not published yet) on top, then newest first. */
export async function watchPage(
  { tx, findEntityPage }: ReadContext,
  { words, offset, limit }: Parsed<'watch.list'>,
): Promise<Output<'watch.list'>> {
  const query = tx.selectFrom('watchItem')
  const folded = foldedWords(words)
  if (folded.length === 0) {
    const { total } = await query
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const items = await newestFirst(query.selectAll()).offset(offset).limit(limit).execute()
    return { rows: await withHearings(tx, items), total }
  }
  const { ids, total } = findEntityPage(folded, { kind: 'watch', offset, limit })
  const items = await newestFirst(query.selectAll().where('id', 'in', ids)).execute()
  return { rows: await withHearings(tx, items), total }
}

/** The texts of the whole list as it is narrowed, in its order; however many they are, read in short steps. */
export async function watchIds(read: LongContext['read'], words: string): Promise<string[]> {
  const folded = foldedWords(words)
  if (folded.length === 0)
    return read(async ({ tx }) =>
      (await newestFirst(tx.selectFrom('watchItem').select('id')).execute()).map(idOf),
    )
  const found: { id: string; publishedOn: string | null }[] = []
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after
    after = await read(async ({ tx, findEntities }) => {
      const { ids, next } = findEntities(folded, 'watch', from)
      const rows = await tx
        .selectFrom('watchItem')
        .select(['id', 'publishedOn'])
        .where('id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
        .execute()
      found.push(...rows)
      return next
    })
  }
  const signOf = ({ id, publishedOn }: (typeof found)[number]) => `${publishedOn ?? '9999'} ${id}`
  return found.sort((a, b) => (signOf(a) < signOf(b) ? 1 : -1)).map(idOf)
}

const idOf = ({ id }: { id: string }) => id

function newestFirst<O>(query: SelectQueryBuilder<Tables, 'watchItem', O>) {
  return (
    query
      // Word for word the expression of the index watch_item_newest: without it every page sorts every text.
      .orderBy(sql`coalesce(published_on, '9999')`, 'desc')
      .orderBy('id', 'desc')
  )
}

export async function watchRow(tx: Reader, id: string): Promise<WatchRow> {
  const [row] = await withHearings(
    tx,
    await tx.selectFrom('watchItem').selectAll().where('id', '=', id).execute(),
  )
  if (!row) throw new AppError('not-found')
  return row
}

/** The same texts, each with its hearings. */
export async function withHearings(tx: Reader, items: readonly WatchItem[]): Promise<WatchRow[]> {
  const hearings = await hearingsOf(
    tx,
    'watch',
    items.map((item) => item.id),
  )
  return items.map((item) => ({ ...item, hearings: hearings.get(item.id) ?? [] }))
}
