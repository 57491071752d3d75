// A fixed slice of the kill campaign (npm run campaign -- kills): what the core acknowledged outlives its death.
import { describe, expect, it } from 'vitest'
import { killCores } from './core-kills.ts'

describe('the core, killed while somebody types', () => {
  it('keeps every change it acknowledged, thirty times', async () => {
    const report = await killCores({ runs: 30, seed: 20261210, saveMs: 10, withinMs: 500 })
    expect(report).toMatchObject({ lost: 0, faults: [] })
    expect(report.acknowledged).toBeGreaterThan(60)
  })

  it('is seen to lose changes when it acknowledges before the commit', async () => {
    const control = await killCores({ runs: 5, seed: 20261210, saveMs: 10, withinMs: 500, control: true })
    expect(control.lost).toBeGreaterThan(0)
  })
})
