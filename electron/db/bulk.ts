// Bulk: many rows of one table written by one prepared statement; building the query anew for each batch costs as much as running it.
import { CompiledQuery } from 'kysely'
import type { Writer } from './driver.ts'
import type { Row, Tables } from './tables.ts'

const statements = new Map<string, string>()

/** Inserts them all; each has the same columns, in any order. The statement is kept by its text. */
export async function insertRows<T extends keyof Tables & string>(
  tx: Writer,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first)
  const name = `${table} ${rows.length} ${columns.join()}`
  let text = statements.get(name)
  if (text === undefined) {
    const row = `(${columns.map(() => '?').join()})`
    text = `INSERT INTO ${inSql(table)} (${columns.map(inSql).join()}) VALUES ${rows.map(() => row).join()}`
    statements.set(name, text)
  }
  const values = rows.flatMap((row) => {
    const of = row as Readonly<Record<string, unknown>>
    return columns.map((column) => of[column])
  })
  await tx.executeQuery(CompiledQuery.raw(text, values))
}

/** Columns are snake_case in SQL, camelCase in code. */
function inSql(name: string): string {
  return `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`
}
