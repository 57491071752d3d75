import { defineConfig } from 'vitest/config'
import { endToEndFiles } from './files.ts'

// The runner is unprivileged: nothing is written into the checkout.
const cacheDir = process.env.SEANCES_E2E_OUTPUT ?? 'node_modules/.vite'

export default defineConfig({
  root: import.meta.dirname,
  cacheDir,
  test: {
    include: endToEndFiles(),
    fileParallelism: false,
    maxWorkers: 1,
    // The sources run as they are, and once a process: no file replaces a module, and each has its own window and data.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    isolate: false,
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
})
