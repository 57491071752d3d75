// Texts found by their words. A word is given by the forms that stand for it; one word is searched for in texts of one kind
// alone, by the range of their row ids.
import type { Database, Statement } from 'better-sqlite3'
import type { Form } from '../../domain/search/quality.ts'
import type { Demand } from '../reads/demands.ts'
import type { Tracker } from '../reads/tracker.ts'
import { Recent } from '../recent.ts'
import { firstRow, lastRow, rankOf, type SearchedKind, searchedKinds } from './kinds.ts'
import { mayHold, searchTables } from './search.ts'

/** A text that holds every word, without the text itself. */
export type FoundText = {
  rowid: number
  kind: SearchedKind
  entityId: string
  meetingId: string | null
  itemId: string | null
  date: string | null
  title: string
  foldedTitle: string
  /** Whether its title alone holds every word. */
  byTitle: boolean
}

/** Each word by the forms that stand for it. */
export type Words = readonly (readonly Form[])[]

/** Runs a statement for whoever has the turn, with its parameters by their names; of texts of one kind, if given. */
export type Rows = (
  sql: string,
  parameters: Readonly<Record<string, unknown>>,
  of: { words: Words; kind?: SearchedKind | undefined },
) => unknown[]

/** Runs on `sqlite`, and has `tracker` note what each statement reads. */
export function trackedRows(sqlite: Database, tracker: Tracker): Rows {
  const statements = statementsOf(sqlite)
  return (sql, parameters, { words, kind }) => {
    const all =
      kind === undefined ? parameters : { ...parameters, first: firstRow(kind), last: lastRow(kind) }
    const found = statements.get(sql, () => prepare(sqlite, sql)).all(all)
    const forms = words.map((one) => one.map(({ word }) => word))
    const ofKind: Demand = {
      values: new Map(kind === undefined ? [] : [['kind', new Set([kind])]]),
      isJoined: false,
      tests: [{ key: JSON.stringify(forms), mayHold: (row) => mayHold(row, forms) }],
    }
    // A meeting is only looked up by texts that are of it.
    const demands = new Map([
      ...searchTables.map((table) => [table, [ofKind]] as const),
      ['meeting', [{ values: new Map(), isJoined: true, tests: [] }]] as const,
    ])
    tracker.ran({ sql, parameters: [all], demands }, null)
    return found
  }
}

/** A single column comes as it is, which takes half as long for many rows. */
function prepare(sqlite: Database, sql: string): Statement {
  const statement = sqlite.prepare(sql)
  return statement.columns().length === 1 ? statement.pluck() : statement
}

const prepared = new WeakMap<Database, Recent<Statement>>()

function statementsOf(sqlite: Database): Recent<Statement> {
  const own = prepared.get(sqlite) ?? new Recent<Statement>(MOST_STATEMENTS)
  prepared.set(sqlite, own)
  return own
}
/** All that this file has. */
const MOST_STATEMENTS = 12

/** Words as somebody types them into a list: whole, but for the last one. */
export function typedWords(words: readonly string[]): Words {
  return words.map((word, at) => [{ word, isStart: at === words.length - 1 }])
}

function matching(words: Words): string {
  const forms = (one: readonly Form[]) => one.map(({ word, isStart }) => `"${word}"${isStart ? '*' : ''}`)
  return words.map((one) => `(${forms(one).join(' OR ')})`).join(' AND ')
}

/**
 * What is looked at of one kind at most, newest rows first, so that a search of one letter is no slower than any other: of
 * titles many, as the best of them may be an old one; names are short, and looked for among all that there are.
 */
const MOST = { title: 400, anywhere: 40, beginnings: 40, names: 2000 }
/** Fewer letters than this are the beginning of too much. */
const TELLING = 4
const WORD = 3
const names: ReadonlySet<SearchedKind> = new Set(['person', 'organisation', 'project', 'meeting'])

export type Period = { readonly from: string; readonly to: string }

