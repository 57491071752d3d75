// The end-to-end tests in lanes, each with a screen and a home of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endToEndFiles, longFiles } from '../../test/e2e/files.ts'
import { runEndToEnd } from '../e2e.ts'
import { giveFolder } from '../unprivileged.ts'
import type { Lanes, Outcome } from './stage.ts'
import { countResults } from './vitest-results.ts'

/**
 * Runs every window test once, in the packaged application too, which is there already; so many files at a time, and twice
 * as many once the suites leave the machine.
 * @param flags what vitest is told besides.
 */
export async function runInLanes(
  lanes: number,
  flags: readonly string[],
  afterSuites: Lanes['run'],
): Promise<Outcome> {
  const folder = giveFolder(mkdtempSync(join(tmpdir(), 'seances-e2e-result-')))
  const shared = giveFolder(join(folder, 'shared'))
  const files = endToEndFiles()
  const waiting = files.filter((name) => !longFiles.includes(name))
  const long = longFiles.filter((name) => files.includes(name))
  // Each group starts vitest and its driver anew. Fewer at a time towards the end, so that the lanes end together.
  const next = () =>
    long.length > 0 ? long.splice(0, 2) : waiting.splice(0, Math.ceil(waiting.length / (4 * lanes)))
  const results: Outcome[] = []
  const lane = async () => {
    for (let group = next(); group.length > 0; group = next())
      results.push(await runGroup(group, flags, join(folder, `${group[0]}.json`), shared))
  }
  try {
    await Promise.all(Array.from({ length: lanes }, () => [lane(), afterSuites(lane)]).flat())
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

async function runGroup(
  files: readonly string[],
  flags: readonly string[],
  output: string,
  shared: string,
): Promise<Outcome> {
  const status = await runEndToEnd(
    [
      // The others are left out: a name asked for would also bring every name that it is a part of.
      ...endToEndFiles()
        .filter((name) => !files.includes(name))
        .map((name) => `--exclude=${name}`),
      ...flags,
      '--reporter=verbose',
      '--reporter=json',
      `--outputFile.json=${output}`,
    ],
    'at its end',
    shared,
  )
  return countResults(output, status)
}
