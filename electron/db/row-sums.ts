// A sum of each row, written with it by triggers: a row that no longer gives its sum was altered by something else
// than this application. Rows without a sum are not known to be otherwise.
import { crc32 } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import type { AlteredRow } from '../contract/wire-backups.ts'
import { quoted } from './columns.ts'
import { tablesOf } from './stored-tables.ts'
import type { TempTrigger } from './temp-triggers.ts'

/** So many altered rows are named: where there are more, a backup serves better than a list. */
const MOST_ALTERED = 100

/** No row gives this one. */
const ALTERED = -1

/** What keeps the sums from here on; those of a table that has none are made first. */
export function sumTriggers(db: Database): TempTrigger[] {
  giveSum(db)
  const tables = summedTables(db)
  makeMissing(db, tables)
  return tables.flatMap(triggersOf)
}

/** Does what changes columns, or rows without their sums, and makes all sums again; rows altered before stay so. */
export function sumAgainAfter(db: Database, change: () => void): void {
  const altered = alteredRows(db)
  change()
  if (!hasSums(db)) return
  giveSum(db)
  db.exec('DELETE FROM row_sum')
  makeMissing(db, summedTables(db))
  const mark = db.prepare('UPDATE row_sum SET sum = ? WHERE table_name = ? AND row_id = ?')
  for (const { table, id } of altered) mark.run(ALTERED, table, id)
}

/**
 * The rows that no longer give their sum, a hundred at most; none of a database that keeps no sums.
 * @param only of this table alone
 */
export function alteredRows(db: Database, only?: string): AlteredRow[] {
  if (!hasSums(db)) return []
  giveSum(db)
  const altered: AlteredRow[] = []
  const has = havingSums(db)
  const names = tablesOf(db, 'sums').filter((name) => (only === undefined || name === only) && has(name))
  for (const { name, id, sum } of summedTables(db, names)) {
    const ids = db
      .prepare(
        `SELECT s.row_id FROM ${quoted(name)} AS t JOIN row_sum AS s ON s.table_name = ? AND s.row_id = ${id('t.')}
         WHERE s.sum <> ${sum} LIMIT ?`,
      )
      .pluck()
      .all(name, MOST_ALTERED - altered.length) as string[]
    altered.push(...ids.map((rowId) => ({ table: name, id: rowId })))
    if (altered.length === MOST_ALTERED) break
  }
  return altered
}

/** Those of the rows that still do not give their sum: what was written since is what somebody wrote. */
export function stillAltered(db: Database, rows: readonly AlteredRow[]): AlteredRow[] {
  const tables = new Map(summedTables(db).map((table) => [table.name, table]))
  return rows.filter((row) => {
    const table = tables.get(row.table)
    if (table === undefined) return false
    const { name, id, sum } = table
    const isSo = db
      .prepare(
        `SELECT s.sum <> ${sum} FROM ${quoted(name)} AS t JOIN row_sum AS s ON s.table_name = ? AND s.row_id = ${id('t.')}
         WHERE ${id('t.')} = ?`,
      )
      .pluck()
      .get(name, row.id)
    return isSo === 1
  })
}

/** Takes rows for what they are now. */
export function sumAgain(db: Database, rows: readonly AlteredRow[]): void {
  const tables = new Map(summedTables(db).map((table) => [table.name, table]))
  db.transaction(() => {
    for (const { table: name, id } of rows) {
      const table = tables.get(name)
      if (table === undefined) continue
      db.prepare('DELETE FROM row_sum WHERE table_name = ? AND row_id = ?').run(name, id)
      db.prepare(summed(table, `${table.id('t.')} = ?`)).run(id)
    }
  }).immediate()
}

type Summed = {
  readonly name: string
  readonly key: string
  /** SQL of the key as text, of a row that is read through a prefix. */
  id(prefix: string): string
  /** SQL of the sum of the row `t`. */
  readonly sum: string
}

/** Read anew each time: a migration may be under way. */
function summedTables(db: Database, names: readonly string[] = tablesOf(db, 'sums')): Summed[] {
  const columnsOf = db.prepare('SELECT name, pk FROM pragma_table_info(?)')
  return names.map((name) => {
    const columns = columnsOf.all(name) as { name: string; pk: number }[]
    const key = columns.find(({ pk }) => pk === 1)?.name
    if (key === undefined) throw new Error(`no row of ${name} can be named`)
    return {
      name,
      key,
      id: (prefix) => `CAST(${prefix}${quoted(key)} AS TEXT)`,
      sum: `row_sum_of(${columns.map((column) => `t.${quoted(column.name)}`).join(', ')})`,
    }
  })
}

function hasSums(db: Database): boolean {
  return (
    db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'row_sum'`).get() !== undefined
  )
}

/** Not of the JSON that SQLite writes: another version of it may write the same row otherwise. */
function giveSum(db: Database): void {
  db.function('row_sum_of', { deterministic: true, varargs: true }, (...values: unknown[]) =>
    crc32(JSON.stringify(values)),
  )
}

function makeMissing(db: Database, tables: readonly Summed[]): void {
  const has = havingSums(db)
  for (const table of tables) if (!has(table.name)) db.exec(summed(table, 'true'))
}

/** Tells of a table whether any of its rows has a sum. */
function havingSums(db: Database): (table: string) => boolean {
  const first = db.prepare('SELECT 1 FROM row_sum WHERE table_name = ? LIMIT 1')
  return (table) => first.get(table) !== undefined
}

function triggersOf(table: Summed): TempTrigger[] {
  const { name, key, id } = table
  const on = (event: string, work: string) => ({
    name: `sum_${name}_${event.toLowerCase()}`,
    table: name,
    event,
    work,
  })
  // The row is read as it lies there, whatever other triggers made of it. The outer statement's own way with conflicts
  // would take the place of OR REPLACE; an upsert stays what it is.
  const again = `${summed(table, `t.${quoted(key)} = NEW.${quoted(key)}`)}
    ON CONFLICT (table_name, row_id) DO UPDATE SET sum = excluded.sum`
  const gone = `DELETE FROM row_sum WHERE table_name = '${name}' AND row_id = ${id('OLD.')}`
  return [on('INSERT', again), on('UPDATE', again), on('DELETE', gone)]
}

function summed({ name, id, sum }: Summed, where: string): string {
  return `INSERT INTO row_sum (table_name, row_id, sum)
    SELECT '${name}', ${id('t.')}, ${sum} FROM main.${quoted(name)} AS t WHERE ${where}`
}
