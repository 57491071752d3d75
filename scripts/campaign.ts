// Campaign: many kills of the real core, or of the real application, while somebody types; counts what was lost.
// npm run campaign -- kills [--target core|app] [--runs N] [--seed S]
import { parseArgs } from 'node:util'
import { killCores } from '../test/campaigns/core-kills.ts'
import { runEndToEnd } from './e2e.ts'
import { requirePinnedNode } from './pinned-node.mjs'

requirePinnedNode()
const usage = 'npm run campaign -- kills [--target core|app] [--runs N] [--seed S]'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string' }, target: { type: 'string' }, seed: { type: 'string' } },
})
const runs = Number(values.runs ?? 50)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const target = values.target ?? 'core'
if (positionals.join() !== 'kills' || !Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error(usage)
  process.exitCode = 2
} else if (target === 'core') process.exitCode = await coreKills()
else if (target === 'app') process.exitCode = await appKills()
else {
  console.error(usage)
  process.exitCode = 2
}

/** The same test as among the end-to-end tests, with more runs. */
function appKills(): Promise<number> {
  process.env.SEANCES_KILLS = String(runs)
  process.env.SEANCES_SEED = String(seed)
  return runEndToEnd(['kills', '--disable-console-intercept'])
}

async function coreKills(): Promise<number> {
  // One second of typing takes 20 ms: 300 characters a minute, fifty times faster.
  const pace = { seed, saveMs: 20, withinMs: 1500 }
  console.log(`seed ${seed}`)
  const report = await killCores({ ...pace, runs, say: (line) => console.log(line) })
  console.log('control: the same with every COMMIT put off until after its acknowledgement')
  const control = await killCores({
    ...pace,
    runs: Math.min(10, runs),
    control: true,
    say: (line) => console.log(line),
  })
  console.log(
    `\n${report.runs} kills of the core (${report.killedOpenings} openings killed too): ${report.acknowledged} changes acknowledged, ${report.lost} lost; ` +
      `${report.inFlight} in flight, ${report.keptUnacknowledged} of them kept; control: ${control.lost} of ${control.acknowledged} lost`,
  )
  for (const fault of report.faults) console.log(`fault: ${fault}`)
  if (control.lost === 0) console.log('the control lost nothing: this campaign would not notice a loss')
  return report.lost === 0 && report.faults.length === 0 && control.lost > 0 ? 0 : 1
}
