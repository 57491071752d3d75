import { sql } from 'kysely'
import type { Transaction } from '../../db/driver.ts'

type OrderedTable = 'college' | 'organisation' | 'person'

/** The place after the last entry. */
export async function nextOrder(tx: Transaction, table: OrderedTable): Promise<number> {
  const { last } = await tx
    .selectFrom(table)
    .select((eb) => eb.fn.max('protocolOrder').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? -1) + 1
}

/**
 * Puts entries in the order of `ids`, those that are not named after them in the order they had. Only rows whose place
 * changes are written, and their version stays: somebody who edits one of them is not disturbed.
 */
export async function reorder(tx: Transaction, table: OrderedTable, ids: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom(table)
    .select(['id', 'protocolOrder'])
    .orderBy('protocolOrder')
    .orderBy('id')
    .execute()
  const wanted = new Map(ids.map((id, rank) => [id, rank]))
  const rank = ({ id }: { id: string }) => wanted.get(id) ?? ids.length
  const ordered = rows.sort((a, b) => rank(a) - rank(b))
  const changed = ordered
    .map(({ id, protocolOrder }, order) => ({ id, order, before: protocolOrder }))
    .filter(({ order, before }) => order !== before)
  for (let from = 0; from < changed.length; from += AT_ONCE)
    await place(tx, table, changed.slice(from, from + AT_ONCE))
}

/** Rows of one statement: a move may renumber everybody after it, and one statement each would be felt. */
const AT_ONCE = 200

async function place(
  tx: Transaction,
  table: OrderedTable,
  rows: readonly { id: string; order: number }[],
): Promise<void> {
  // Said to be a number: an engine that types its parameters would take it for a text.
  const cases = rows.map(({ id, order }) => sql`WHEN ${id} THEN CAST(${order} AS INTEGER)`)
  await tx
    .updateTable(table)
    .set({ protocolOrder: sql<number>`CASE id ${sql.join(cases, sql` `)} END` })
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
}