/** What is looked at: texts of some kinds, of a period, by their titles alone. */
export type Among = {
  readonly kinds?: readonly SearchedKind[]
  readonly period?: Period | null
  readonly byTitle?: boolean
}

/**
 * Texts of each kind that hold every word, those of deleted meetings left out; in a period, if given: then there are no
 * texts without a date among them.
 */
export function findTexts(
  rows: Rows,
  words: Words,
  { kinds = searchedKinds, period = null, byTitle: isByTitle = false }: Among = {},
): FoundText[] {
  if (words.length === 0) return []
  const match = matching(words)
  const letters = Math.max(...words.flatMap((forms) => forms.map(({ word }) => word.length)))
  const mostOf = (most: number) => (kind: SearchedKind) =>
    names.has(kind) || period !== null ? MOST.names : most
  const titles = mostOf(letters < TELLING ? MOST.beginnings : MOST.title)
  const inTitle = mostOfEach(
    membersFirst(
      rows,
      matchingRows(rows, words, { match: `folded_title : (${match})`, most: titles('watch') }),
    ),
    kinds,
    titles,
  )
  const byTitle = new Set(inTitle)
  // A letter or two stand in nearly every text.
  const isEnough = isByTitle || (letters < WORD && inTitle.length > 0)
  const others = mostOf(MOST.anywhere)
  const anywhere = isEnough
    ? []
    : mostOfEach(
        // As many more as are known by their titles already.
        matchingRows(rows, words, { match, most: others('watch') + byTitle.size }).filter(
          (id) => !byTitle.has(id),
        ),
        kinds,
        others,
      )
  const found = rows(
    `SELECT t.rowid AS "rowid", t.kind, t.entity_id AS entityId, t.meeting_id AS meetingId, t.item_id AS itemId, t.date,
       t.title, t.folded_title AS foldedTitle
     FROM json_each(@ids) AS one JOIN search_text AS t ON t.rowid = one.value
     LEFT JOIN meeting AS m ON m.id = t.meeting_id
     WHERE m.deleted_at IS NULL AND (@from IS NULL OR t.date BETWEEN @from AND @to)`,
    {
      ids: JSON.stringify([...inTitle, ...anywhere]),
      from: period?.from ?? null,
      to: period?.to ?? null,
    },
    { words },
  ) as Omit<FoundText, 'byTitle'>[]
  return found.map((one) => ({ ...one, byTitle: byTitle.has(one.rowid) }))
}

/**
 * Row ids of what matches, newest first, kind after kind. Followed texts are many times more than all else: of them no more
 * than `most` are read. The index goes through a word from one of its ends, so those before them are read from the first one
 * and those behind them from the last: to begin in the middle would be to read what lies before it (measured).
 */
function matchingRows(rows: Rows, words: Words, { match, most }: { match: string; most: number }): number[] {
  const ids = (where: string, parameters: Readonly<Record<string, unknown>>, kind?: SearchedKind) =>
    rows(
      `SELECT rowid FROM search_index WHERE search_index MATCH @match AND rowid ${where}`,
      { ...parameters, match },
      { words, kind },
    ) as number[]
  const behind = ids('> @end ORDER BY rowid DESC', { end: lastRow('watch') })
  const texts = ids('BETWEEN @first AND @last ORDER BY rowid DESC LIMIT @most', { most }, 'watch')
  const before = ids('< @start ORDER BY rowid', { start: firstRow('watch') })
  return [...behind, ...texts, ...before.reverse()]
}

/** Of more persons than are looked at, those who have a seat come before the others. */
function membersFirst(rows: Rows, ids: readonly number[]): readonly number[] {
  const persons = searchedKinds.indexOf('person')
  if (ids.filter((id) => rankOf(id) === persons).length <= MOST.names) return ids
  const members = new Set(
    rows(
      `SELECT DISTINCT t.rowid FROM mandate
       JOIN search_text AS t ON t.kind = 'person' AND t.entity_id = mandate.person_id`,
      {},
      { words: [] },
    ) as number[],
  )
  return [...ids.filter((id) => members.has(id)), ...ids.filter((id) => !members.has(id))]
}

