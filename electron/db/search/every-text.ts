// Each text column of each table as the schema tells them, so that no column can be forgotten; read in small steps,
// rewritten without the journal, and wiped from the pages of the file.
import type { Database } from 'better-sqlite3'
import { quoted } from '../columns.ts'
import type { Tracker } from '../reads/tracker.ts'
import { tablesOf } from '../stored-tables.ts'

export type TextTable = {
  readonly name: string
  readonly columns: readonly string[]
  /** Columns that point to a person; a row whose `required` one does is nothing without the person. */
  readonly links: readonly { column: string; required: boolean }[]
  /** How a row is named to people: its id, or its number. */
  readonly key: string
  /** SQL of the meeting that a row belongs to, NULL for none. */
  readonly meeting: string
  readonly isVersioned: boolean
}

export type TextRow = {
  readonly rowid: number
  readonly key: string
  readonly meetingId: string | null
  /** Whether the minutes of its meeting are approved. */
  readonly isApproved: boolean
  readonly values: Readonly<Record<string, string | null>>
}

/** A change of the journal with its images. */
export type ImageRow = {
  readonly ord: number
  readonly entry: number
  readonly table: string
  readonly rowId: string
  readonly before: string | null
  readonly after: string | null
}

/** A text of the search, as it is shown. */
export type SearchRow = {
  readonly rowid: number
  readonly title: string
  readonly body: string
  readonly isApproved: boolean
}

/** Rows are read until this much time has gone: nothing else waits longer for its turn. */
const STEP_MS = 12
/** Pages of the index merged in one step. */
const MERGE_PAGES = 200

export class EveryText {
  readonly #db: Database
  readonly #tracker: Tracker | null
  #tables: readonly TextTable[] | undefined

  /** @param tracker told of what is read step by step */
  constructor(db: Database, tracker: Tracker | null = null) {
    this.#db = db
    this.#tracker = tracker
  }

  /** Asked of the schema once, and not by each of many steps. */
  get tables(): readonly TextTable[] {
    this.#tables ??= tablesOf(this.#db, 'texts')
      .sort()
      .map((name) => textTable(this.#db, name))
    return this.#tables
  }

  /** Calls `each` with the rows of a table after one of them; returns the last one seen, null at the end. */
  step(table: TextTable, after: number, each: (row: TextRow) => void): number | null {
    return this.#until(
      `SELECT rowid AS "rowid", CAST(${quoted(table.key)} AS TEXT) AS "key", ${table.meeting} AS "meetingId",
        ${approved(table.meeting)} AS "isApproved", ${fieldsOf(table)}
       FROM ${quoted(table.name)} AS t WHERE rowid > ? ORDER BY rowid`,
      after,
      (row) => Number(row.rowid),
      (row) => each(textRow(table, row)),
    )
  }

  /** The same of the journal's images. */
  stepImages(after: number, each: (row: ImageRow) => void): number | null {
    return this.#until(
      `SELECT ord, entry_seq AS entry, table_name AS "table", row_id AS "rowId", before, after
       FROM journal_change WHERE ord > ? ORDER BY ord`,
      after,
      (row) => Number(row.ord),
      (row) => each(row as ImageRow),
    )
  }

