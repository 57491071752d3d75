import { build } from '../build.ts'
import { describeRuntime, type ElectronRuntime, electronRuntime } from '../electron-runtime.ts'
import { packageApplication } from '../package.ts'
import { requirePinnedNode } from '../pinned-node.mjs'
import { runInsideElectron } from './inside-electron.ts'
import { failed, type Outcome, passed, type Row, table, timed } from './stage.ts'
import { ensureSystemPackages } from './system-packages.ts'
import { verify } from './verified.ts'
import { runSuite, type SuiteResult } from './vitest-results.ts'
import { runWindows } from './windows.ts'

const steps = [
  'rules',
  'unit',
  'db',
  'contract',
  'campaigns',
  'ui',
  'inside',
  'build',
  'package',
  'e2e',
] as const

requirePinnedNode()
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !steps.some((step) => step === name))
if (unknown.length > 0) {
  console.error(`unknown step: ${unknown.join(', ')}; there are ${steps.join(', ')}`)
  process.exit(2)
}
const wants = (step: (typeof steps)[number]) => wanted.length === 0 || wanted.includes(step)

const rows: Row[] = []
const step = async (name: string, run: () => Promise<Outcome>): Promise<void> => {
  rows.push(await timed(name, run))
}
const withoutElectron = failed('there is no Electron here')
const suites = new Map<string, SuiteResult>()

await step('system packages', async () => ensureSystemPackages())
let runtime: ElectronRuntime | null = null
await step('Electron', async () => {
  runtime = await electronRuntime()
  console.log(describeRuntime(runtime))
  return passed
})
// Assigned inside the step above, which the compiler does not follow.
const electron = runtime as ElectronRuntime | null

if (wants('rules')) await step('rules', () => runSuite('rules'))
for (const suite of ['unit', 'db', 'contract', 'campaigns', 'ui'] as const)
  if (wants(suite) || (wants('inside') && (suite === 'db' || suite === 'contract')))
    await step(suite, async () => {
      const result = await runSuite(suite)
      suites.set(suite, result)
      return result
    })
if (wants('inside'))
  await step('db and contract inside Electron', async () => {
    if (electron === null) return withoutElectron
    return runInsideElectron(electron, { ...suites.get('db')?.byFile, ...suites.get('contract')?.byFile })
  })
if (wants('build'))
  await step('build', async () => {
    await build()
    return passed
  })
if (wants('package'))
  await step('package', async () => {
    if (electron === null) return withoutElectron
    console.log(await packageApplication(electron))
    return passed
  })
if (wants('e2e'))
  await step('real Electron, packaged too', async () => {
    if (electron === null) return withoutElectron
    return runWindows(electron)
  })
const failures = () => rows.reduce((sum, row) => sum + row.failed, 0)
if (wanted.length === 0 && electron !== null)
  await step('docs/verified.md', async () =>
    failures() === 0 ? verify(electron) : failed('not checked: something failed before'),
  )

console.log(`\n${table(rows)}`)
console.log(`\n${rows.reduce((sum, row) => sum + row.passed, 0)} passed, ${failures()} failed`)
process.exitCode = failures() === 0 ? 0 : 1
