// Runs the application from the sources; without a display, runs the main job without a window instead. Arguments go to
// the application: `npm start -- --data-dir=DIR`.
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from './build.ts'
import { keepCompiled } from './compiled.ts'
import { hasDisplay } from './display.ts'
import { describeRuntime, electronRuntime, runtimeEnvironment } from './electron-runtime.ts'
import { runMainJob } from './main-job.ts'
import { requirePinnedNode, root } from './pinned-node.mjs'
import { isRoot, spawnUnprivileged } from './unprivileged.ts'

requirePinnedNode()
if (hasDisplay) process.exitCode = await runApplication(process.argv.slice(2))
else {
  console.log('There is no display here: running the main job without a window.')
  await runMainJob()
}

async function runApplication(args: readonly string[]): Promise<number> {
  const runtime = await electronRuntime()
  console.log(describeRuntime(runtime))
  await buildIfNeeded()
  await keepCompiled(runtime)
  const home = join(tmpdir(), 'seances-inp-nobody')
  if (isRoot)
    console.log(`Electron is never run as root: running it as "nobody"; its data are kept in ${home}.`)
  const child = spawnUnprivileged([runtime.executable, root, ...args], home, runtimeEnvironment(runtime))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  const [status] = await once(child, 'exit')
  return typeof status === 'number' ? status : 1
}
