// Texts are folded (accents, œ, æ, elisions, case) and kept in an FTS5 index that TEMP triggers hold up to date with
// every write, undo included.
import type { Database } from 'better-sqlite3'
import { fold } from '../../domain/text/fold.ts'
import { AnyRichText, plainText } from '../../domain/text/rich-text.ts'
import type { RowChange, RowImage } from '../columns.ts'
import type { Demand } from '../reads/demands.ts'
import type { Tracker } from '../reads/tracker.ts'

type Source = {
  kind: string
  table: string
  /** SQL over the alias of a row (`NEW`), each giving text or null. */
  meeting: string
  item: string
  date: string
  title: string
  body: string
}

const meetingDate = (row: string) => `(SELECT date FROM meeting WHERE id = ${row}.meeting_id)`
const sectionMeeting = '(SELECT meeting_id FROM minutes WHERE id = NEW.minutes_id)'

const sources: readonly Source[] = [
  {
    kind: 'meeting',
    table: 'meeting',
    meeting: 'NEW.id',
    item: 'NULL',
    date: 'NEW.date',
    title: 'NEW.title',
    body: `NEW.place || ' ' || NEW.chair || ' ' || NEW.secretary`,
  },
  {
    kind: 'item',
    table: 'agenda_item',
    meeting: 'NEW.meeting_id',
    item: 'NEW.id',
    date: meetingDate('NEW'),
    title: 'NEW.title',
    body: `NEW.presenter || ' ' || NEW.organisation || ' ' || NEW.note`,
  },
  {
    kind: 'section',
    table: 'minutes_section',
    meeting: sectionMeeting,
    item: 'NEW.item_id',
    date: `(SELECT date FROM meeting WHERE id = ${sectionMeeting})`,
    title: '(SELECT title FROM agenda_item WHERE id = NEW.item_id)',
    body: `rich_words(NEW.presentation) || ' ' || rich_words(NEW.exchanges) || ' ' || NEW.outcome_sentence`,
  },
  {
    kind: 'decision',
    table: 'decision',
    meeting: 'NEW.meeting_id',
    item: 'NEW.item_id',
    date: meetingDate('NEW'),
    title: 'NEW.text',
    body: `''`,
  },
  {
    kind: 'action',
    table: 'action',
    meeting: 'NEW.meeting_id',
    item: 'NEW.item_id',
    date: meetingDate('NEW'),
    title: 'NEW.text',
    body: `NEW.owner || ' ' || NEW.organisation`,
  },
  {
    kind: 'document',
    table: 'taken_file',
    meeting: 'NEW.meeting_id',
    item: 'NULL',
    date: meetingDate('NEW'),
    title: `(SELECT coalesce(nullif(title, ''), file_name) FROM attachment WHERE id = NEW.id)`,
    body: 'NEW.text',
  },
  {
    kind: 'project',
    table: 'project',
    meeting: 'NULL',
    item: 'NULL',
    date: 'NULL',
    title: 'NEW.title',
    body: `NEW.project_owner || ' ' || NEW.organisation || ' ' || NEW.purpose`,
  },
  {
    kind: 'watch',
    table: 'watch_item',
    meeting: 'NULL',
    item: 'NULL',
    date: 'NEW.published_on',
    title: 'NEW.title',
    body: `NEW.number || ' ' || NEW.nor || ' ' || NEW.ministry || ' ' || NEW.consequences || ' ' || NEW.purpose || ' ' || NEW.notice`,
  },
  {
    kind: 'subject',
    table: 'subject',
    meeting: 'NULL',
    item: 'NULL',
    date: 'NEW.received_on',
    title: 'NEW.title',
    body: `NEW.requester || ' ' || NEW.organisation || ' ' || NEW.text || ' ' || NEW.note`,
  },
  {
    kind: 'person',
    table: 'person',
    meeting: 'NULL',
    item: 'NULL',
    date: 'NULL',
    title: `trim(NEW.given_name || ' ' || NEW.family_name)`,
    body: 'NEW.job_title',
  },
]

/** Values that texts take from rows of other tables. */
const followed: readonly {
  table: string
  column: string
  kinds: readonly string[]
  where: string
  values: Readonly<Record<string, string>>
}[] = [
  {
    table: 'meeting',
    column: 'date',
    kinds: ['item', 'section', 'decision', 'action', 'document'],
    where: 'meeting_id = NEW.id',
    values: { date: 'NEW.date' },
  },
  {
    table: 'agenda_item',
    column: 'title',
    kinds: ['section'],
    where: 'meeting_id = NEW.meeting_id AND item_id = NEW.id',
    values: { title: 'NEW.title', folded: `fold(NEW.title || ' ' || body)` },
  },
]

/** Makes the connection keep the index: our functions, and one set of TEMP triggers per source table. */
export function keepSearchIndex(db: Database): void {
  giveFunctions(db)
  for (const source of sources) db.exec(triggers(source))
  for (const { table, column, kinds, where, values } of followed)
    db.exec(`CREATE TEMP TRIGGER search_${table}_followed AFTER UPDATE OF ${column} ON main.${table}
      WHEN OLD.${column} IS NOT NEW.${column} BEGIN
        UPDATE search_text SET ${assigned(values)}
        WHERE ${where} AND kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')});
      END`)
}

