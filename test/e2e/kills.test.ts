import { expect, it } from 'vitest'
import { killApplications } from '../campaigns/app-kills.ts'
import { killApplicationsWriting } from '../campaigns/app-writes.ts'
import { isActName } from '../campaigns/journey/acts.ts'

const runs = Number(process.env.SEANCES_KILLS ?? 4)
/** Of the campaign a tenth is typed at the keyboard, at its pace. */
const typed = Math.min(runs, Math.max(4, Math.ceil(runs / 10)))
const written = Math.max(4, runs - typed)
/** Only these kinds of write, when some are named. */
const only = (process.env.SEANCES_ONLY ?? '').split(',').filter(isActName)
const seed = Number(process.env.SEANCES_SEED ?? 20261210)

it(
  'the application, or its core alone, killed while somebody types, keeps all but the last second',
  async () => {
    const report = await killApplications({
      runs: typed,
      seed,
      longestMs: 6_000,
      say: (line) => console.log(line),
    })
    console.log(`seed ${seed}: ${JSON.stringify(report)}`)
    expect(report.faults).toEqual([])
    expect(report.applications).toBeGreaterThan(0)
    expect(report.cores).toBeGreaterThan(0)
  },
  typed * 45_000,
)

it(
  'the application, or its core alone, killed within every kind of write, keeps what it acknowledged',
  async () => {
    const report = await killApplicationsWriting({
      runs: written,
      seed,
      say: (line) => console.log(line),
      ...(only.length === 0 ? {} : { only }),
    })
    console.log(`seed ${seed}: ${JSON.stringify(report)}`)
    expect(report).toMatchObject({ lost: 0, faults: [] })
    expect(report.applications).toBeGreaterThan(0)
    expect(report.cores).toBeGreaterThan(0)
  },
  60_000 + written * 45_000,
)

it('the campaign finds what was taken back behind its eyes', async () => {
  // One kill may fall before anything was typed.
  const { faults } = await killApplications({ runs: 3, seed, longestMs: 6_000, forgets: true })
  expect(faults).not.toEqual([])
  // A change taken back may be what another kind of write builds on: those that build on nothing are enough to lose.
  const only = ['type', 'decide', 'addItem', 'reorder'] as const
  const { lost } = await killApplicationsWriting({ runs: 4, seed, forgets: true, only })
  expect(lost).toBeGreaterThan(0)
}, 240_000)