  /** The same of the texts of the search. */
  stepSearch(after: number, each: (row: SearchRow) => void): number | null {
    return this.#until(
      `${SEARCH} WHERE rowid > ? ORDER BY rowid`,
      after,
      (row) => Number(row.rowid),
      (row) => each(searchRow(row)),
    )
  }

  searchText(rowid: number): SearchRow | null {
    const row = this.#db.prepare(`${SEARCH} WHERE rowid = ?`).get(rowid)
    return row === undefined ? null : searchRow(row as Record<string, unknown>)
  }

  row(table: TextTable, rowid: number): TextRow | null {
    const row = this.#db
      .prepare(
        `SELECT rowid AS "rowid", CAST(${quoted(table.key)} AS TEXT) AS "key", ${table.meeting} AS "meetingId",
          ${approved(table.meeting)} AS "isApproved", ${fieldsOf(table)} FROM ${quoted(table.name)} AS t WHERE rowid = ?`,
      )
      .get(rowid) as Record<string, unknown> | undefined
    return row === undefined ? null : textRow(table, row)
  }

  /** The row that its key names. */
  rowNamed(table: TextTable, key: string): TextRow | null {
    const sql = `SELECT rowid FROM ${quoted(table.name)} WHERE CAST(${quoted(table.key)} AS TEXT) = ?`
    this.#tracker?.ran({ sql, parameters: [key] }, null)
    const rowid = this.#db.prepare(sql).pluck().get(key)
    return rowid === undefined ? null : this.row(table, Number(rowid))
  }

  image(ord: number): ImageRow | null {
    const row = this.#db
      .prepare(
        `SELECT ord, entry_seq AS entry, table_name AS "table", row_id AS "rowId", before, after
         FROM journal_change WHERE ord = ?`,
      )
      .get(ord)
    return row === undefined ? null : (row as ImageRow)
  }

  /** Every image of one row, oldest first, with the method that wrote. */
  imagesOf(table: string, rowId: string): (ImageRow & { method: string })[] {
    return this.#db
      .prepare(
        `SELECT c.ord, c.entry_seq AS entry, c.table_name AS "table", c.row_id AS "rowId", c.before, c.after, e.method
         FROM journal_change AS c JOIN journal_entry AS e ON e.seq = c.entry_seq
         WHERE c.table_name = ? AND c.row_id = ? ORDER BY c.ord`,
      )
      .all(table, rowId) as (ImageRow & { method: string })[]
  }

  /** The images that one entry of the journal took away of a table. */
  removedIn(entry: number, table: string): ImageRow[] {
    return this.#db
      .prepare(
        `SELECT ord, entry_seq AS entry, table_name AS "table", row_id AS "rowId", before, after
         FROM journal_change WHERE entry_seq = ? AND table_name = ? AND after IS NULL`,
      )
      .all(entry, table) as ImageRow[]
  }

  /** Writes columns of a row; whoever edits it elsewhere is told of the conflict. */
  write(table: TextTable, rowid: number, values: Readonly<Record<string, string | null>>): void {
    const columns = Object.keys(values)
    if (columns.length === 0) return
    const sets = columns.map((column) => `${quoted(column)} = ?`)
    if (table.isVersioned) sets.push('version = version + 1')
    this.#db
      .prepare(`UPDATE ${quoted(table.name)} SET ${sets.join(', ')} WHERE rowid = ?`)
      .run(...Object.values(values), rowid)
  }

  remove(table: TextTable, rowid: number): void {
    this.#db.prepare(`DELETE FROM ${quoted(table.name)} WHERE rowid = ?`).run(rowid)
  }

  /** Removes one row by its id; returns how many went. */
  removeById(table: string, id: string): number {
    return this.#db.prepare(`DELETE FROM ${quoted(table)} WHERE id = ?`).run(id).changes
  }

  writeImage(ord: number, before: string | null, after: string | null): void {
    this.#db.prepare('UPDATE journal_change SET before = ?, after = ? WHERE ord = ?').run(before, after, ord)
  }

  /** Takes changes out of the journal, and the entries that were nothing else. */
  removeImages(images: readonly Pick<ImageRow, 'ord' | 'entry'>[]): void {
    const remove = this.#db.prepare('DELETE FROM journal_change WHERE ord = ?')
    const removeEmpty = this.#db.prepare(
      `DELETE FROM journal_entry WHERE seq = ? AND NOT EXISTS (SELECT 1 FROM journal_change WHERE entry_seq = seq)`,
    )
    for (const { ord } of images) remove.run(ord)
    for (const entry of new Set(images.map(({ entry }) => entry))) removeEmpty.run(entry)
  }

  writeSearch(rowid: number, title: string, body: string): void {
    this.#db
      .prepare(
        `UPDATE search_text SET title = @title, body = @body, folded_title = fold(@title), folded_body = fold(@body)
         WHERE rowid = @rowid`,
      )
      .run({ rowid, title, body })
  }

  /** One transaction, not recorded by the journal; links are checked at its end. */
  transaction<T>(work: () => T): T {
    return this.#db
      .transaction(() => {
        this.#db.pragma('defer_foreign_keys = ON')
        return work()
      })
      .immediate()
  }

  /** Merges the index a little, so that deleted words leave it; returns whether there is more to merge. */
  mergeIndex(isFirst: boolean): boolean {
    const before = this.#changes()
    // A negative number begins a merge of everything, a positive one goes on with it (FTS5, the "merge" command).
    this.#db
      .prepare(`INSERT INTO search_index (search_index, rank) VALUES ('merge', ?)`)
      .run(isFirst ? -MERGE_PAGES : MERGE_PAGES)
    return this.#changes() - before >= 2
  }

  /** Writes the whole file anew: what was deleted is in none of its pages any more, nor in the log beside it. */
  rewriteFile(): void {
    this.#db.exec('VACUUM')
    this.#db.pragma('wal_checkpoint(TRUNCATE)')
  }

  #changes(): number {
    return Number(this.#db.prepare('SELECT total_changes()').pluck().get())
  }

  #until(
    sql: string,
    after: number,
    idOf: (row: Record<string, unknown>) => number,
    each: (row: Record<string, unknown>) => void,
  ): number | null {
    const started = performance.now()
    this.#tracker?.ran({ sql, parameters: [after] }, null)
    for (const row of this.#db.prepare(sql).iterate(after) as IterableIterator<Record<string, unknown>>) {
      each(row)
      if (performance.now() - started > STEP_MS) return idOf(row)
    }
    return null
  }
}

