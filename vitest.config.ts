import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** A suite in Node.js: the files `test/<name>/**` and how long one test may take. */
const suite = (name: string, testTimeout: number) => ({
  test: {
    name,
    environment: 'node' as const,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout,
    hookTimeout: testTimeout,
    restoreMocks: true,
  },
})

export default defineConfig({
  // A runner without rights writes nothing into the checkout.
  cacheDir: process.env.SEANCES_TEST_CACHE ?? 'node_modules/.vite',
  test: {
    reporters: ['default'],
    // Its default leaves one processor idle: half of the machine, where there are two.
    maxWorkers: availableParallelism(),
    projects: [
      suite('rules', 240_000),
      suite('unit', 30_000),
      suite('db', 60_000),
      suite('contract', 60_000),
      suite('campaigns', 180_000),
      { test: { ...suite('ui', 30_000).test, environment: 'jsdom' as const } },
    ],
  },
})
