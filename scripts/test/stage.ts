import { once } from 'node:events'
import { spawnUnprivileged } from '../unprivileged.ts'

/** Each check counts once. `note` explains a failure in a few words. */
export type Outcome = { readonly passed: number; readonly failed: number; readonly note?: string }

/** A row of the table at the end. */
export type Row = Outcome & {
  readonly name: string
  readonly seconds: number
  /** Shown below it, and counted in it already. */
  readonly parts?: readonly Row[]
}

export const passed: Outcome = { passed: 1, failed: 0 }
export const failed = (note: string): Outcome => ({ passed: 0, failed: 1, note })

/** Runs a step and times it; what it throws is its one failure. */
export async function timed(name: string, run: () => Promise<Outcome & Pick<Row, 'parts'>>): Promise<Row> {
  console.log(`\n── ${name}`)
  const start = performance.now()
  let outcome: Outcome & Pick<Row, 'parts'>
  try {
    outcome = await run()
  } catch (error) {
    console.error(error)
    outcome = failed(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
  return { name, seconds: (performance.now() - start) / 1000, ...outcome }
}

/**
 * Runs a program without standard input, its output shown; returns its exit status. As nobody when we are root: a read-only
 * folder is one for root only by name, and Electron refuses root. `home` is the folder that it may write to.
 */
export async function runUnprivileged(
  command: readonly [string, ...string[]],
  home: string,
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const child = spawnUnprivileged(command, home, env)
  const [status] = await once(child, 'exit')
  return typeof status === 'number' ? status : 1
}

const line = ({ name, seconds, passed, failed, note }: Row) =>
  [
    name.padEnd(36),
    seconds.toFixed(1).padStart(8),
    String(passed).padStart(8),
    String(failed).padStart(8),
    note === undefined ? '' : `  ${note.slice(0, 160)}`,
  ].join('')

/** The table of steps: name, seconds, passed, failed; the sum of all below. */
export function table(rows: readonly Row[]): string {
  const sum = (count: 'passed' | 'failed' | 'seconds') => rows.reduce((total, row) => total + row[count], 0)
  const whole = { name: 'whole', seconds: sum('seconds'), passed: sum('passed'), failed: sum('failed') }
  return [
    ['step'.padEnd(36), ' seconds', '  passed', '  failed'].join(''),
    ...rows.flatMap((row) => [
      line(row),
      ...(row.parts ?? []).map((part) => line({ ...part, name: `  ${part.name}` })),
    ]),
    line(whole),
  ].join('\n')
}
