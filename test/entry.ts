import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * What a process of the application is started from: its source or, where the whole test has built the application, the
 * build, which starts in a third of the time.
 */
export function entryOf(name: 'core' | 'job' | 'cli'): string {
  const built = process.env.SEANCES_BUILT
  if (built !== undefined) return join(built, name === 'cli' ? `${name}.js` : `${name}.cjs`)
  return fileURLToPath(new URL(`../electron/${name}.ts`, import.meta.url))
}

/** As long as no command takes. */
const MOST_MS = 120_000

/** The command line, to its end; one that hangs is ended, and has no status. */
export function inp(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const options = { encoding: 'utf8', timeout: MOST_MS, killSignal: 'SIGKILL' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [entryOf('cli'), ...args], options)
  return { status, stdout, stderr }
}
