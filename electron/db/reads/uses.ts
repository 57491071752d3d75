import type { RowChange, RowImage } from '../columns.ts'
import type { Demand, Test } from './demands.ts'

/** Read beside the data: the desk's own record, whose turn it is to write, files beside the database, how a team's base stands, and who is on it. */
export type Source = 'desk' | 'writer' | 'files' | 'team' | 'mates'

/** Something that changed; `rows` null: any row of the table, any column of it. */
export type Change =
  | { table: string; rows: readonly Pick<RowChange, 'before' | 'after'>[] | null }
  | { source: Source }
  | 'everything'

type Use = {
  readonly columns: ReadonlySet<string>
  readonly isJoined: boolean
  readonly values: Map<string, Set<string>>
  readonly tests: readonly Test[]
}

/** So many values single nothing out any more. */
const MOST_VALUES = 500

/** All that one call has read. */
export class Uses {
  readonly #sources = new Set<Source>()
  /** By table; uses of the same columns with the same demands are one, so that a loop over rows is one use. */
  readonly #tables = new Map<string, Map<string, Use>>()

  /** Whether the call changed something: it is no read then. */
  isAct = false
  /** The entry of the journal that it left last; null where it left none. */
  entry: number | null = null

  /** Notes the entry that a write left; returns what the write did. */
  left<T>({ value, seq }: { value: T; seq: number | null }): T {
    if (seq !== null) this.entry = seq
    return value
  }

  ofSource(source: Source): void {
    this.#sources.add(source)
  }

  ofTable(table: string, columns: ReadonlySet<string>, demand: Demand | undefined): void {
    const uses = this.#tables.get(table) ?? new Map<string, Use>()
    this.#tables.set(table, uses)
    const demanded = [...(demand?.values ?? [])]
    const isJoined = demand?.isJoined ?? false
    const tests = demand?.tests ?? []
    const asked = [...demanded.map(([column]) => column), ...tests.map((test) => test.key)]
    const key = `${isJoined} ${[...columns].join()} ${asked.join()}`
    const known = uses.get(key)
    if (known === undefined) {
      const values = new Map(demanded.map(([column, all]) => [column, new Set(all)]))
      uses.set(key, { columns, isJoined, values, tests })
    } else
      for (const [column, more] of demanded) {
        const all = known.values.get(column)
        if (all === undefined) continue
        for (const value of more) all.add(value)
        if (all.size > MOST_VALUES) known.values.delete(column)
      }
  }

  /** Whether what changed may make the same call return something else. */
  isTouchedBy(change: Change): boolean {
    if (change === 'everything') return true
    if ('source' in change) return this.#sources.has(change.source)
    const uses = this.#tables.get(change.table)
    if (uses === undefined) return false
    const { rows } = change
    if (rows === null) return true
    for (const use of uses.values())
      if (rows.some(({ before, after }) => isTouched(use, before, after))) return true
    return false
  }
}

function isTouched(
  { columns, isJoined, values, tests }: Use,
  before: RowImage | null,
  after: RowImage | null,
): boolean {
  const isAsked = (row: RowImage | null) =>
    isDemanded(values, row) && tests.every((test) => test.mayHold(row ?? {}))
  if (!isAsked(before) && !isAsked(after)) return false
  if (before === null || after === null) return !isJoined
  for (const column of columns) if (before[column] !== after[column]) return true
  return false
}

function isDemanded(demanded: Use['values'], image: RowImage | null): boolean {
  if (image === null) return false
  for (const [column, values] of demanded) if (!values.has(String(image[column]))) return false
  return true
}
