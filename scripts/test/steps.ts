// The steps of the test: what each checks, what it waits for, and how it runs.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { runEndToEnd } from '../e2e.ts'
import { describeRuntime, electronRuntime } from '../electron-runtime.ts'
import { packageApplication } from '../package.ts'
import { root } from '../pinned-node.mjs'
import { runInLanes } from './e2e-lanes.ts'
import { filesInside, runInsideElectron } from './inside-electron.ts'
import { contractOnBase } from './on-a-base.ts'
import { postgresPrograms } from './postgres-programs.ts'
import { failed, type Lanes, type Outcome, passed } from './stage.ts'
import { runUnderWine } from './under-wine.ts'
import type { runsOn } from './verified.ts'
import { runSuite } from './vitest-results.ts'

const builder = join(import.meta.dirname, '..', 'build.ts')

export type Run = {
  /** Everything at its full length, and no process of a suite shared between files. */
  readonly whole: boolean
  /** The one step that runs, with these files only; null when several run beside one another. */
  readonly alone: { readonly files: readonly string[] } | null
  /** Whether this run has built the application: processes of its that tests start are then started from there. */
  readonly isBuilt: boolean
  /** Does a piece of work once every suite that waits has had its turn. */
  readonly afterSuites: Lanes['run']
}

export type Step = {
  readonly says: string
  /** What it checks by `all`, when that is more. */
  readonly fully?: string
  /** On what it runs, for docs/verified.md; steps that only make something for others are not in there. */
  readonly on?: keyof typeof runsOn
  /** Steps before it in the list whose products it needs. */
  readonly after: readonly string[]
  /** Whether it waits for its turn among the suites; what others wait for begins at once, and so do the windows. */
  readonly inTurn: boolean
  /** Whether what it needs is had on Linux alone: elsewhere it is no step. */
  readonly isOfLinux?: true
  /** Whether it needs no package of the system: it begins while they are installed. */
  readonly isOfNode?: true
  /** Packages of the system that no other step needs; of several names the first that is known. */
  readonly packages?: readonly (readonly string[])[]
  readonly run: (run: Run) => Promise<Outcome>
}

/** What vitest is told for a process of its own for each file. */
const isolated: readonly string[] = ['--isolate']

/** What processes of the application that tests start find of this run's build. */
const built = {
  SEANCES_BUILT: join(root, 'dist'),
  SEANCES_JOB: join(root, 'dist', 'job.cjs'),
  SEANCES_RESOURCES: join(root, 'resources'),
}

/** @param shorter what a run of all steps that is not at full length runs of it; all when it is not said. */
const suite = (
  name: string,
  says: string,
  after: readonly string[] = [],
  shorter: readonly string[] = [],
  flags: () => readonly string[] = () => [],
): Step => ({
  says,
  on: 'node',
  after,
  inTurn: true,
  run: ({ whole, alone, isBuilt }) =>
    runSuite(
      name,
      alone?.files ?? (whole ? [] : shorter),
      [
        // Several suites at once fill the machine better than one that waits for its last file.
        `--maxWorkers=${alone === null ? 1 : availableParallelism()}`,
        ...(whole ? isolated : []),
        ...flags(),
      ],
      isBuilt ? built : {},
    ),
})

/** Left out where nothing saves a base. @throws Error where the packages of the system are ours to install */
const ofTeam = (): readonly string[] => {
  if (postgresPrograms() !== null) return []
  if (process.platform === 'linux' && process.env.CI === 'true')
    throw new Error('no programs of PostgreSQL on this machine')
  return ['--exclude=test/team/restored.test.ts']
}
const ownTeam = suite(
  'team',
  'the base of a team, and a part of the contract on it, on a real PostgreSQL',
  ['build'],
  [],
  ofTeam,
)
const onTeam: Step = {
  ...ownTeam,
  get fully() {
    const what = 'the base of a team, and the contract on it, on a real PostgreSQL'
    return postgresPrograms() === null ? `${what} (none was saved and restored: nothing here does)` : what
  },
  // What saves and restores a base; the binaries of the package are a server alone.
  packages: [['postgresql']],
  run: async (run) => {
    const own = await ownTeam.run(run)
    if (run.alone !== null && run.alone.files.length > 0) return own
    const began = performance.now()
    const contract = await contractOnBase(run.whole, ['--maxWorkers=1'], run.isBuilt ? built : {})
    return {
      passed: own.passed + contract.passed,
      failed: own.failed + contract.failed,
      parts: [{ name: 'contract on a base', seconds: (performance.now() - began) / 1000, ...contract }],
    }
  },
}

