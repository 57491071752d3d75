// Reading, updating and deleting one versioned row; the one place where optimistic locking is written.
import { AppError } from '../contract/errors.ts'
import type { Reader, Transaction } from './driver.ts'
import type { Row, Tables, VersionedTable } from './tables.ts'

export type Target = { id: string; version: number }

// Kysely cannot type a query whose table is a type parameter: these functions speak of one table for all.
type AnyVersioned = 'college'

/** One row by id; `not-found` when there is none. */
export async function getRow<T extends VersionedTable>(tx: Reader, table: T, id: string): Promise<Row<T>> {
  const row = await tx
    .selectFrom(table as AnyVersioned)
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found')
  return row as unknown as Row<T>
}

/** Changes a row if it is still at the version the caller saw; returns the new row. `conflict` otherwise. */
export async function updateRow<T extends VersionedTable>(
  tx: Transaction,
  table: T,
  { id, version }: Target,
  patch: Partial<Tables[T]>,
): Promise<Row<T>> {
  await expectVersion(tx, table, { id, version })
  await tx
    .updateTable(table as AnyVersioned)
    .set({ ...(patch as object), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
  return getRow(tx, table, id)
}

/** Deletes a row if it is still at the version the caller saw; returns what it was. */
export async function deleteRow<T extends VersionedTable>(
  tx: Transaction,
  table: T,
  target: Target,
): Promise<Row<T>> {
  const row = await expectVersion(tx, table, target)
  await tx
    .deleteFrom(table as AnyVersioned)
    .where('id', '=', target.id)
    .execute()
  return row
}

async function expectVersion<T extends VersionedTable>(
  tx: Reader,
  table: T,
  target: Target,
): Promise<Row<T>> {
  const row = await getRow(tx, table, target.id)
  if (row.version !== target.version) throw new AppError('conflict')
  return row
}

/** A copy without undefined values: zod's optional keys may be present and undefined, SQL wants them absent. */
export function defined<T extends object>(patch: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
