// Runs the steps beside one another; goes on after a failure, ends with a table and "N passed, N failed".
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { electronRuntime } from '../electron-runtime.ts'
import { requirePinnedNode } from '../pinned-node.mjs'
import { ensureSystemPackages } from '../system-packages.ts'
import { folderInMemory } from './scratch.ts'
import { failed, Lanes, passed, type Row, table, timed } from './stage.ts'
import { type Step, steps } from './steps.ts'
import { record, runsOn } from './verified.ts'

const usage = `npm test                      everything
npm test -- all [STEP…]       everything, or these steps, at full length, on the disk; what is green goes into docs/verified.md
npm test -- STEP [STEP…]      these steps
npm test -- STEP FILE [FILE…] of one step only the files whose paths contain one of these words
Steps:
${Object.entries(steps)
  .map(([name, { says, fully }]) => {
    const more = fully === undefined ? '' : `; by \`all\` ${fully}`
    return `  ${name.padEnd(10)} ${says}${more}`
  })
  .join('\n')}`

requirePinnedNode()
const whole = process.argv[2] === 'all'
const args = process.argv.slice(whole ? 3 : 2)
const named = args.filter((arg) => arg in steps)
const files = args.filter((arg) => !(arg in steps))
if (args.join() === 'help') {
  console.log(usage)
  process.exit(0)
}
if (files.length > 0 && (named.length !== 1 || whole)) {
  console.error(`no such step: ${files.join(' ')}\n${usage}`)
  process.exit(2)
}

const started = performance.now()
// A step that is named alone has what it is run with built for it, as in a run of all.
const needsBuild = named.some((name) => steps[name]?.after.includes('build'))
const wanted = Object.entries(steps).flatMap(([name, { isOfLinux }]) => {
  if (isOfLinux === true && process.platform !== 'linux') return []
  const isWanted = named.length === 0 || named.includes(name)
  return isWanted || (name === 'build' && needsBuild) ? [name] : []
})
const alone = named.length === 1 ? { files } : null
// Suites work and windows wait. The windows, which take longest, do not wait for a suite to end: their lanes are their own.
const suites = new Lanes(availableParallelism())
const rows = new Map<string, Promise<Row>>()
const ended: Row[] = []

/** Runs a step once it is its turn and what it needs is there. */
async function perform(name: string, { after, inTurn, isOfNode, run }: Step): Promise<Row> {
  const go = async (): Promise<Row> => {
    if (isOfNode !== true) await packages
    const needed = await Promise.all(after.map((one) => rows.get(one)))
    const missing = needed.filter((row) => row !== undefined && row.failed > 0).map((row) => row?.name)
    return timed(name, async () => {
      if (missing.length > 0) return failed(`needs ${missing.join(', ')}`)
      console.log(`── ${name} begins`)
      return run({ whole, alone, isBuilt: rows.has('build'), afterSuites: (work) => suites.run(work) })
    })
  }
  const row = await (inTurn ? suites.run(go) : go())
  console.log(`── ${name}: ${row.passed} passed, ${row.failed} failed, ${row.seconds.toFixed(0)} s`)
  ended.push(row)
  return row
}

// At its full length on the disk of the machine.
const scratch = whole ? null : folderInMemory()
if (scratch !== null) process.env.TMPDIR = scratch

const packages = timed('system packages', async () => {
  await ensureSystemPackages(wanted.flatMap((name) => steps[name]?.packages ?? []))
  return passed
})
for (const name of wanted) {
  const step = steps[name]
  if (step !== undefined) rows.set(name, perform(name, step))
}
// What hangs is named, before whoever waits for the run gives it up without a word.
const MOST_MINUTES = 80
const limit = setTimeout(() => {
  const left = [...rows.keys()].filter((name) => !ended.some((row) => row.name === name))
  end([
    ...ended,
    ...left.map((name) => ({ name, seconds: 0, ...failed(`not ended in ${MOST_MINUTES} minutes`) })),
  ])
  process.exit()
}, MOST_MINUTES * 60_000)
if (whole) clearTimeout(limit)
const all = await Promise.all([packages, ...rows.values()])
clearTimeout(limit)
if (whole) {
  const green = all.filter((row) => row.failed === 0).flatMap(({ name }) => steps[name] ?? [])
  const runtime = await electronRuntime()
  record(
    green.flatMap(({ on, says, fully }) =>
      on === undefined ? [] : [{ where: runsOn[on](runtime), what: fully ?? says }],
    ),
  )
}

if (scratch !== null && all.every((row) => row.failed === 0))
  rmSync(scratch, { recursive: true, force: true })
end(all)

/** Shows what became of each step, and has the process end as a failure if one failed. */
function end(outcomes: readonly Row[]): void {
  const sum = (count: 'passed' | 'failed') => outcomes.reduce((total, row) => total + row[count], 0)
  console.log(`\n${table(outcomes, (performance.now() - started) / 1000)}`)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
}
