// Texts found by their words in a team's base.
import type pg from 'pg'
import type { Form } from '../../domain/search/quality.ts'
import type { Demand } from '../reads/demands.ts'
import type { Among, FoundText, Words } from '../search/find-texts.ts'
import { firstRow, lastRow, type SearchedKind, searchedKinds } from '../search/kinds.ts'
import { mayHold } from '../search/search.ts'

/** What is looked at of one kind at most, newest first. */
const MOST = 400
const ENTITIES_AT_ONCE = 2000

const matching = (words: Words): string => {
  const forms = (one: readonly Form[]) => one.map(({ word, isStart }) => `'${word}'${isStart ? ':*' : ''}`)
  return words.map((one) => `(${forms(one).join(' | ')})`).join(' & ')
}

type Run = <T extends pg.QueryResultRow>(sql: string, parameters: readonly unknown[]) => Promise<T[]>

/**
 * Of one kind the newest, those first whose title holds the words. Read from the newest on, so that a word of many texts is
 * not looked up in all of them: the engine knows by the word itself whether it is one of these.
 */
function newestOf(kind: SearchedKind, byTitle: boolean): string {
  const holding = (column: 'title_words' | 'all_words') => `
    SELECT t.rowid FROM search_text AS t
    WHERE t.rowid BETWEEN ${firstRow(kind)} AND ${lastRow(kind)} AND t.${column} @@ to_tsquery('simple', $1)
      AND NOT EXISTS (SELECT 1 FROM meeting AS m WHERE m.id = t.meeting_id AND m.deleted_at IS NOT NULL)
      AND ($2::text IS NULL OR t.date BETWEEN $2 AND $3)
    ORDER BY t.rowid DESC LIMIT ${MOST}`
  return `SELECT t.rowid, t.kind, t.entity_id AS "entityId", t.meeting_id AS "meetingId", t.item_id AS "itemId", t.date, t.title,
      t.folded_title AS "foldedTitle", t.title_words @@ to_tsquery('simple', $1) AS "byTitle"
    FROM ((${holding('title_words')})${byTitle ? '' : ` UNION (${holding('all_words')})`}) AS newest JOIN search_text AS t USING (rowid)
    ORDER BY t.title_words @@ to_tsquery('simple', $1) DESC, t.rowid DESC LIMIT ${MOST}`
}

/** What is asked, in the words of a desk, where the same texts are found. */
export function asOnDesk(words: Words, kind: SearchedKind | undefined) {
  const forms = words.map((one) => one.map(({ word }) => word))
  const demand: Demand = {
    values: new Map(kind === undefined ? [] : [['kind', new Set([kind])]]),
    isJoined: false,
    tests: [{ key: JSON.stringify(forms), mayHold: (row) => mayHold(row, forms) }],
  }
  return {
    sql: 'SELECT t.* FROM search_text AS t LEFT JOIN meeting AS m ON m.id = t.meeting_id WHERE m.deleted_at IS NULL',
    parameters: [],
    demands: new Map([
      ['search_text', [demand]],
      ['meeting', [{ values: new Map(), isJoined: true, tests: [] }]],
    ]),
  }
}

export async function findTexts(
  run: Run,
  words: Words,
  { kinds = searchedKinds, period = null, byTitle = false }: Among = {},
): Promise<FoundText[]> {
  if (words.length === 0) return []
  const found = await run<Omit<FoundText, 'byTitle'> & { byTitle: number }>(
    kinds.map((kind) => `(${newestOf(kind, byTitle)})`).join(' UNION ALL '),
    [matching(words), period?.from ?? null, period?.to ?? null],
  )
  return found.map((one) => ({ ...one, byTitle: one.byTitle === 1 }))
}

export async function textsOf(run: Run, rowids: readonly number[]): Promise<Map<number, string>> {
  const found = await run<{ id: number; body: string }>(
    'SELECT rowid AS id, body FROM search_text WHERE rowid = ANY($1)',
    [[...rowids]],
  )
  return new Map(found.map(({ id, body }) => [id, body]))
}

export async function findIds(run: Run, words: Words, kind: SearchedKind): Promise<string[]> {
  if (words.length === 0) return []
  const found = await run<{ id: string }>(
    `SELECT t.entity_id AS id FROM search_text AS t LEFT JOIN meeting AS m ON m.id = t.meeting_id
     WHERE t.kind = $2 AND t.all_words @@ to_tsquery('simple', $1) AND m.deleted_at IS NULL`,
    [matching(words), kind],
  )
  return found.map(({ id }) => id)
}

export async function findEntityPage(
  run: Run,
  words: Words,
  { kind, offset, limit }: { kind: SearchedKind; offset: number; limit: number },
): Promise<{ ids: string[]; total: number }> {
  const found = await run<{ total: number; id: string | null }>(
    `WITH found AS MATERIALIZED (
       SELECT entity_id AS id, date FROM search_text WHERE kind = $2 AND all_words @@ to_tsquery('simple', $1))
     SELECT (SELECT count(*) FROM found) AS total, page.id
     FROM (SELECT 1) AS one LEFT JOIN (SELECT id FROM found ORDER BY coalesce(date, '9999') DESC, id DESC LIMIT $3 OFFSET $4) AS page ON true`,
    [matching(words), kind, limit, offset],
  )
  return { ids: found.flatMap(({ id }) => id ?? []), total: found[0]?.total ?? 0 }
}

export async function findEntities(
  run: Run,
  words: Words,
  kind: SearchedKind,
  after: number,
): Promise<{ ids: string[]; next: number | null }> {
  const found = await run<{ id: number; entityId: string }>(
    `SELECT rowid AS id, entity_id AS "entityId" FROM search_text
     WHERE all_words @@ to_tsquery('simple', $1) AND rowid BETWEEN greatest($2::bigint, $3::bigint + 1) AND $4
     ORDER BY rowid LIMIT ${ENTITIES_AT_ONCE}`,
    [matching(words), firstRow(kind), after, lastRow(kind)],
  )
  return {
    ids: found.map(({ entityId }) => entityId),
    next: found.length < ENTITIES_AT_ONCE ? null : (found.at(-1)?.id ?? null),
  }
}
