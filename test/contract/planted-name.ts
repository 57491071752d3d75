import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME } from '../../electron/db/open.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { structural } from './secret-fields.ts'

export type Place = { table: string; column: string }

/** For a column that holds JSON. */
const rich = (text: string) =>
  JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

/**
 * Writes `name` in one row of each table, in each text column that the schema lets hold it; a table without rows gets
 * one. Rows of approved minutes are left alone, and `skipped` tables.
 */
export function plantName(folder: string, name: string, skipped: readonly string[]): Place[] {
  const db = new Database(join(folder, DATABASE_NAME), nativeOptions())
  const planted: Place[] = []
  try {
    db.pragma('foreign_keys = ON')
    for (const table of parentsFirst(db, tablesOf(db))) {
      if (skipped.includes(table)) continue
      const rowid = openRow(db, table) ?? addRow(db, table)
      for (const column of textColumns(db, table)) {
        if (structural.test(column)) continue
        if (put(db, table, column, rowid, name) || put(db, table, column, rowid, rich(name)))
          planted.push({ table, column })
      }
    }
    return planted
  } finally {
    db.close()
  }
}

/** Where any text of the database holds a word, whatever its case: tables of the search and of the journal too. */
export function placesOf(folder: string, word: string): string[] {
  const db = new Database(join(folder, DATABASE_NAME), { ...nativeOptions(), readonly: true })
  try {
    return tablesOf(db, false).flatMap((table) =>
      textColumns(db, table)
        .filter(
          (column) =>
            db
              .prepare(`SELECT 1 FROM "${table}" WHERE instr(lower("${column}"), ?) > 0 LIMIT 1`)
              .get(word) !== undefined,
        )
        .map((column) => `${table}.${column}`),
    )
  } finally {
    db.close()
  }
}

/** Whether the bytes of the database or of its log hold a word, whatever its case. */
export function bytesHold(folder: string, word: string): boolean {
  return ['', '-wal'].some((suffix) => {
    let bytes: Buffer
    try {
      bytes = readFileSync(join(folder, `${DATABASE_NAME}${suffix}`))
    } catch {
      return false
    }
    return bytes.toString('latin1').toLowerCase().includes(word)
  })
}

function tablesOf(db: Database.Database, ownOnly = true): string[] {
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
    .pluck()
    .all() as string[]
  return ownOnly ? tables.filter((name) => !/^(?:search_|journal_|row_sum$)/.test(name)) : tables
}

/** A row can be made where those that it speaks of are there: a table that was made again stands after what speaks of it. */
function parentsFirst(db: Database.Database, tables: readonly string[]): string[] {
  const placed = new Set<string>()
  const place = (table: string, path: readonly string[] = []): void => {
    if (placed.has(table) || path.includes(table)) return
    const parents = db.pragma(`foreign_key_list("${table}")`) as { table: string }[]
    for (const { table: parent } of parents) place(parent, [...path, table])
    placed.add(table)
  }
  for (const table of tables) place(table)
  return [...placed].filter((table) => tables.includes(table))
}

function textColumns(db: Database.Database, table: string): string[] {
  const columns = db.pragma(`table_info("${table}")`) as { name: string; type: string }[]
  return columns.filter(({ type }) => type === 'TEXT').map(({ name }) => name)
}

/** Of these tables no trigger says which rows an approval holds. */
const notApproved: Readonly<Record<string, string>> = {
  meeting: 'id NOT IN (SELECT id FROM approval)',
  agenda_item: 'meeting_id NOT IN (SELECT id FROM approval)',
}

/** A row that no approval holds: the triggers say which. */
function openRow(db: Database.Database, table: string): number | null {
  const rows = db
    .prepare(`SELECT rowid FROM "${table}" WHERE ${notApproved[table] ?? 'TRUE'} LIMIT 500`)
    .pluck()
    .all() as number[]
  const [column] = textColumns(db, table).filter((name) => !structural.test(name))
  if (column === undefined) return rows[0] ?? null
  const touch = db.prepare(`UPDATE "${table}" SET "${column}" = "${column}" WHERE rowid = ?`)
  for (const rowid of rows) {
    try {
      touch.run(rowid)
      return rowid
    } catch {
      // Approved: the next one.
    }
  }
  return null
}

type Column = { name: string; type: string; notnull: number; pk: number; dflt_value: string | null }

/** A row of what the schema asks for, and of one column more where a check of the whole row wants it. */
function addRow(db: Database.Database, table: string): number {
  const columns = db.pragma(`table_info("${table}")`) as Column[]
  const asked = columns.filter(
    ({ notnull, pk, dflt_value }) => (notnull === 1 && dflt_value === null) || pk === 1,
  )
  const more = columns.filter((column) => !asked.includes(column))
  for (const extra of [[], ...more.map((column) => [column])]) {
    const values = [...asked, ...extra].map((column) => ({
      name: column.name,
      value: valueFor(db, table, column),
    }))
    try {
      const { lastInsertRowid } = db
        .prepare(
          `INSERT INTO "${table}" (${values.map(({ name }) => `"${name}"`).join(', ')}) VALUES (${values.map(() => '?').join(', ')})`,
        )
        .run(...values.map(({ value }) => value))
      return Number(lastInsertRowid)
    } catch {
      // A check of the whole row: with another column then.
    }
  }
  throw new Error(`no row can be made in ${table}: say how`)
}

function valueFor(db: Database.Database, table: string, { name, type }: Column): unknown {
  const key = (
    db.pragma(`foreign_key_list("${table}")`) as { table: string; from: string; to: string }[]
  ).find(({ from }) => from === name)
  if (key !== undefined) {
    const parents = db
      .prepare(`SELECT "${key.to}" FROM "${key.table}" WHERE ${notApproved[key.table] ?? 'TRUE'}`)
      .pluck()
      .all()
    const isFree = (parent: unknown) =>
      db.prepare(`SELECT 1 FROM "${table}" WHERE "${name}" = ?`).get(parent) === undefined
    return parents.find(isFree) ?? parents[0]
  }
  if (type !== 'TEXT') return 1
  const made = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table)
  const choice = new RegExp(`\\b${name} IN \\(\\s*'([^']*)'`).exec(String(made))?.[1]
  if (choice !== undefined) return choice
  if (String(made).includes(`json_valid(${name})`)) return rich('')
  return name === 'id' ? newId() : structural.test(name) ? '2026-01-01' : ''
}

function put(db: Database.Database, table: string, column: string, rowid: number, value: string): boolean {
  try {
    return db.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = ?`).run(value, rowid).changes === 1
  } catch {
    // The schema does not let it hold a name.
    return false
  }
}
