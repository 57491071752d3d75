// Runs one suite and counts its tests, by file too, from vitest's own JSON.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root } from '../pinned-node.mjs'
import { giveFolder, runUnprivileged } from '../unprivileged.ts'
import type { Outcome } from './stage.ts'

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')

// One for all suites of this run: the sources are compiled once.
const compiled = giveFolder(mkdtempSync(join(tmpdir(), 'seances-compiled-')))
process.once('exit', () => rmSync(compiled, { recursive: true, force: true }))

type Json = {
  testResults: {
    name: string
    startTime: number
    endTime: number
    status: string
    message: string
    assertionResults: { status: string }[]
  }[]
}

/**
 * Runs a project of vitest.config.ts, or only `files` of it. A suite without a test, or with one switched off, is a failure.
 * @param flags what vitest is told besides.
 * @param environment what the tests find in theirs besides.
 */
export async function runSuite(
  project: string,
  files: readonly string[],
  flags: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const home = giveFolder(mkdtempSync(join(tmpdir(), 'seances-suite-')))
  const output = join(home, 'result.json')
  try {
    const reports = ['--reporter=dot', '--reporter=json', `--outputFile.json=${output}`]
    const status = await runVitest(
      ['run', '--project', project, ...flags, ...reports, ...files],
      home,
      environment,
    )
    return countResults(output, status)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** How many tests each of these files declares, by path from the checkout; none is run. */
export async function countTests(files: readonly string[]): Promise<Map<string, number>> {
  const home = giveFolder(mkdtempSync(join(tmpdir(), 'seances-list-')))
  const output = join(home, 'list.json')
  try {
    const status = await runVitest(['list', '--no-staticParse', `--json=${output}`, ...files], home)
    if (status !== 0) throw new Error(`vitest could not list the tests: it ended with ${status}`)
    const counts = new Map<string, number>()
    for (const { file } of JSON.parse(readFileSync(output, 'utf8')) as { file: string }[]) {
      const path = relative(root, file)
      counts.set(path, (counts.get(path) ?? 0) + 1)
    }
    return counts
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

const runVitest = (
  args: readonly string[],
  home: string,
  environment: Readonly<Record<string, string>> = {},
) =>
  runUnprivileged(
    [process.execPath, vitest, ...args, '--configLoader', 'native'],
    home,
    { ...environment, SEANCES_TEST_CACHE: join(home, 'cache'), NODE_COMPILE_CACHE: compiled },
    'at its end',
  )

/** Counts vitest's JSON; `status` is its exit status, so that what is no test (an unhandled rejection) fails too. */
export function countResults(path: string, status: number): Outcome {
  let json: Json
  try {
    json = JSON.parse(readFileSync(path, 'utf8')) as Json
  } catch {
    return { passed: 0, failed: 1, note: 'no results: no test was run' }
  }
  const parts = json.testResults.map(({ name, assertionResults, startTime, endTime, status: state }) => {
    const passed = assertionResults.filter((test) => test.status === 'passed').length
    const other = assertionResults.length - passed
    // A file that does not load has no tests, and counts as one failure.
    const failed = state === 'failed' && other === 0 ? 1 : other
    return { name: relative(root, name), passed, failed, seconds: (endTime - startTime) / 1000 }
  })
  const passed = parts.reduce((sum, file) => sum + file.passed, 0)
  const inFiles = parts.reduce((sum, file) => sum + file.failed, 0)
  const beside = inFiles === 0 && (status !== 0 || passed === 0) ? 1 : 0
  const broken = parts.filter((file) => file.failed > 0).map((file) => file.name)
  return {
    passed,
    failed: inFiles + beside,
    ...(beside > 0 ? { note: passed === 0 ? 'the suite has no test' : 'an error outside the tests' } : {}),
    ...(broken.length > 0 ? { note: broken.join(' ') } : {}),
    parts,
  }
}
