// Installs what is missing, then goes on with the pinned Node.js in test/run.ts. `npm test -- help` lists them.
import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installDependencies } from './install.mjs'
import { pinnedBin, pinnedNode, root } from './pinned-node.mjs'
import { runInReadableCopy } from './readable-checkout.mjs'

const args = process.argv.slice(2)
process.exitCode = runInReadableCopy(fileURLToPath(import.meta.url), args, ['docs/verified.md']) ?? runHere()

function runHere() {
  installDependencies()
  const { status } = spawnSync(pinnedNode, [join(root, 'scripts', 'test', 'run.ts'), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: [pinnedBin, process.env.PATH].join(delimiter) },
  })
  return status ?? 1
}
