import type { CoreEvent } from '../../contract/index.ts'
import { readKey } from '../../contract/read-key.ts'
import type { RowChange } from '../../db/columns.ts'
import { type Change, type Source, Uses } from '../../db/reads/uses.ts'
import { ReadsInUse } from './reads-in-use.ts'

/** More rows of a table than this single nothing out: the table is said to have changed. */
export const MOST_ROWS = 300

/** Changed rows, by table; null: any row may have changed. */
export type Written = ReadonlyMap<string, readonly RowChange[] | null>

type When = 'now' | 'later'
const whens = ['now', 'later'] as const

/** Knows what each read has used and is told of all that changes; says which reads the window must make again. */
export class Changes {
  readonly #emit: (event: CoreEvent) => void
  readonly #reads = new ReadsInUse()
  readonly #tables: Readonly<Record<When, Map<string, readonly RowChange[] | null>>> = {
    now: new Map(),
    later: new Map(),
  }
  readonly #sources = new Set<Source>()
  #isEverything = false
  #acts = 0

  constructor(emit: (event: CoreEvent) => void) {
    this.#emit = emit
  }

  /** Serves a read, and remembers what it used: a failed one too, a change may let it succeed. */
  async serve<T>(method: string, input: unknown, work: (uses: Uses) => Promise<T>): Promise<T> {
    const uses = new Uses()
    const key = readKey(method, input)
    if (key === null) return work(uses)
    const read = this.#reads.begin(key, uses)
    try {
      return await work(uses)
    } finally {
      // After its answer, which would otherwise be taken for what is newer.
      if (this.#reads.end(read)) setImmediate(() => this.#emit({ topic: 'changed', reads: [key], later: [] }))
    }
  }

  /** A call that may change something: what it changed in many steps is told at its end. */
  async act<T>(work: () => Promise<T>): Promise<T> {
    this.#acts += 1
    try {
      return await work()
    } finally {
      this.#acts -= 1
      this.#tell()
    }
  }

  /** @param later what somebody types, who need not see at once what it changes elsewhere */
  wrote(now: Written, later: Written): void {
    this.#add(now, 'now')
    this.#add(later, 'later')
    this.#tell()
  }

  /** One of many transactions, told with the others. */
  wroteStep(tables: Written): void {
    this.#add(tables, 'now')
    this.#tellUnlessActing()
  }

  #add(tables: Written, when: When): void {
    const pending = this.#tables[when]
    for (const [table, rows] of tables) {
      const known = pending.get(table)
      const all = known === null || rows === null ? null : [...(known ?? []), ...rows]
      pending.set(table, all === null || all.length > MOST_ROWS ? null : all)
    }
  }

  source(source: Source): void {
    this.#sources.add(source)
    this.#tell()
  }

  /** Other data than before, or more of them than can be told. */
  everything(): void {
    this.#isEverything = true
    this.#tellUnlessActing()
  }

  #tellUnlessActing(): void {
    if (this.#acts === 0) this.#tell()
  }

  #tell(): void {
    const { now, later } = this.#tables
    if (!this.#isEverything && now.size + later.size + this.#sources.size === 0) return
    const sources = [...this.#sources].map((source): Change => ({ source }))
    const touched = this.#reads.touchedBy(
      this.#isEverything ? ['everything'] : [...sources, ...changesIn(now)],
      changesIn(later),
    )
    this.#isEverything = false
    this.#sources.clear()
    for (const when of whens) this.#tables[when].clear()
    this.#emit({ topic: 'changed', ...touched })
  }
}

function changesIn(tables: Written): Change[] {
  return [...tables].map(([table, rows]) => ({ table, rows }))
}