type Column = { name: string; type: string; notnull: number; pk: number }
type ForeignKey = { table: string; from: string }

function textTable(db: Database, name: string): TextTable {
  const columns = db.pragma(`table_info(${quoted(name)})`) as Column[]
  const keys = db.pragma(`foreign_key_list(${quoted(name)})`) as ForeignKey[]
  const has = (column: string) => columns.some((one) => one.name === column)
  const key = columns.find(({ pk }) => pk === 1)?.name ?? 'rowid'
  return {
    name,
    columns: columns.filter(({ type }) => type === 'TEXT').map((column) => column.name),
    links: keys
      .filter(({ table }) => table === 'person')
      .map(({ from }) => ({
        column: from,
        required: columns.some((one) => one.name === from && one.notnull === 1),
      })),
    key,
    meeting: meetingOf(name, { key, has, keys }),
    isVersioned: has('version'),
  }
}

/** Whose meeting it is, by the nearest link of the row. */
function meetingOf(
  name: string,
  { key, has, keys }: { key: string; has: (column: string) => boolean; keys: readonly ForeignKey[] },
): string {
  // A row with the meeting's own id is of that meeting, whatever else it points to.
  if (name === 'meeting' || keys.some(({ table, from }) => table === 'meeting' && from === key))
    return `t.${quoted(key)}`
  if (has('meeting_id')) return 't.meeting_id'
  const by = (table: string) => keys.find((one) => one.table === table)?.from
  for (const table of ['agenda_item', 'minutes', 'dispatch', 'subject']) {
    const column = by(table)
    if (column !== undefined) return `(SELECT meeting_id FROM ${table} WHERE id = t.${quoted(column)})`
  }
  const section = by('minutes_section')
  if (section === undefined) return 'NULL'
  return `(SELECT meeting_id FROM minutes JOIN minutes_section ON minutes_section.minutes_id = minutes.id
    WHERE minutes_section.id = t.${quoted(section)})`
}

function approved(meeting: string): string {
  return `EXISTS (SELECT 1 FROM approval WHERE approval.id = ${meeting})`
}

const SEARCH = `SELECT rowid AS "rowid", title, body, ${approved('t.meeting_id')} AS "isApproved" FROM search_text AS t`

function searchRow({ rowid, title, body, isApproved }: Record<string, unknown>): SearchRow {
  return { rowid: Number(rowid), title: String(title), body: String(body), isApproved: isApproved === 1 }
}

/** Columns under names that cannot meet those of the query itself. */
function fieldsOf({ columns }: TextTable): string {
  return columns.length === 0
    ? '1 AS "nothing"'
    : columns.map((column) => `t.${quoted(column)} AS ${quoted(`$${column}`)}`).join(', ')
}

function textRow({ columns }: TextTable, row: Record<string, unknown>): TextRow {
  return {
    rowid: Number(row.rowid),
    key: String(row.key),
    meetingId: row.meetingId === null ? null : String(row.meetingId),
    isApproved: row.isApproved === 1,
    values: Object.fromEntries(
      columns.map((column) => {
        const value = row[`$${column}`]
        return [column, value === null ? null : String(value)]
      }),
    ),
  }
}