/** Makes all that is kept for the search again from the rows themselves: after a damage there, or on a recovered database. */
export function rebuildSearch(db: Database): void {
  giveFunctions(db)
  db.exec('BEGIN IMMEDIATE')
  try {
    // The index is made new rather than emptied: emptying reads it, and it may be what is damaged.
    const own = db
      .prepare(
        `SELECT name, sql FROM sqlite_schema WHERE name = 'search_index' OR (type = 'trigger' AND tbl_name = 'search_text')`,
      )
      .all() as { name: string; sql: string }[]
    for (const { name } of own)
      db.exec(name === 'search_index' ? 'DROP TABLE search_index' : `DROP TRIGGER ${name}`)
    db.exec('DELETE FROM search_text')
    for (const source of sources) {
      const values = valuesOf(source)
      db.exec(`INSERT INTO search_text (kind, entity_id, ${Object.keys(values).join(', ')})
        SELECT '${source.kind}', NEW.id, ${Object.values(values).join(', ')} FROM main.${source.table} AS NEW`)
    }
    for (const { sql } of own) db.exec(sql)
    db.exec(`INSERT INTO search_index (search_index) VALUES ('rebuild')`)
    db.exec('COMMIT')
  } catch (thrown) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw thrown
  }
}

function giveFunctions(db: Database): void {
  db.function('fold', { deterministic: true }, (text) => fold(String(text ?? '')))
  db.function('rich_words', { deterministic: true }, (json) => richWords(String(json ?? '')))
}

/** A rich text kept as JSON, as words; what is not valid is not found rather than an error in the middle of a write. */
function richWords(json: string): string {
  const parsed = AnyRichText.safeParse(JSON.parse(json))
  return parsed.success ? plainText(parsed.data) : ''
}

/** By column of the search, the SQL of its value. */
function valuesOf({ meeting, item, date, title, body }: Source): Readonly<Record<string, string>> {
  const shown = `coalesce(${title}, '')`
  return {
    meeting_id: meeting,
    item_id: item,
    date,
    title: shown,
    body,
    folded: `fold(${shown} || ' ' || ${body})`,
  }
}

/** Columns of the row itself that some SQL takes. */
function columnsIn(expression: string): string[] {
  return [...new Set([...expression.matchAll(/\bNEW\.(\w+)/g)].flatMap(([, column]) => column ?? []))]
}

function assigned(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([column, value]) => `${column} = ${value}`)
    .join(', ')
}

function triggers(source: Source): string {
  const { kind, table } = source
  const values = Object.entries(valuesOf(source))
  const columns = columnsIn(Object.values(valuesOf(source)).join())
  return `
CREATE TEMP TRIGGER search_${table}_insert AFTER INSERT ON main.${table} BEGIN
  INSERT INTO search_text (kind, entity_id, ${values.map(([column]) => column).join(', ')})
  SELECT '${kind}', NEW.id, ${values.map(([, value]) => value).join(', ')};
END;
CREATE TEMP TRIGGER search_${table}_update AFTER UPDATE ON main.${table}
WHEN ${columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')} BEGIN
  UPDATE search_text SET ${assigned(valuesOf(source))}
  WHERE kind = '${kind}' AND entity_id = NEW.id;
END;
CREATE TEMP TRIGGER search_${table}_delete AFTER DELETE ON main.${table} BEGIN
  DELETE FROM search_text WHERE kind = '${kind}' AND entity_id = OLD.id;
END;`
}

/** The tables that the triggers keep. */
export const searchTables: readonly string[] = ['search_text', 'search_index']

/**
 * How changes of other rows changed a table of the search. A value is told by what it is made from: it is another
 * one exactly when that is.
 */
export function searchChanges(table: string, rows: readonly RowChange[]): RowChange[] {
  return rows.flatMap((row) => {
    const changed = (imageOf: (image: RowImage) => RowImage): RowChange => ({
      table,
      before: row.before === null ? null : imageOf(row.before),
      after: row.after === null ? null : imageOf(row.after),
    })
    const own = sources.filter((source) => source.table === row.table)
    const isUpdate = row.before !== null && row.after !== null
    const others = isUpdate ? followed.filter((one) => one.table === row.table) : []
    return [
      ...own.map((source) =>
        changed((image) => ({
          ...madeFrom(valuesOf(source), image),
          ...wordsOf(source, image),
          kind: source.kind,
          entity_id: image.id ?? null,
        })),
      ),
      ...others.flatMap(({ kinds, values }) =>
        kinds.map((kind) => changed((image) => ({ ...madeFrom(values, image), kind }))),
      ),
    ]
  })
}

function madeFrom(values: Readonly<Record<string, string>>, row: RowImage): RowImage {
  const made = Object.entries(values).map(([column, value]) => [
    column,
    JSON.stringify(columnsIn(value).map((one) => row[one])),
  ])
  return Object.fromEntries(made)
}

