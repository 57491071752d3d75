// Windows: the end-to-end tests in two lanes, each with a screen and a home of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runEndToEnd } from '../e2e.ts'
import type { ElectronRuntime } from '../electron-runtime.ts'
import { packageApplication } from '../package.ts'
import { giveFolder } from '../unprivileged.ts'
import type { Outcome } from './stage.ts'
import { countResults } from './vitest-results.ts'

/**
 * Runs every window test once. A window waits more than it works: two lanes take little more than half of the time, and
 * neither sees the other's windows.
 */
export async function runWindows(runtime: ElectronRuntime): Promise<Outcome> {
  // Before the lanes, which would both make it.
  await packageApplication(runtime)
  const folder = giveFolder(mkdtempSync(join(tmpdir(), 'seances-e2e-result-')))
  const lanes = Math.min(2, availableParallelism())
  try {
    const results = await Promise.all(
      Array.from({ length: lanes }, async (_, index) => {
        const output = join(folder, `result-${index + 1}.json`)
        const status = await runEndToEnd([
          '--reporter=verbose',
          '--reporter=json',
          `--outputFile.json=${output}`,
          `--shard=${index + 1}/${lanes}`,
        ])
        return countResults(output, status)
      }),
    )
    const notes = results.flatMap(({ note }) => note ?? [])
    return {
      passed: results.reduce((sum, { passed }) => sum + passed, 0),
      failed: results.reduce((sum, { failed }) => sum + failed, 0),
      ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
