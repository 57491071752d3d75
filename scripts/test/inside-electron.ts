// The db and contract suites on the Node.js inside the Electron that runs here, the same tests as on the pinned one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ElectronRuntime, runtimeEnvironment } from '../electron-runtime.ts'
import { root } from '../pinned-node.mjs'
import { hooks, runElsewhere, testFiles, vitestOnNode } from './elsewhere.ts'
import type { Outcome } from './stage.ts'

/**
 * The suites that can end differently on that Node.js. Features are plain computation over these, in a language that the compiler holds to
 * what the older one knows (`lib` of electron/tsconfig.json); they all run there by `npm test -- all`.
 */
const slice: Readonly<Record<string, string>> = {
  // Which copies stay, and when: what seals and opens them is the same as in the other suite of encrypted copies.
  'test/db/!(encrypted-rotation).test.ts': 'the binding of SQLite, files, locks, sealed copies',
  'test/contract/files.test.ts': 'streams into files',
  'test/contract/kept-files.test.ts': 'hashes',
  'test/contract/data-place.test.ts': 'moving a folder, paths',
  'test/contract/archive.test.ts': 'zip, checks by other programs',
  'test/contract/meeting-book.test.ts': 'PDF of a job process',
  'test/contract/secrets.test.ts': 'keys and encryption',
  'test/contract/deliveries.test.ts': 'tar, gzip and XML in a stream from a job',
  'test/contract/year.test.ts': 'dates',
  'test/contract/session.test.ts': 'times',
}

/** The paths of the slice, or of both whole suites; of these those alone that are named. */
export function filesInside(whole: boolean, words: readonly string[]): string[] {
  const isAll = whole || words.length > 0
  return testFiles(isAll ? ['test/{db,contract}/*.test.ts'] : Object.keys(slice), words)
}

/** Runs each of these files inside Electron, so many at a time. */
export function runInsideElectron(
  runtime: ElectronRuntime,
  files: readonly string[],
  lanes: number,
  environment: Readonly<Record<string, string>>,
): Promise<Outcome> {
  return runElsewhere(files, lanes, async (folder) => {
    const stripped = join(folder, 'stripped.json')
    writeFileSync(stripped, JSON.stringify(strippedSources(files)))
    return {
      command: [runtime.executable],
      env: {
        ...environment,
        ...runtimeEnvironment(runtime),
        ELECTRON_RUN_AS_NODE: '1',
        NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import=${pathToFileURL(hooks)}`,
        SEANCES_STRIPPED: stripped,
      },
      pathThere: (path) => path,
    }
  })
}

/** The words by which a source names another one: an import of any kind, or the address of a process of its own. */
const named = /\b(?:from|import|URL)\s*\(?\s*'(\.{1,2}\/[^']+\.ts)'/g

/** Sources for older-node.mjs: every one that these tests and the processes they start can reach, types replaced by spaces. */
function strippedSources(tests: readonly string[]): Record<string, string> {
  const entries = ['electron/cli.ts', 'electron/core.ts', 'electron/job.ts', ...tests]
  const queue = [vitestOnNode, ...entries.map((path) => join(root, path))]
  const sources: Record<string, string> = {}
  for (const path of queue) {
    const address = pathToFileURL(path).href
    if (address in sources || !existsSync(path)) continue
    const source = stripTypeScriptTypes(readFileSync(path, 'utf8'))
    sources[address] = source
    for (const [, other = ''] of source.matchAll(named)) queue.push(join(dirname(path), other))
  }
  return sources
}
