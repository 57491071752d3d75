// A fixed slice of the campaign (npm run campaign -- kills --target app): what was typed outlives the application.
import { expect, it } from 'vitest'
import { killApplications } from '../campaigns/app-kills.ts'

const runs = Number(process.env.SEANCES_KILLS ?? 4)
const seed = Number(process.env.SEANCES_SEED ?? 20261210)

it(
  'the application, or its core alone, killed while somebody types, keeps all but the last second',
  async () => {
    const report = await killApplications({ runs, seed, longestMs: 6_000, say: (line) => console.log(line) })
    console.log(`seed ${seed}: ${JSON.stringify(report)}`)
    expect(report.faults).toEqual([])
    expect(report.applications).toBeGreaterThan(0)
    expect(report.cores).toBeGreaterThan(0)
  },
  runs * 45_000,
)
