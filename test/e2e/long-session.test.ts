import { expect, it } from 'vitest'
import { longSession } from '../campaigns/long-session.ts'

const lines = Number(process.env.SEANCES_LINES ?? 40)
const kills = Number(process.env.SEANCES_KILLS ?? 1)
const paceMs = Number(process.env.SEANCES_PACE ?? 250)
const seed = Number(process.env.SEANCES_SEED ?? 20261210)
const say = (line: string) => console.log(line)

it(
  'a live meeting, killed now and then, keeps every line but those of the last second',
  async () => {
    const report = await longSession({ lines, kills, paceMs, seed, say })
    expect(report.faults).toEqual([])
    expect(report).toMatchObject({ lines, kills })
    // Judged in the long campaign only, where no kill makes the processes young again.
    if (kills === 0) expect(report.endMb / report.startMb).toBeLessThanOrEqual(1.1)
  },
  60_000 + lines * (paceMs + 1_000) + kills * 45_000,
)

it('a line taken out behind its back is found missing: the control loses', async () => {
  const report = await longSession({ lines: 6, kills: 0, paceMs: 100, seed, forgets: true })
  expect(report.faults).toContainEqual(expect.stringContaining('is missing'))
}, 90_000)
