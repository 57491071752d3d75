/** The outcome of one step; each check counts once. `note` explains a failure in a few words. */
export type Outcome = {
  readonly passed: number
  readonly failed: number
  readonly note?: string
  /** Shown below it, and counted in it already. */
  readonly parts?: readonly Row[]
}

/** A row of the table at the end. */
export type Row = Outcome & { readonly name: string; readonly seconds: number }

export const passed: Outcome = { passed: 1, failed: 0 }
export const failed = (note: string): Outcome => ({ passed: 0, failed: 1, note })

/** Runs a step and times it; what it throws is its one failure. */
export async function timed(name: string, run: () => Promise<Outcome>): Promise<Row> {
  const start = performance.now()
  let outcome: Outcome
  try {
    outcome = await run()
  } catch (error) {
    console.error(error)
    outcome = failed(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
  return { name, seconds: (performance.now() - start) / 1000, ...outcome }
}

const line = ({ name, seconds, passed, failed, note }: Row) =>
  [
    name.padEnd(36),
    seconds.toFixed(1).padStart(8),
    String(passed).padStart(8),
    String(failed).padStart(8),
    note === undefined ? '' : `  ${note.slice(0, 160)}`,
  ].join('')

const lines = (row: Row): string[] => [
  line(row),
  ...(row.parts ?? []).flatMap((part) => lines({ ...part, name: `  ${part.name}` })),
]

/** The table of steps: name, seconds, passed, failed. Steps run beside one another: the whole takes less than their sum. */
export function table(rows: readonly Row[], seconds: number): string {
  const sum = (count: 'passed' | 'failed') => rows.reduce((total, row) => total + row[count], 0)
  const whole = { name: 'whole', seconds, passed: sum('passed'), failed: sum('failed') }
  return [
    ['step'.padEnd(36), ' seconds', '  passed', '  failed'].join(''),
    ...rows.flatMap(lines),
    line(whole),
  ].join('\n')
}

/** So many pieces of work at a time; what waits goes on in the order in which it came. */
export class Lanes {
  readonly count: number
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(count: number) {
    this.count = count
    this.#free = count
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((go) => this.#waiting.push(go))
    else this.#free -= 1
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#free += 1
      else next()
    }
  }
}