/** @param ids the ones that come first are kept */
function mostOfEach(
  ids: readonly number[],
  kinds: readonly SearchedKind[],
  mostOf: (kind: SearchedKind) => number,
): number[] {
  const left = searchedKinds.map((kind) => (kinds.includes(kind) ? mostOf(kind) : 0))
  return ids.filter((id) => {
    const kind = rankOf(id)
    const more = left[kind] ?? 0
    left[kind] = more - 1
    return more > 0
  })
}

/** The texts of what was found, by row id. */
export function textsOf(rows: Rows, words: Words, rowids: readonly number[]): Map<number, string> {
  const found = rows(
    'SELECT t.rowid AS id, t.body FROM json_each(@ids) AS one JOIN search_text AS t ON t.rowid = one.value',
    { ids: JSON.stringify(rowids) },
    { words },
  ) as { id: number; body: string }[]
  return new Map(found.map(({ id, body }) => [id, body]))
}

/** The ids of texts of a kind that hold every word, those of deleted meetings left out. */
export function findIds(rows: Rows, words: Words, kind: SearchedKind): string[] {
  if (words.length === 0) return []
  const found = rows(
    `SELECT t.entity_id
     FROM search_index JOIN search_text AS t ON t.rowid = search_index.rowid
     LEFT JOIN meeting AS m ON m.id = t.meeting_id
     WHERE search_index MATCH @match AND search_index.rowid BETWEEN @first AND @last AND m.deleted_at IS NULL`,
    { match: matching(words) },
    { words, kind },
  ) as string[]
  return found
}

/** How many entities of one kind hold every word, and a page of them: those without a date first, then newest first. */
export function findEntityPage(
  rows: Rows,
  words: Words,
  { kind, offset, limit }: { kind: SearchedKind; offset: number; limit: number },
): { ids: string[]; total: number } {
  const found = rows(
    `WITH found AS MATERIALIZED (
         SELECT t.entity_id AS id, t.date
         FROM search_index JOIN search_text AS t ON t.rowid = search_index.rowid
         WHERE search_index MATCH @match AND search_index.rowid BETWEEN @first AND @last)
       SELECT (SELECT count(*) FROM found) AS total, page.id
       FROM (SELECT 1) LEFT JOIN
         (SELECT id FROM found ORDER BY coalesce(date, '9999') DESC, id DESC LIMIT @limit OFFSET @offset) AS page`,
    { match: matching(words), offset, limit },
    { words, kind },
  ) as { total: number; id: string | null }[]
  return { ids: found.flatMap(({ id }) => id ?? []), total: found[0]?.total ?? 0 }
}

/** Read in a few milliseconds. */
const ENTITIES_AT_ONCE = 2000

/** Which entities of one kind hold every word, some at a time in the order of the index, and where the next ones begin; null: none. */
export function findEntities(
  rows: Rows,
  words: Words,
  kind: SearchedKind,
  after: number,
): { ids: string[]; next: number | null } {
  const found = rows(
    `WITH page AS (
         SELECT rowid AS id FROM search_index
         WHERE search_index MATCH @match AND rowid BETWEEN max(@first, @after + 1) AND @last
         ORDER BY rowid LIMIT @limit)
       SELECT page.id, t.entity_id AS entityId FROM page JOIN search_text AS t ON t.rowid = page.id ORDER BY page.id`,
    { match: matching(words), after, limit: ENTITIES_AT_ONCE },
    { words, kind },
  ) as { id: number; entityId: string }[]
  return {
    ids: found.map(({ entityId }) => entityId),
    next: found.length < ENTITIES_AT_ONCE ? null : (found.at(-1)?.id ?? null),
  }
}
