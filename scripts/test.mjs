// Test: what `npm test` runs; installs what is missing, then goes on with the pinned Node.js in test/run.ts. Arguments name steps.
import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { installDependencies } from './install.mjs'
import { pinnedBin, pinnedNode, root } from './pinned-node.mjs'

installDependencies()
const { status } = spawnSync(
  pinnedNode,
  [join(root, 'scripts', 'test', 'run.ts'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: [pinnedBin, process.env.PATH].join(delimiter) },
  },
)
process.exitCode = status ?? 1
