import type { Database } from 'better-sqlite3'

const cache = new WeakMap<Database, Map<string, readonly string[]>>()

/** Column names of a table in the main schema, in order. */
export function columnsOf(db: Database, table: string): readonly string[] {
  const known = cache.get(db) ?? new Map<string, readonly string[]>()
  cache.set(db, known)
  let columns = known.get(table)
  if (!columns) {
    columns = (db.pragma(`main.table_info(${quoted(table)})`) as { name: string }[]).map(({ name }) => name)
    known.set(table, columns)
  }
  return columns
}

/** An identifier quoted for SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** `json_object(…)` over the columns, each read through `prefix` ('NEW.', 'OLD.' or ''). */
export function jsonOf(columns: readonly string[], prefix: string): string {
  return `json_object(${columns.map((column) => `'${column}', ${prefix}${quoted(column)}`).join(', ')})`
}
