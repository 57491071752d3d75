import type { Database, Statement } from 'better-sqlite3'

const cache = new WeakMap<Database, { known: Map<string, readonly string[]>; named: Statement }>()

/** Column names of a table in the main schema, in order. */
export function columnsOf(db: Database, table: string): readonly string[] {
  let cached = cache.get(db)
  if (cached === undefined) {
    // Compiled once: an opening asks it of every table.
    cached = { known: new Map(), named: db.prepare(`SELECT name FROM pragma_table_info(?, 'main')`).pluck() }
    cache.set(db, cached)
  }
  const columns = cached.known.get(table) ?? (cached.named.all(table) as string[])
  cached.known.set(table, columns)
  return columns
}

type ForeignKey = { column: string; toTable: string; toColumn: string }
const keys = new WeakMap<Database, Map<string, readonly ForeignKey[]>>()

/** Foreign keys of a table in the main schema. */
export function foreignKeysOf(db: Database, table: string): readonly ForeignKey[] {
  const known = keys.get(db) ?? new Map<string, readonly ForeignKey[]>()
  keys.set(db, known)
  let all = known.get(table)
  if (!all) {
    const rows = db.pragma(`main.foreign_key_list(${quoted(table)})`) as {
      table: string
      from: string
      to: string
    }[]
    all = rows.map(({ from, table: toTable, to }) => ({ column: from, toTable, toColumn: to }))
    known.set(table, all)
  }
  return all
}

/** An identifier quoted for SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A value written into SQL. */
export function literal(value: string | number | null): string {
  if (value === null) return 'NULL'
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}

/** A row as `jsonOf` gives it. */
export type RowImage = Readonly<Record<string, string | number | null>>
/** One row before and after a write; null where it was not, or is no more. */
export type RowChange = { table: string; before: RowImage | null; after: RowImage | null }

/** `json_object(…)` over the columns, each read through `prefix` ('NEW.', 'OLD.' or ''). */
export function jsonOf(columns: readonly string[], prefix: string): string {
  return `json_object(${columns.map((column) => `'${column}', ${prefix}${quoted(column)}`).join(', ')})`
}
