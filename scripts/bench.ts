// Measures the budgets and writes docs/measured.md; never part of the tests.
// npm run bench -- [core] [delivery] [documents] [imports] [limits] [oldFiles] [scale] [scripts] [size] [team]
//   [start] [screens] [keys] [memory]; app: these four
//   files DIR: how labelled files outside the project are read, then the corpus; only when asked for
// npm run bench -- compare COMMIT [PART…] [--rounds N]: the bench of another commit and that of the last one here, alternately;
// printed, and written nowhere. Without a part: the application alone.
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchCore } from '../test/perf/core-bench.ts'
import { benchDelivery } from '../test/perf/delivery-bench.ts'
import { benchDocuments, type OtherWay } from '../test/perf/documents-bench.ts'
import { benchFiles } from '../test/perf/files-bench.ts'
import { benchImports } from '../test/perf/imports-bench.ts'
import { benchLimits } from '../test/perf/limits-bench.ts'
import { type Line, markdown, quantile } from '../test/perf/measure.ts'
import { benchOldFiles } from '../test/perf/old-files-bench.ts'
import { packageSizes } from '../test/perf/package-size.ts'
import { benchScale } from '../test/perf/scale-bench.ts'
import { benchScripts } from '../test/perf/scripts-bench.ts'
import { benchTeam } from '../test/perf/team-bench.ts'
import { buildIfNeeded } from './build.ts'
import { compare } from './compare.ts'
import { keepCompiled } from './compiled.ts'
import { withScreen } from './display.ts'
import { describeRuntime, electronRuntime, runtimeEnvironment } from './electron-runtime.ts'
import { writeMeasured } from './measured.ts'
import { packageApplication } from './package.ts'
import { requirePinnedNode, root } from './pinned-node.mjs'
import { ensureSystemPackages } from './system-packages.ts'
import { giveFolder, spawnUnprivileged } from './unprivileged.ts'

requirePinnedNode()
const say = (line: string) => console.log(line)
const parts: Readonly<Record<string, () => Promise<Line[]>>> = {
  core: () => benchCore(say),
  delivery: benchDelivery,
  documents: () => benchDocuments(say, printInWindow),
  files: () => benchFiles(folder, say),
  imports: () => benchImports(say),
  limits: () => benchLimits(),
  oldFiles: () => benchOldFiles(),
  scale: () => benchScale(say),
  scripts: async () => {
    await buildIfNeeded()
    return benchScripts(join(root, 'dist', 'renderer'))
  },
  size: async () => packageSizes(await packageApplication(await electronRuntime())),
  team: () => benchTeam(say),
  start: () => benchApplication('start'),
  screens: () => benchApplication('screens'),
  keys: () => benchApplication('keys'),
  memory: () => benchApplication('memory'),
}
/** Of the window; under the one name that benches of older commits know. */
const ofWindow = ['start', 'screens', 'keys', 'memory']
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
})
const isComparing = positionals[0] === 'compare'
const [other, named] = isComparing ? [positionals[1], positionals.slice(2)] : [null, positionals]
const isFolder = (at: number) => named[at - 1] === 'files'
const folder = named.find((_, at) => isFolder(at)) ?? ''
const asked = named.filter((_, at) => !isFolder(at)).flatMap((part) => (part === 'app' ? ofWindow : [part]))
const unknown = asked.filter((part) => !(part in parts))
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(' ')}; there are ${Object.keys(parts).join(', ')}`)
  process.exit(2)
}
if (asked.includes('files') && folder === '') {
  console.error('the files of which folder?')
  process.exit(2)
}
await ensureSystemPackages()
if (other === undefined) {
  console.error('compare with which commit?')
  process.exit(2)
}
if (other !== null) {
  compare(other, named.length > 0 ? named : ['app'], Number(values.rounds))
  process.exit(0)
}
for (const [part, measure] of Object.entries(parts)) {
  if (asked.length > 0 ? !asked.includes(part) : part === 'files') continue
  console.log(`── ${part}`)
  const lines = await measure()
  console.log(`\n${markdown(lines)}`)
  writeMeasured(part, lines, Object.keys(parts))
}

/** In a process without rights, under a screen in memory, as the end-to-end tests. */
async function benchApplication(what: string): Promise<Line[]> {
  const runtime = await electronRuntime()
  console.log(describeRuntime(runtime))
  await buildIfNeeded()
  await keepCompiled(runtime)
  const home = giveFolder(mkdtempSync(join(tmpdir(), 'seances-bench-home-')))
  const result = join(giveFolder(join(home, 'output')), 'lines.json')
  const entry = join(root, 'test', 'perf', 'app-bench.ts')
  const child = spawnUnprivileged(withScreen([process.execPath, entry, result, root, what]), home, {
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

/** Prints html as a window does, ten times in one window, under the same screen in memory. */
async function printInWindow(html: Uint8Array): Promise<OtherWay> {
  const runtime = await electronRuntime()
  const home = giveFolder(mkdtempSync(join(tmpdir(), 'seances-print-home-')))
  const folder = giveFolder(join(home, 'print'))
  const [page, result] = [join(folder, 'minutes.html'), join(folder, 'times.json')]
  writeFileSync(page, html)
  writeFileSync(join(folder, 'package.json'), '{ "name": "print", "main": "main.cjs" }')
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(async () => {
  const times = []
  let bytes = 0
  const window = new BrowserWindow({ show: false })
  for (let run = 0; run < 10; run += 1) {
    const started = performance.now()
    await window.loadFile(${JSON.stringify(page)})
    bytes = (await window.webContents.printToPDF({ pageSize: 'A4', generateTaggedPDF: true, generateDocumentOutline: true })).length
    times.push(performance.now() - started)
  }
  require('node:fs').writeFileSync(${JSON.stringify(result)}, JSON.stringify({ times, bytes }))
  app.exit(0)
})`,
  )
  const command = withScreen([runtime.executable, folder, `--user-data-dir=${join(folder, 'profile')}`])
  const [status] = await once(spawnUnprivileged(command, home, runtimeEnvironment(runtime)), 'exit')
  if (status !== 0) throw new Error(`the printing window ended with ${status}`)
  const { times, bytes } = JSON.parse(readFileSync(result, 'utf8')) as { times: number[]; bytes: number }
  rmSync(home, { recursive: true, force: true })
  return { first: times[0] ?? Number.NaN, warm: quantile(times.slice(1), 0.5), bytes }
}
