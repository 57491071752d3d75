// Small faults made on purpose; each must make a test fail.
// npm run mutate [-- FOLDER…] [--runs N] [--seed S] [--lanes N]: N changes drawn at random of what is below the folders,
// or of electron/db, electron/domain and electron/features. What survives is listed, with what was tried.
// npm run mutate -- declared: the changes that went unnoticed once, each against the test that notices it since.
// Both begin with two controls: a fault that is known to be noticed, and a change of nothing, which must not be.
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { dice } from '../test/campaigns/dice.ts'
import { type Change, changesOf } from './mutate/changes.ts'
import { compilerOf } from './mutate/compile.ts'
import { type Declared, declared } from './mutate/declared.ts'
import { equivalent } from './mutate/equivalent.ts'
import { reachOf } from './mutate/reach.ts'
import { fileWith, sources } from './mutate/sources.ts'
import { Copy, type Verdict } from './mutate/trial.ts'
import { requirePinnedNode, root } from './pinned-node.mjs'
import { folderInMemory } from './test/scratch.ts'

requirePinnedNode()
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    tests: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '300' },
    lanes: { type: 'string', default: String(availableParallelism()) },
  },
})
const [runs, seed, tests, seconds, lanes] = [
  values.runs,
  values.seed,
  values.tests,
  values.seconds,
  values.lanes,
].map(Number)
const suites = ['unit', 'db', 'contract']

type Trial = { readonly name: string; readonly path: string; readonly text: string; readonly tests: string[] }

const files = sources(root)
const reach = reachOf(root, suites)
const trials = positionals[0] === 'declared' ? declared.map(declaredTrial) : drawn()
const scratch = folderInMemory()
if (scratch !== null) process.env.TMPDIR = scratch
const copies = Array.from({ length: lanes ?? 1 }, () => new Copy(root, seconds ?? 300))
try {
  await controls()
  const verdicts = await tryAll()
  report(verdicts)
} finally {
  for (const copy of copies) copy.dispose()
  if (scratch !== null) rmSync(scratch, { recursive: true, force: true })
}

function declaredTrial({ what, from, to, beside, noticedBy }: Declared): Trial {
  const [path, text] = fileWith(files, from, beside)
  return { name: what, path, text: text.replace(from, () => to), tests: [noticedBy] }
}

/** Changes that are not declared to change nothing, without repetition. */
function drawn(): Trial[] {
  const folders =
    positionals.length > 0 ? positionals : ['electron/db', 'electron/domain', 'electron/features']
  const below = folders.map((folder) => folder.replace(/\/?$/, '/'))
  const all = [...files]
    .filter(([path]) => below.some((folder) => path.startsWith(folder)))
    .flatMap(([path, text]) => changesOf(path, text).map((change) => ({ path, text, change })))
  console.log(`seed ${seed}: ${all.length} changes are possible`)
  const chance = dice(seed ?? 0)
  const chosen: Trial[] = []
  while (chosen.length < (runs ?? 0) && all.length > 0) {
    const [one] = all.splice(chance.below(all.length), 1)
    if (one !== undefined && !isEquivalent(one.text, one.change))
      chosen.push({
        name: nameOf(one.path, one.text, one.change),
        path: one.path,
        text: changed(one.text, one.change),
        tests: reach.testsOf(one.path).slice(0, tests),
      })
  }
  return chosen
}

function changed(text: string, { start, end, replacement }: Change): string {
  return text.slice(0, start) + replacement + text.slice(end)
}

function lineOf(text: string, at: number): string {
  const from = text.lastIndexOf('\n', at - 1) + 1
  const to = text.indexOf('\n', at)
  return text.slice(from, to < 0 ? undefined : to).trim()
}

function isEquivalent(text: string, { kind, start }: Change): boolean {
  const line = lineOf(text, start)
  return equivalent.some((one) => one.kind === kind && one.line === line)
}

function nameOf(path: string, text: string, { kind, start, end, replacement }: Change): string {
  const line = text.slice(0, start).split('\n').length
  const short = (words: string) => words.replace(/\s+/g, ' ').slice(0, 90)
  return `${path}:${line} ${kind}: ${short(text.slice(start, end))} → ${short(replacement)}`
}

/** A checker that never fails, or always, says nothing. */
async function controls(): Promise<void> {
  const [copy] = copies
  if (copy === undefined) throw new Error('no lane')
  const right = 'const golden = year % 19'
  const [path, text] = fileWith(files, right)
  const test = reach.testsOf(path).slice(0, 1)
  const fault = text.replace(right, 'const golden = year % 18')
  const noticed = await copy.try(path, fault, test)
  const nothing = await copy.try(path, `${text}\n`, test)
  if (!noticed.killed || nothing.killed)
    throw new Error(`the controls were not told apart: ${JSON.stringify({ test, noticed, nothing })}`)
  console.log('controls: a fault was noticed, a change of nothing was not')
}

async function tryAll(): Promise<Map<Trial, Verdict>> {
  const verdicts = new Map<Trial, Verdict>()
  const waiting = [...trials]
  const lane = async (copy: Copy) => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const begun = performance.now()
      const verdict = await copy.try(next.path, next.text, next.tests)
      const took = `${((performance.now() - begun) / 1000).toFixed(0)} s`
      verdicts.set(next, verdict)
      const said = verdict.killed ? `noticed by ${verdict.by}` : `UNNOTICED by ${verdict.tried} test files`
      console.log(`${verdicts.size}/${trials.length} ${took}, ${said}: ${next.name}`)
    }
  }
  await Promise.all(copies.map(lane))
  return verdicts
}

/** What no test noticed is noticed all the same where the compiler refuses it: a change with errors of types does not land. */
function report(verdicts: ReadonlyMap<Trial, Verdict>): void {
  const unnoticed = [...verdicts].filter(([, verdict]) => !verdict.killed).map(([trial]) => trial)
  const compiler = compilerOf(root)
  const survivors = unnoticed.filter(({ path, text }) => compiler.accepts(path, text))
  const noticed = verdicts.size - survivors.length
  const share = ((100 * noticed) / Math.max(1, verdicts.size)).toFixed(1)
  console.log(`\n${noticed} noticed, ${survivors.length} not (${share} %)`)
  console.log(`${unnoticed.length - survivors.length} of them by the compiler alone`)
  for (const { name, tests: tried } of survivors)
    console.log(`unnoticed: ${name}\n  tried: ${tried.join(' ')}`)
  process.exitCode = survivors.length === 0 ? 0 : 1
}