/** The words of a row, where its text is made of nothing else. */
function wordsOf({ title, body }: Source, row: RowImage): RowImage {
  if (title.includes('SELECT')) return {}
  return {
    words: fold(
      columnsIn(`${title} ${body}`)
        .map((column) => row[column] ?? '')
        .join(' '),
    ),
  }
}

/** A row that does not tell its words may hold any. */
function mayHold(row: RowImage, words: readonly string[]): boolean {
  const own = row.words ?? null
  return own === null || words.every((word) => String(own).includes(word))
}

export type FoundText = {
  kind: string
  entityId: string
  meetingId: string | null
  itemId: string | null
  date: string | null
  title: string
  body: string
}

/** Runs a statement for whoever has the turn, with its parameters by their names; of texts of one kind, if given. */
export type Rows = (
  sql: string,
  parameters: Readonly<Record<string, unknown>>,
  of: { words: readonly string[]; kind?: string | undefined },
) => unknown[]

/** Runs on `sqlite`, and has `tracker` note what each statement reads. */
export function trackedRows(sqlite: Database, tracker: Tracker): Rows {
  return (sql, parameters, { words, kind }) => {
    const found = sqlite.prepare(sql).all(parameters)
    const ofKind: Demand = {
      values: new Map(kind === undefined ? [] : [['kind', new Set([kind])]]),
      isJoined: false,
      tests: [{ key: words.join(' '), mayHold: (row) => mayHold(row, words) }],
    }
    // A meeting is only looked up by texts that are of it.
    const demands = new Map([
      ...searchTables.map((table) => [table, [ofKind]] as const),
      ['meeting', [{ values: new Map(), isJoined: true, tests: [] }]] as const,
    ])
    tracker.ran({ sql, parameters: [parameters], demands }, null)
    return found
  }
}

/** Every word, the last one as a prefix. */
function matching(words: readonly string[]): string {
  return words.map((word, index) => `"${word}"${index === words.length - 1 ? '*' : ''}`).join(' ')
}

/** Read in a few milliseconds. */
const ENTITIES_AT_ONCE = 2000

/** Texts that hold every word (the last one as a prefix), newest first, those of deleted meetings left out; of one kind if given. */
export function findTexts(rows: Rows, words: readonly string[], limit: number, kind?: string): FoundText[] {
  if (words.length === 0) return []
  const match = matching(words)
  return rows(
    // First which, then their texts: sorting every match with its text takes four times as long (measured).
    `WITH found AS (
         SELECT t.rowid AS id
         FROM search_index JOIN search_text AS t ON t.rowid = search_index.rowid
         LEFT JOIN meeting AS m ON m.id = t.meeting_id
         WHERE search_index MATCH @match AND m.deleted_at IS NULL AND (t.kind = @kind OR @kind IS NULL)
         ORDER BY t.date IS NULL, t.date DESC, t.rowid DESC LIMIT @limit)
       SELECT t.kind, t.entity_id AS entityId, t.meeting_id AS meetingId, t.item_id AS itemId, t.date, t.title, t.body
       FROM found JOIN search_text AS t ON t.rowid = found.id
       ORDER BY t.date IS NULL, t.date DESC, t.rowid DESC`,
    { match, kind: kind ?? null, limit },
    { words, kind },
  ) as FoundText[]
}

/** How many entities of one kind hold every word, and a page of them: those without a date first, then newest first. */
export function findEntityPage(
  rows: Rows,
  words: readonly string[],
  { kind, offset, limit }: { kind: string; offset: number; limit: number },
): { ids: string[]; total: number } {
  const found = rows(
    `WITH found AS MATERIALIZED (
         SELECT t.entity_id AS id, t.date
         FROM search_index JOIN search_text AS t ON t.rowid = search_index.rowid
         WHERE search_index MATCH @match AND t.kind = @kind)
       SELECT (SELECT count(*) FROM found) AS total, page.id
       FROM (SELECT 1) LEFT JOIN
         (SELECT id FROM found ORDER BY coalesce(date, '9999') DESC, id DESC LIMIT @limit OFFSET @offset) AS page`,
    { match: matching(words), kind, offset, limit },
    { words, kind },
  ) as { total: number; id: string | null }[]
  return { ids: found.flatMap(({ id }) => id ?? []), total: found[0]?.total ?? 0 }
}

/** Which entities of one kind hold every word, some at a time in the order of the index, and where the next ones begin; null: none. */
export function findEntities(
  rows: Rows,
  words: readonly string[],
  kind: string,
  after: number,
): { ids: string[]; next: number | null } {
  const found = rows(
    `WITH page AS (
         SELECT rowid AS id FROM search_index WHERE search_index MATCH @match AND rowid > @after
         ORDER BY rowid LIMIT @limit)
       SELECT page.id, t.kind, t.entity_id AS entityId FROM page JOIN search_text AS t ON t.rowid = page.id ORDER BY page.id`,
    { match: matching(words), after, limit: ENTITIES_AT_ONCE },
    { words },
  ) as { id: number; kind: string; entityId: string }[]
  return {
    ids: found.flatMap((row) => (row.kind === kind ? row.entityId : [])),
    next: found.length < ENTITIES_AT_ONCE ? null : (found.at(-1)?.id ?? null),
  }
}
