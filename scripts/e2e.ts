// End-to-end tests: real Electron, its real sandbox, a screen in memory; as nobody when we are root. Arguments go to vitest.
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from './build.ts'
import { withScreen } from './display.ts'
import { describeRuntime, electronRuntime, runtimeEnvironment } from './electron-runtime.ts'
import { requirePinnedNode, root } from './pinned-node.mjs'
import { giveFolder, spawnUnprivileged } from './unprivileged.ts'

/** Runs the suite; answers vitest's exit status. Builds and finds Electron first. */
export async function runEndToEnd(args: readonly string[] = []): Promise<number> {
  const runtime = await electronRuntime()
  console.log(`end-to-end tests on ${describeRuntime(runtime)}`)
  await buildIfNeeded()
  const home = giveFolder(mkdtempSync(join(tmpdir(), 'seances-e2e-home-')))
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const config = join(root, 'test', 'e2e', 'vitest.config.ts')
  const child = spawnUnprivileged(
    withScreen([process.execPath, vitest, 'run', '--config', config, '--configLoader', 'native', ...args]),
    home,
    {
      ...runtimeEnvironment(runtime),
      SEANCES_ELECTRON: runtime.executable,
      SEANCES_E2E_OUTPUT: giveFolder(join(home, 'output')),
    },
  )
  const [status] = await once(child, 'exit')
  return typeof status === 'number' ? status : 1
}

if (import.meta.main) {
  requirePinnedNode()
  process.exitCode = await runEndToEnd(process.argv.slice(2))
}
