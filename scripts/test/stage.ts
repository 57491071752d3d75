// Stage: what one step of the whole test has checked, and how a step runs a program without rights.
import { once } from 'node:events'
import { spawnUnprivileged } from '../unprivileged.ts'

/** What one step has checked; each check counts once. `note` explains a failure in a few words. */
export type Outcome = { readonly passed: number; readonly failed: number; readonly note?: string }

/** A row of the table at the end. */
export type Row = Outcome & { readonly name: string; readonly seconds: number }

export const passed: Outcome = { passed: 1, failed: 0 }
export const failed = (note: string): Outcome => ({ passed: 0, failed: 1, note })

/** Runs a step and times it; what it throws is its one failure. */
export async function timed(name: string, run: () => Promise<Outcome>): Promise<Row> {
  console.log(`\n── ${name}`)
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

/**
 * Runs a program without standard input, its output shown; answers its exit status. As nobody when we are root: a read-only
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

const padded = (row: Row) => [
  row.name.padEnd(34),
  row.seconds.toFixed(1).padStart(8),
  String(row.passed).padStart(8),
  String(row.failed).padStart(8),
  row.note === undefined ? '' : `  ${row.note.slice(0, 120)}`,
]

/** The table of steps: name, seconds, passed, failed. */
export function table(rows: readonly Row[]): string {
  const head = ['step'.padEnd(34), ' seconds', '  passed', '  failed']
  return [head.join(''), ...rows.map((row) => padded(row).join(''))].join('\n')
}
