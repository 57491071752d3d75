import Database from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import { quoted } from '../columns.ts'
import { migrations } from '../migrations/index.ts'
import { nativeOptions } from '../native.ts'

/** The numbers that a table counts by lie in a table of SQLite's own: without it an undone entry's number is given again. */
const SEQUENCES = 'sqlite_sequence'

type Column = { name: string; type: string; notnull: 0 | 1 }
export type DumpedRow = Record<string, string | number | null>

/** Names of the tables that hold data. Search indexes and sums follow from them, the planner's statistics too. */
export function dumpedTables(db: Database.Database): string[] {
  const tables = db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name <> 'row_sum' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  return [...tables, SEQUENCES]
}

/** Every row, in the order in which they were stored. */
export function dumpRows(db: Database.Database, table: string): IterableIterator<DumpedRow> {
  return db.prepare(`SELECT * FROM ${quoted(table)} ORDER BY rowid`).iterate() as IterableIterator<DumpedRow>
}

/** JSON Schema of the rows of `dumpRows`, made from the table itself. */
export function tableSchema(db: Database.Database, table: string): object {
  const columns = columnsIn(db, table)
  const sql = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: table,
    $comment: sql,
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: columns.map(({ name }) => name),
      properties: Object.fromEntries(columns.map((column) => [column.name, columnSchema(column)])),
    },
  }
}

function columnSchema({ type, notnull }: Column): object {
  // The one untyped table is SQLite's own, of a name and a number.
  const json = { TEXT: 'string', INTEGER: 'integer', REAL: 'number', '': ['string', 'integer'] }[type]
  if (json === undefined) throw new Error(`a column of type ${type} cannot be dumped`)
  return { type: notnull === 1 ? json : [json, 'null'].flat() }
}

function columnsIn(db: Database.Database, table: string): Column[] {
  return db.pragma(`main.table_info(${quoted(table)})`) as Column[]
}

export type FilledTable = { name: string; path: string; rows: AsyncIterable<DumpedRow> }

/**
 * Makes a database file of the given schema and puts the rows in, each table whole: what the migrations themselves put
 * there goes first, and no rule that guards people's changes (encrypts) stands against their return.
 * @throws AppError `data-newer`, `parcel-altered` with the file whose rows the schema does not take
 */
export async function fillDatabase(
  path: string,
  version: number,
  tables: readonly FilledTable[],
): Promise<{ rows: Map<string, number> }> {
  if (version > migrations.length) throw new AppError('data-newer')
  const db = new Database(path, nativeOptions())
  try {
    // Nothing of it counts before the whole is copied into its place, durably.
    db.pragma('journal_mode = MEMORY')
    db.pragma('synchronous = OFF')
    db.pragma('trusted_schema = OFF')
    for (const migration of migrations.slice(0, version)) db.exec(migration)
    const known = dumpedTables(db)
    const missing = known.find((name) => tables.every((table) => table.name !== name))
    if (missing !== undefined) throw new AppError('parcel-altered', { field: missing })
    db.pragma('foreign_keys = OFF')
    db.exec('BEGIN')
    const triggers = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as {
      name: string
      sql: string
    }[]
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${quoted(name)}`)
    for (const name of known) db.exec(`DELETE FROM ${quoted(name)}`)
    const rows = new Map<string, number>()
    // The sequences come last: filling the tables moves them.
    for (const table of [...tables].sort((a, b) => known.indexOf(a.name) - known.indexOf(b.name))) {
      if (!known.includes(table.name)) throw new AppError('parcel-altered', { field: table.path })
      if (table.name === SEQUENCES) db.exec(`DELETE FROM ${SEQUENCES}`)
      rows.set(table.name, await fillTable(db, table))
    }
    db.exec(`INSERT INTO search_index (search_index) VALUES ('rebuild')`)
    for (const { sql } of triggers) db.exec(sql)
    db.pragma(`user_version = ${version}`)
    db.exec('COMMIT')
    return { rows }
  } finally {
    db.close()
  }
}

async function fillTable(db: Database.Database, { name, path, rows }: FilledTable): Promise<number> {
  const columns = columnsIn(db, name).map((column) => column.name)
  const insert = db.prepare(
    `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  let count = 0
  try {
    for await (const row of rows) {
      const values = columns.map((column) => row[column])
      if (Object.keys(row).length !== columns.length || values.includes(undefined))
        throw new Error('other columns')
      insert.run(values)
      count += 1
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('parcel-altered', { field: path, cause })
  }
  return count
}
