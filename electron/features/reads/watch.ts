import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { AppError } from '../../contract/errors.ts'
import type { Output, Parsed } from '../../contract/index.ts'
import type { AskedTexts, WatchFilter, WatchRow, WatchSort } from '../../contract/watch.ts'
import type { Reader } from '../../db/driver.ts'
import type { Tables } from '../../db/tables.ts'
import { fold, foldedWords } from '../../domain/text/fold.ts'
import { addDays } from '../../domain/time/civil-date.ts'
import { WatchFollowUp, type WatchItem, WatchStatus } from '../../domain/watch/watch.ts'
import type { LongContext, ReadContext } from '../context.ts'
import { letters } from './letters.ts'
import { hearingsOf } from './projects.ts'

/** One page, with how many there are in all. */
export async function watchPage(
  context: ReadContext,
  { offset, limit, ...asked }: Parsed<'watch.list'>,
): Promise<Output<'watch.list'>> {
  const { tx, today } = context
  const all = tx.selectFrom('watchItem')
  const folded = foldedWords(asked.words)
  const isWhole = Object.values(asked.filter).every((value) => value === null)
  if (folded.length > 0 && isWhole && isNewestFirst(asked.sort)) {
    const { ids, total } = await context.findEntityPage(folded, { kind: 'watch', offset, limit })
    const items = await inOrder(all.where('id', 'in', ids), asked.sort, today)
      .selectAll()
      .select(dueOn(today).as('dueOn'))
      .execute()
    return { rows: await withHearings(tx, items), total }
  }
  const found = folded.length === 0 ? null : await context.findIds(folded, 'watch')
  const narrow = narrowed(all, await spelled(tx, asked.filter), found, today)
  // Ids first: a sort of whole texts would carry their prose along.
  const sorted = inOrder(narrow, asked.sort, today).select('id')
  let ids: string[]
  let total: number
  if (found === null) {
    ;({ total } = await narrow.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow())
    ids = (await sorted.offset(offset).limit(limit).execute()).map(idOf)
  } else {
    // Each text that holds the words is looked up by its id: once, and not again to count them.
    const every = await sorted.execute()
    total = every.length
    ids = every.slice(offset, offset + limit).map(idOf)
  }
  const items = await inOrder(all.where('id', 'in', ids), asked.sort, today)
    .selectAll()
    .select(dueOn(today).as('dueOn'))
    .execute()
  return { rows: await withHearings(tx, items), total }
}

/** The texts of the whole list as it is narrowed, in its order; however many they are, read in short steps. */
export async function watchIds(
  { read, today }: Pick<LongContext, 'read' | 'today'>,
  { words, filter, sort }: AskedTexts,
): Promise<string[]> {
  const folded = foldedWords(words)
  let found: string[] | null = null
  if (folded.length > 0) {
    found = []
    for (let after: number | null = 0; after !== null; ) {
      const from: number = after
      const { ids, next } = await read(async ({ findEntities }) => findEntities(folded, 'watch', from))
      found.push(...ids)
      after = next
    }
  }
  return read(async ({ tx }) =>
    (
      await inOrder(
        narrowed(tx.selectFrom('watchItem'), await spelled(tx, filter), found, today),
        sort,
        today,
      )
        .select('id')
        .execute()
    ).map(idOf),
  )
}

const idOf = ({ id }: { id: string }) => id

type Texts<O = object> = SelectQueryBuilder<Tables, 'watchItem', O>

/** What was chosen, as the texts write it: whatever its capitals, and beside whatever other publics. */
type Spelled = Omit<WatchFilter, 'audience' | 'ministry'> &
  Record<'audience' | 'ministry', readonly string[] | null>

async function spelled(tx: Reader, filter: WatchFilter): Promise<Spelled> {
  const names = (all: readonly string[], chosen: string, parts: (words: string) => string[]) =>
    all.filter((words) => parts(words).some((part) => sameChoice(part) === sameChoice(chosen)))
  const { audience, ministry } = filter
  return {
    ...filter,
    audience: audience === null ? null : names(await publicsOf(tx), audience, partsOf),
    ministry: ministry === null ? null : names(await ministriesOf(tx), ministry, (words) => [words]),
  }
}

const sameChoice = (words: string) => fold(words).trim()
const partsOf = (publics: string) => publics.split(BETWEEN_PUBLICS)

async function ministriesOf(tx: Reader): Promise<string[]> {
  const rows = await tx
    .selectFrom('watchItem')
    .select('ministry as words')
    .where('ministry', '<>', '')
    .distinct()
    .execute()
  return rows.map(({ words }) => words)
}

async function publicsOf(tx: Reader): Promise<string[]> {
  const rows = await tx
    .selectFrom('watchItem')
    .select('audience as words')
    .where('audience', '<>', '')
    .union(tx.selectFrom('textDeadline').select('audience as words').where('audience', '<>', ''))
    .execute()
  return rows.map(({ words }) => words)
}

