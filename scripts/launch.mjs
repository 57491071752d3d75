// Every npm script runs this, on any Node.js from 20 on: installs what is missing, then runs the named source on the pinned
// Node.js with the arguments that follow.
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installDependencies } from './install.mjs'
import { pinnedBin, pinnedNode, root } from './pinned-node.mjs'
import { runInReadableCopy } from './readable-checkout.mjs'

/**
 * Sources whose programs must be able to read the checkout as nobody, and what they may write into it.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const needsReadable = {
  'scripts/test/run.ts': ['docs/verified.md'],
  'scripts/bench.ts': ['docs/measured.md'],
  'scripts/campaign.ts': ['docs/verified.md'],
  'scripts/pictures.ts': ['docs/pictures'],
}

const [source = '', ...args] = process.argv.slice(2)
const written = needsReadable[source]
const copied =
  written === undefined ? null : runInReadableCopy(fileURLToPath(import.meta.url), [source, ...args], written)
if (copied === null) launch()
else process.exitCode = copied

function launch() {
  installDependencies()
  const child = spawn(pinnedNode, [join(root, source), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: [pinnedBin, process.env.PATH].join(delimiter) },
  })
  process.on('SIGINT', () => child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (status) => {
    process.exitCode = status ?? 1
  })
}
