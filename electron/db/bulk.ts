// Many rows of one table written by one prepared statement; building the query anew for each batch costs as much as running it.
import { CompiledQuery } from 'kysely'
import type { Transaction } from './driver.ts'
import type { Row, Tables } from './tables.ts'

const statements = new Map<string, string>()

/** Rows of one statement: with their indexes, their search and their entries in the journal they take some 10 ms. */
const AT_ONCE = 50

/** Inserts them all; each has the same columns, in any order. */
export async function insertRows<T extends keyof Tables & string>(
  tx: Transaction,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) await insertSome(tx, table, rows.slice(at, at + AT_ONCE))
}

/** The statement is kept by its text. */
async function insertSome<T extends keyof Tables & string>(
  tx: Transaction,
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
