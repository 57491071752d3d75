// The end-to-end tests in lanes, each with a screen and a home of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endToEndFiles, longFiles } from '../../test/e2e/files.ts'
import { runEndToEnd } from '../e2e.ts'
import { giveFolder } from '../unprivileged.ts'
import type { Lanes, Outcome } from './stage.ts'
import { countResults } from './vitest-results.ts'

/** Runs every window test once, in the packaged application too, which is there already. */
export async function runWindows(lanes: Lanes): Promise<Outcome> {
  const folder = giveFolder(mkdtempSync(join(tmpdir(), 'seances-e2e-result-')))
  const files = endToEndFiles()
  const waiting = files.filter((name) => !longFiles.includes(name))
  const groups = longFiles.filter((name) => files.includes(name)).map((name) => [name])
  const next = () =>
    // Fewer at a time towards the end, so that the lanes end together.
    groups.shift() ?? waiting.splice(0, Math.ceil(waiting.length / (3 * lanes.count)))
  const results: Outcome[] = []
  const lane = async (_: unknown, index: number) => {
    for (let group = next(); group.length > 0; group = next()) {
      const taken = group
      const work = () => runGroup(taken, join(folder, `${taken[0]}.json`))
      // They are the longest step: one lane is left to the suites as long as there are any.
      results.push(await lanes.run(work, index < lanes.count - 1))
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes.count }, lane))
    const parts = results.flatMap(({ parts }) => parts ?? [])
    const left = files.filter((name) => !parts.some((part) => part.name === `test/e2e/${name}`))
    const notes = [...results.flatMap(({ note }) => note ?? []), ...left.map((name) => `${name} was not run`)]
    return {
      passed: results.reduce((sum, { passed }) => sum + passed, 0),
      failed: results.reduce((sum, { failed }) => sum + failed, 0) + left.length,
      parts,
      ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runGroup(files: readonly string[], output: string): Promise<Outcome> {
  const status = await runEndToEnd(
    [
      // The others are left out: a name asked for would also bring every name that it is a part of.
      ...endToEndFiles()
        .filter((name) => !files.includes(name))
        .map((name) => `--exclude=${name}`),
      '--reporter=verbose',
      '--reporter=json',
      `--outputFile.json=${output}`,
    ],
    'at its end',
  )
  return countResults(output, status)
}
