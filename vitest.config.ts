import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

// A runner without rights writes nothing into the checkout.
const cacheDir = process.env.SEANCES_TEST_CACHE ?? 'node_modules/.vite'
// Node.js keeps what it compiled, by content, for the next process: ours, and the jobs, cores and commands that tests start.
process.env.NODE_COMPILE_CACHE ??= resolve(join(cacheDir, 'compiled'))

const fakedTimers = [
  ...(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const),
  ...(['setImmediate', 'clearImmediate', 'Date', 'performance'] as const),
]

/** A suite in Node.js: the files `test/<name>/**`, and after how long a test counts as hanging; times are the bench's. */
const suite = (name: string, testTimeout: number) => ({
  test: {
    name,
    environment: 'node' as const,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout,
    hookTimeout: testTimeout,
    restoreMocks: true,
    expect: { poll: { timeout: 15_000 } },
    // Made false and true again, Temporal would stay behind, undefined, for the pages of other tests to find.
    fakeTimers: { toFake: fakedTimers },
    // The sources run as they are, and once a process: these suites replace no module, and share nothing but folders of their own.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    isolate: false,
    // Room for what is dropped at once: half as many collections in tests that make one page or core after another.
    execArgv: ['--max-semi-space-size=64'],
  },
})

export default defineConfig({
  cacheDir,
  test: {
    fsModuleCachePath: resolve(join(cacheDir, 'modules')),
    reporters: ['default'],
    // Its default leaves one processor idle: half of the machine, where there are two.
    maxWorkers: availableParallelism(),
    projects: [
      suite('rules', 300_000),
      suite('unit', 120_000),
      suite('db', 180_000),
      suite('contract', 180_000),
      suite('team', 180_000),
      suite('campaigns', 300_000),
      suite('chromium', 120_000),
      suite('office', 120_000),
      // Node.js does not read tsx by itself. The files share their page, which test/ui/setup.ts cleans, and no source of ours.
      {
        test: {
          ...suite('ui', 120_000).test,
          environment: 'jsdom' as const,
          setupFiles: ['test/ui/setup.ts'],
          experimental: {},
        },
      },
    ],
  },
})
