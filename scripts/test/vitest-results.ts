import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root } from '../pinned-node.mjs'
import { giveFolder } from '../unprivileged.ts'
import { type Outcome, type Row, runUnprivileged } from './stage.ts'

export type SuiteResult = Outcome & {
  /** Tests that passed or failed, by path from the checkout. */
  readonly byFile: Readonly<Record<string, number>>
  /** One row for each file. */
  readonly parts: readonly Row[]
}

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

/** Runs a project of vitest.config.ts. A suite without a test, or with one switched off, is a failure. */
export async function runSuite(project: string): Promise<SuiteResult> {
  const home = giveFolder(mkdtempSync(join(tmpdir(), 'seances-suite-')))
  const output = join(home, 'result.json')
  try {
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const reports = ['--reporter=dot', '--reporter=json', `--outputFile.json=${output}`]
    const status = await runUnprivileged(
      [process.execPath, vitest, 'run', '--project', project, '--configLoader', 'native', ...reports],
      home,
      { SEANCES_TEST_CACHE: join(home, 'cache') },
    )
    return countResults(output, status)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** Counts vitest's JSON; `status` is its exit status, so that what is no test (an unhandled rejection) fails too. */
export function countResults(path: string, status: number): SuiteResult {
  let json: Json
  try {
    json = JSON.parse(readFileSync(path, 'utf8')) as Json
  } catch {
    return { passed: 0, failed: 1, note: 'no results: no test was run', byFile: {}, parts: [] }
  }
  const files = json.testResults.map(({ name, assertionResults, startTime, endTime, status: state }) => {
    const passed = assertionResults.filter((test) => test.status === 'passed').length
    const other = assertionResults.length - passed
    // A file that does not load has no tests, and counts as one failure.
    const failed = state === 'failed' && other === 0 ? 1 : other
    return { name: relative(root, name), passed, failed, seconds: (endTime - startTime) / 1000 }
  })
  const passed = files.reduce((sum, file) => sum + file.passed, 0)
  const inFiles = files.reduce((sum, file) => sum + file.failed, 0)
  const beside = inFiles === 0 && (status !== 0 || passed === 0) ? 1 : 0
  const broken = files.filter((file) => file.failed > 0).map((file) => file.name)
  return {
    passed,
    failed: inFiles + beside,
    ...(beside > 0 ? { note: passed === 0 ? 'the suite has no test' : 'an error outside the tests' } : {}),
    ...(broken.length > 0 ? { note: broken.join(' ') } : {}),
    byFile: Object.fromEntries(files.map((file) => [file.name, file.passed + file.failed])),
    parts: files,
  }
}