/** @param found those that hold the words; null where none are asked for */
function narrowed(
  all: Texts,
  { status, followUp, audience, ministry, dueWithin, undated }: Spelled,
  found: readonly string[] | null,
  today: string,
): Texts {
  let query = all
  const oneOf = (values: readonly string[]) =>
    sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`
  if (found !== null) query = query.where('id', 'in', oneOf(found))
  if (status !== null) query = query.where('status', '=', status)
  if (followUp === 'open') query = query.where('followUp', '<>', 'closed')
  else if (followUp !== null) query = query.where('followUp', '=', followUp)
  if (ministry !== null) query = query.where('ministry', 'in', oneOf(ministry))
  if (audience !== null)
    query = query.where(
      sql<SqlBool>`(watch_item.audience IN ${oneOf(audience)} OR EXISTS (
        SELECT 1 FROM text_deadline WHERE watch_item_id = watch_item.id AND text_deadline.audience IN ${oneOf(audience)}))`,
    )
  if (dueWithin !== null)
    query = query.where(sql<SqlBool>`${dueOn(today)} <= ${addDays(today, Number(dueWithin))}`)
  if (undated !== null)
    query = query.where('publishedOn', 'is', null).where('status', 'in', ['published', 'inForce'])
  return query
}

/** The next of its dates and of its deadlines, today included. */
function dueOn(today: string): RawBuilder<string | null> {
  const ahead = (date: RawBuilder<unknown>) => sql`CASE WHEN ${date} >= ${today} THEN ${date} ELSE '9999' END`
  return sql<string | null>`nullif(min(
    ${ahead(sql.ref('watch_item.in_force_on'))},
    ${ahead(sql.ref('watch_item.applies_on'))},
    coalesce((SELECT min(date) FROM text_deadline WHERE watch_item_id = watch_item.id AND date >= ${today}), '9999')
  ), '9999')`
}

const isNewestFirst = ({ by, descending }: WatchSort) => by === 'published' && descending

/** As lists show it. */
const shownTitle = sql<string>`coalesce(nullif(watch_item.short_title, ''), watch_item.title)`

/** Within what is equal drafts, which are not published yet, then newest first. */
function inOrder<O>(query: Texts<O>, { by, descending }: WatchSort, today: string): Texts<O> {
  const way = descending ? 'desc' : 'asc'
  // Word for word the expression of the index watch_item_newest: without it every page sorts every text.
  const newest = (sorted: Texts<O>, published: 'asc' | 'desc') =>
    sorted.orderBy(sql`coalesce(published_on, '9999')`, published).orderBy('id', published)
  switch (by) {
    case 'published':
      return newest(query, way)
    case 'title':
      return newest(query.orderBy(letters(shownTitle), way), 'desc')
    case 'nature':
      return newest(query.orderBy('nature', way), 'desc')
    case 'status':
      return newest(query.orderBy(rankOf('watch_item.status', WatchStatus.options), way), 'desc')
    case 'followUp':
      return newest(query.orderBy(rankOf('watch_item.follow_up', WatchFollowUp.options), way), 'desc')
    case 'due': {
      const due = dueOn(today)
      return newest(query.orderBy(sql`${due} IS NULL`).orderBy(due, way), 'desc')
    }
  }
}

/** As they follow one another in the life of a text. */
function rankOf(column: string, values: readonly string[]): RawBuilder<number> {
  return sql<number>`instr(${sql.lit(values.map((value) => `|${value}|`).join(''))}, '|' || ${sql.ref(column)} || '|')`
}

/** Publics named together are several, and each can be asked for. */
const BETWEEN_PUBLICS = /(?:(?<!\s)\s+)?(?:[,;\n]|\set\s)\s*/u
/** More than a list of choices can show. */
const MOST_CHOICES = 200

export async function watchChoices({ tx }: ReadContext): Promise<Output<'watch.choices'>> {
  return {
    ministries: choices(await ministriesOf(tx)),
    audiences: choices((await publicsOf(tx)).flatMap(partsOf)),
  }
}

/** Each once, however it is spelled. */
function choices(words: readonly string[]): string[] {
  // The same few words over and over: each is put in its place once.
  const named = new Set(words.map((one) => one.trim()).filter((one) => one !== ''))
  const inOrder = [...named].sort(new Intl.Collator('fr', { caseFirst: 'upper' }).compare)
  return [...new Map(inOrder.toReversed().map((one) => [sameChoice(one), one])).values()]
    .toReversed()
    .slice(0, MOST_CHOICES)
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
export async function withHearings<T extends WatchItem>(
  tx: Reader,
  items: readonly T[],
): Promise<(T & Pick<WatchRow, 'hearings'>)[]> {
  const hearings = await hearingsOf(
    tx,
    'watch',
    items.map((item) => item.id),
  )
  return items.map((item) => ({ ...item, hearings: hearings.get(item.id) ?? [] }))
}
