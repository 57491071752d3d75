// The steps of the test: what each checks, what it waits for, and how it runs.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { runEndToEnd } from '../e2e.ts'
import { describeRuntime, electronRuntime } from '../electron-runtime.ts'
import { packageApplication } from '../package.ts'
import { filesInside, runInsideElectron } from './inside-electron.ts'
import { failed, type Lanes, type Outcome, passed } from './stage.ts'
import { runSuite } from './vitest-results.ts'
import { runWindows } from './windows.ts'

const builder = join(import.meta.dirname, '..', 'build.ts')

export type Run = {
  /** Everything at its full length, and no process of a suite shared between files. */
  readonly whole: boolean
  /** The one step that runs, with these files only; null when several run beside one another. */
  readonly alone: { readonly files: readonly string[] } | null
  readonly lanes: Lanes
}

export type Step = {
  readonly says: string
  /** Steps before it in the list whose products it needs. */
  readonly after: readonly string[]
  /** Whether it takes the next lane before others that wait, or takes several and lets go of them as it likes. */
  readonly urgent: boolean | 'lanes of its own'
  readonly run: (run: Run) => Promise<Outcome>
}

const suite = (name: string, says: string): Step => ({
  says,
  after: [],
  urgent: false,
  run: ({ whole, alone }) =>
    runSuite(name, alone?.files ?? [], [
      // Several suites at once fill the machine better than one that waits for its last file.
      `--maxWorkers=${alone === null ? 1 : availableParallelism()}`,
      ...(whole ? ['--isolate'] : []),
    ]),
})

/** In the order in which they get a lane: what others wait for, then the longest. */
export const steps: Readonly<Record<string, Step>> = {
  electron: {
    says: 'the Electron that runs here, made where it cannot be fetched',
    after: [],
    urgent: true,
    run: async () => {
      console.log(describeRuntime(await electronRuntime()))
      return passed
    },
  },
  build: {
    says: 'the application, built',
    after: [],
    urgent: true,
    run: async () => {
      // In a process of its own: vite makes its process one of production, and every other step would inherit that.
      const [status] = await once(spawn(process.execPath, [builder], { stdio: 'inherit' }), 'exit')
      return status === 0 ? passed : failed('the build ended with an error')
    },
  },
  package: {
    says: 'the packaged folder of this machine',
    after: ['electron', 'build'],
    urgent: true,
    run: async () => {
      console.log(await packageApplication(await electronRuntime()))
      return passed
    },
  },
  e2e: {
    says: 'the window, packaged too',
    after: ['package'],
    urgent: 'lanes of its own',
    run: async ({ alone, lanes }) => {
      if (alone === null || alone.files.length === 0) {
        // Before the lanes, which would all make it.
        await packageApplication(await electronRuntime())
        return runWindows(lanes)
      }
      const status = await runEndToEnd(alone.files)
      return status === 0 ? passed : failed(`ended with ${status}`)
    },
  },
  contract: suite('contract', 'every method of the core, on real files'),
  ui: suite('ui', 'the screens, in a page in memory'),
  campaigns: suite('campaigns', 'kills, full disks, power cuts and strange files, a few of each'),
  rules: suite('rules', 'types, lint, directions, unused code, words'),
  unit: suite('unit', 'one piece at a time'),
  db: suite('db', 'the database, its copies and migrations'),
  inside: {
    says: 'of db and contract what can differ on the Node.js inside Electron; by `all` the whole',
    after: ['electron'],
    urgent: false,
    run: async ({ whole, alone }) => {
      const files = alone !== null && alone.files.length > 0 ? alone.files : filesInside(whole)
      return runInsideElectron(await electronRuntime(), files, alone === null && !whole ? 1 : 2)
    },
  },
}
