// Real Electron, its real sandbox, a screen in memory; as nobody when we are root. Arguments go to vitest.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withScreen } from './display.ts'
import { describeRuntime, electronRuntime, runtimeEnvironment } from './electron-runtime.ts'
import { packageApplication } from './package.ts'
import { requirePinnedNode, root } from './pinned-node.mjs'
import { giveFolder, runUnprivileged } from './unprivileged.ts'

/**
 * Runs the suite; returns vitest's exit status. Finds Electron, builds and packages first.
 * @param shared a folder for what several runs make once, such as the sample.
 */
export async function runEndToEnd(
  args: readonly string[] = [],
  output: Parameters<typeof runUnprivileged>[3] = 'as it comes',
  shared: string | null = null,
): Promise<number> {
  const runtime = await electronRuntime()
  console.log(`end-to-end tests on ${describeRuntime(runtime)}`)
  const packaged = await packageApplication(runtime)
  const home = giveFolder(mkdtempSync(join(tmpdir(), 'seances-e2e-home-')))
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const config = join(root, 'test', 'e2e', 'vitest.config.ts')
  const common = shared ?? giveFolder(join(home, 'shared'))
  const status = await runUnprivileged(
    withoutNetwork(
      withScreen([process.execPath, vitest, 'run', '--config', config, '--configLoader', 'native', ...args]),
    ),
    home,
    {
      ...runtimeEnvironment(runtime),
      SEANCES_ELECTRON: runtime.executable,
      SEANCES_PACKAGED: packaged,
      SEANCES_E2E_OUTPUT: giveFolder(join(home, 'output')),
      SEANCES_E2E_SHARED: common,
      // Node.js keeps what it compiled, by content, for the next process.
      NODE_COMPILE_CACHE: join(common, 'compiled'),
    },
    output,
  )
  if (status === 0) rmSync(home, { recursive: true, force: true })
  else console.log(`what the failed run left: ${home}`)
  return status
}

/**
 * The command where the only network is a loopback, which the driver of the window needs (Linux): all that the tests do
 * works without one.
 */
function withoutNetwork(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  if (process.platform !== 'linux') return command
  const inside = 'ip link set lo up && exec unshare --user --map-user=65534 --map-group=65534 -- "$@"'
  return ['unshare', '--user', '--map-root-user', '--net', '--', 'sh', '-c', inside, 'sh', ...command]
}

if (import.meta.main) {
  requirePinnedNode()
  process.exitCode = await runEndToEnd(process.argv.slice(2))
}
