// Bench: measures the budgets in one run and prints them as a Markdown table; never part of the tests.
// npm run bench -- [core] [app]
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchCore } from '../test/perf/core-bench.ts'
import { type Line, markdown } from '../test/perf/measure.ts'
import { buildIfNeeded } from './build.ts'
import { withScreen } from './display.ts'
import { describeRuntime, electronRuntime, runtimeEnvironment } from './electron-runtime.ts'
import { requirePinnedNode, root } from './pinned-node.mjs'
import { giveFolder, spawnUnprivileged } from './unprivileged.ts'

requirePinnedNode()
const asked = process.argv.slice(2)
const wants = (part: string) => asked.length === 0 || asked.includes(part)

const lines: Line[] = []
if (wants('core')) lines.push(...(await benchCore((line) => console.log(line))))
if (wants('app')) lines.push(...(await benchApplication()))
console.log(`\n${markdown(lines)}`)

/** In a process without rights, under a screen in memory, as the end-to-end tests. */
async function benchApplication(): Promise<Line[]> {
  const runtime = await electronRuntime()
  console.log(describeRuntime(runtime))
  await buildIfNeeded()
  const home = giveFolder(mkdtempSync(join(tmpdir(), 'seances-bench-home-')))
  const result = join(giveFolder(join(home, 'output')), 'lines.json')
  const entry = join(root, 'test', 'perf', 'app-bench.ts')
  const child = spawnUnprivileged(withScreen([process.execPath, entry, result, root]), home, {
    ...runtimeEnvironment(runtime),
    SEANCES_ELECTRON: runtime.executable,
  })
  const [status] = await once(child, 'exit')
  if (status !== 0)
    console.log(`the measures of the application ended with ${status}: what they reached follows`)
  const lines = JSON.parse(readFileSync(result, 'utf8')) as Line[]
  rmSync(home, { recursive: true, force: true })
  return lines
}
