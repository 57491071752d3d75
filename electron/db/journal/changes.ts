// What the journal is asked, step by step: one logic for an engine that returns at once and for one that is waited for.
import type { RowChange } from '../columns.ts'
import { imageOf } from './images.ts'

/** A statement with `?` for each parameter; `puts`: it writes a row that is no part of the journal. */
export type Step = { sql: string; parameters?: readonly unknown[]; puts?: true }
/** Yields statements, is given the rows of each, and returns a result. */
export type Steps<T> = Generator<Step, T, readonly unknown[]>

export type Change = {
  ord: number
  table: string
  rowId: string
  before: string | null
  after: string | null
}
/** A condition on rows of `journal_entry`. */
export type Where = { where: string; parameters: readonly unknown[] }

export function* rowsOf<T>(sql: string, parameters: readonly unknown[]): Steps<readonly T[]> {
  return (yield { sql, parameters }) as readonly T[]
}

const CHANGES = 'SELECT ord, table_name AS "table", row_id AS "rowId", before, after FROM journal_change'

export function* since(which: string, parameters: readonly unknown[]): Steps<RowChange[]> {
  const changes = yield* rowsOf<Change>(`${CHANGES} WHERE ord > ? ${which}`, parameters)
  return changes.map(rowChange)
}

export function* changesOf(seq: number): Steps<Change[]> {
  const changes = yield* rowsOf<Change>(`${CHANGES} WHERE entry_seq = ? ORDER BY ord`, [seq])
  return changes.map((change) => ({ ...change }))
}

export function rowChange({ table, before, after }: Pick<Change, 'table' | 'before' | 'after'>): RowChange {
  return {
    table,
    before: before === null ? null : imageOf(before),
    after: after === null ? null : imageOf(after),
  }
}
