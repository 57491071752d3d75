import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { endToEndFiles } from '../../test/e2e/files.ts'
import { runEndToEnd } from '../e2e.ts'
import type { ElectronRuntime } from '../electron-runtime.ts'
import { packageApplication } from '../package.ts'
import { giveFolder } from '../unprivileged.ts'
import type { Outcome, Row } from './stage.ts'
import { countResults, type SuiteResult } from './vitest-results.ts'

/**
 * Runs every window test once. A window waits more than it works: two lanes take little more than half of the time, and
 * neither sees the other's windows.
 */
export async function runWindows(runtime: ElectronRuntime): Promise<Outcome & Pick<Row, 'parts'>> {
  // Before the lanes, which would both make it.
  await packageApplication(runtime)
  const folder = giveFolder(mkdtempSync(join(tmpdir(), 'seances-e2e-result-')))
  const lanes = Math.min(2, availableParallelism())
  const files = endToEndFiles()
  const results: SuiteResult[] = []
  const waiting = [...files]
  const lane = async () => {
    while (waiting.length > 0) {
      // Some files take minutes and some seconds: fewer at a time towards the end, so that the lanes end together.
      const group = waiting.splice(0, Math.ceil(waiting.length / (3 * lanes)))
      results.push(await runGroup(group, join(folder, `${group[0]}.json`)))
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
    const run = new Set(results.flatMap(({ parts }) => parts.map(({ name }) => name)))
    const left = files.filter((name) => !run.has(`test/e2e/${name}`))
    const notes = [...results.flatMap(({ note }) => note ?? []), ...left.map((name) => `${name} was not run`)]
    return {
      passed: results.reduce((sum, { passed }) => sum + passed, 0),
      failed: results.reduce((sum, { failed }) => sum + failed, 0) + left.length,
      parts: results.flatMap(({ parts }) => parts),
      ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runGroup(files: readonly string[], output: string): Promise<SuiteResult> {
  const status = await runEndToEnd([
    // The others are left out: a name asked for would also bring every name that it is a part of.
    ...endToEndFiles()
      .filter((name) => !files.includes(name))
      .map((name) => `--exclude=${name}`),
    '--reporter=verbose',
    '--reporter=json',
    `--outputFile.json=${output}`,
  ])
  return countResults(output, status)
}