/** In the order in which they begin: what others wait for, then the longest. */
export const steps: Readonly<Record<string, Step>> = {
  electron: {
    says: 'the Electron that runs here, made where it cannot be fetched',
    after: [],
    inTurn: false,
    run: async () => {
      console.log(describeRuntime(await electronRuntime()))
      return passed
    },
  },
  build: {
    says: 'the application, built',
    after: [],
    inTurn: false,
    isOfNode: true,
    run: async () => {
      // In a process of its own: vite makes its process one of production, and every other step would inherit that.
      const [status] = await once(spawn(process.execPath, [builder], { stdio: 'inherit' }), 'exit')
      return status === 0 ? passed : failed('the build ended with an error')
    },
  },
  package: {
    says: 'the packaged folder of this machine',
    after: ['electron', 'build'],
    inTurn: false,
    run: async () => {
      console.log(await packageApplication(await electronRuntime()))
      return passed
    },
  },
  e2e: {
    says: 'the window (packaged too)',
    on: 'electron',
    after: ['package'],
    inTurn: false,
    run: async ({ whole, alone, afterSuites }) => {
      if (alone === null || alone.files.length === 0) {
        // Before the lanes, which would all make it.
        await packageApplication(await electronRuntime())
        return runInLanes(availableParallelism(), whole ? isolated : [], afterSuites)
      }
      const status = await runEndToEnd(alone.files)
      return status === 0 ? passed : failed(`ended with ${status}`)
    },
  },
  contract: suite('contract', 'every method of the core, on real files', ['build']),
  ui: suite('ui', 'the screens, in a page in memory', ['build']),
  campaigns: suite('campaigns', 'kills, full disks, power cuts and strange files, a few of each', ['build']),
  rules: suite('rules', 'types, lint, directions, unused code, words'),
  unit: suite('unit', 'one piece at a time'),
  db: suite('db', 'the database, its copies and migrations'),
  chromium: {
    ...suite(
      'chromium',
      'the month in the page, in Debian’s Chromium',
      ['build'],
      ['test/chromium/month.test.ts'],
    ),
    fully: 'every screen and the month in the page, over a real core',
    on: 'chromium',
    isOfLinux: true,
    // Debian's, or what the machines of GitHub have.
    packages: [['chromium', 'google-chrome-stable']],
  },
  office: {
    ...suite('office', 'what a real LibreOffice opens, saves and converts', ['build']),
    on: 'office',
    isOfLinux: true,
    packages: [
      ['libreoffice-writer-nogui', 'libreoffice-writer'],
      ['libreoffice-impress-nogui', 'libreoffice-impress'],
    ],
  },
  team: onTeam,
  windows: {
    says: 'Windows semantics: the opening of the database, files that are exported',
    fully: 'Windows semantics: files, paths and processes of db and contract',
    on: 'wine',
    after: ['build'],
    inTurn: true,
    isOfLinux: true,
    packages: [['wine64']],
    run: ({ whole, alone, isBuilt }) =>
      runUnderWine(
        alone?.files ?? (whole ? [] : ['db/opening', 'contract/saved-files']),
        isBuilt ? built : {},
      ),
  },
  inside: {
    says: 'of db and contract what can differ on the Node.js inside Electron',
    fully: 'db and contract on the Node.js inside it',
    on: 'electron',
    after: ['electron', 'build'],
    inTurn: true,
    run: async ({ whole, alone, isBuilt }) => {
      const files = filesInside(whole, alone?.files ?? [])
      const lanes = alone === null && !whole ? 1 : 2
      return runInsideElectron(await electronRuntime(), files, lanes, isBuilt ? built : {})
    },
  },
}
