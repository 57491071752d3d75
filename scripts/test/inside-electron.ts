// The db and contract suites on the Node.js inside the Electron that runs here, the same tests as on the pinned one.
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ElectronRuntime, runtimeEnvironment } from '../electron-runtime.ts'
import { root } from '../pinned-node.mjs'
import { giveFolder, runUnprivileged } from '../unprivileged.ts'
import { type Outcome, type Row, timed } from './stage.ts'
import { countTests } from './vitest-results.ts'

const here = join(root, 'scripts', 'test')

/**
 * The suites that can end differently on that Node.js. Features are plain computation over these, in a language that the compiler holds to
 * what the older one knows (`lib` of electron/tsconfig.json); they all run there by `npm test -- all`.
 */
const slice: Readonly<Record<string, string>> = {
  'test/db/*.test.ts': 'the binding of SQLite, files, locks, sealed copies',
  'test/contract/{files,kept-files}.test.ts': 'streams into files, hashes',
  'test/contract/data-place.test.ts': 'moving a folder, paths',
  'test/contract/{archive,meeting-book}.test.ts': 'zip, PDF of a job process, checks by other programs',
  'test/contract/secrets.test.ts': 'keys and encryption',
  'test/contract/deliveries.test.ts': 'tar, gzip and XML in a stream from a job',
  'test/contract/{year,session}.test.ts': 'dates and times',
}

/** The paths of the slice, or of both whole suites. */
export function filesInside(whole: boolean): string[] {
  const patterns = whole ? ['test/{db,contract}/*.test.ts'] : Object.keys(slice)
  return patterns.flatMap((pattern) => {
    const found = globSync(pattern, { cwd: root }).sort()
    if (found.length === 0) throw new Error(`no test is named ${pattern}`)
    return found
  })
}

/**
 * Runs each of these files inside Electron, so many at a time. Another number of tests than the pinned Node.js finds in it
 * is a failure, as is a file without tests.
 */
export async function runInsideElectron(
  runtime: ElectronRuntime,
  files: readonly string[],
  lanes: number,
  environment: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const folder = giveFolder(mkdtempSync(join(tmpdir(), 'seances-inside-')))
  try {
    const counts = await countTests(files)
    const stripped = join(folder, 'stripped.json')
    writeFileSync(stripped, JSON.stringify(strippedSources(files)))
    const env = {
      ...environment,
      ...runtimeEnvironment(runtime),
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: `--import=${pathToFileURL(join(here, 'older-node.mjs'))}`,
      SEANCES_STRIPPED: stripped,
    }
    const parts: Row[] = []
    const waiting = [...files]
    const lane = async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const file = path
        const tests = counts.get(file) ?? 0
        parts.push(await timed(file, () => runFile(runtime.executable, file, tests, folder, env)))
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    const notes = parts.flatMap(({ name, note }) => (note === undefined ? [] : [`${name}: ${note}`]))
    return {
      passed: parts.reduce((sum, part) => sum + part.passed, 0),
      failed: parts.reduce((sum, part) => sum + part.failed, 0),
      parts,
      ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The words by which a source names another one: an import of any kind, or the address of a process of its own. */
const named = /\b(?:from|import|URL)\s*\(?\s*'(\.{1,2}\/[^']+\.ts)'/g

/** Sources for older-node.mjs: every one that these tests and the processes they start can reach, types replaced by spaces. */
function strippedSources(tests: readonly string[]): { vitest: string; sources: Record<string, string> } {
  const vitest = join(here, 'vitest-on-node.ts')
  const entries = ['electron/cli.ts', 'electron/core.ts', 'electron/job.ts', ...tests]
  const queue = [vitest, ...entries.map((path) => join(root, path))]
  const sources: Record<string, string> = {}
  for (const path of queue) {
    const address = pathToFileURL(path).href
    if (address in sources || !existsSync(path)) continue
    const source = stripTypeScriptTypes(readFileSync(path, 'utf8'))
    sources[address] = source
    for (const [, other = ''] of source.matchAll(named)) queue.push(join(dirname(path), other))
  }
  return { vitest: pathToFileURL(vitest).href, sources }
}

async function runFile(
  executable: string,
  path: string,
  tests: number,
  home: string,
  env: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const report = join(home, `${basename(path)}.tap`)
  const reporting = ['--test-reporter=tap', `--test-reporter-destination=${report}`]
  const status = await runUnprivileged([executable, ...reporting, join(root, path)], home, env, 'at its end')
  const output = existsSync(report) ? readFileSync(report, 'utf8') : ''
  const count = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0)
  const passed = count('pass')
  const bad = count('fail') + count('cancelled') + count('skipped') + count('todo')
  const run = passed + bad
  const other = Math.max(run === 0 || (bad === 0 && status !== 0) ? 1 : 0, Math.abs(tests - run))
  if (bad + other > 0) console.log(output.slice(-6000))
  return {
    passed,
    failed: bad + other,
    ...(run === tests ? {} : { note: `${run} tests instead of ${tests}` }),
  }
}
