import { describe, expect, it } from 'vitest'
import { killCores } from './core-kills.ts'
import { killEveryWrite } from './every-write.ts'

describe('the core, killed while somebody types', () => {
  it('keeps every change it acknowledged, twelve times', async () => {
    const report = await killCores({ runs: 12, seed: 20261210, saveMs: 10, withinMs: 500 })
    expect(report).toMatchObject({ lost: 0, faults: [] })
    expect(report.acknowledged).toBeGreaterThan(24)
  })

  it('is seen to lose changes when it acknowledges before the commit', async () => {
    const control = await killCores({ runs: 5, seed: 20261210, saveMs: 10, withinMs: 500, control: true })
    expect(control.lost).toBeGreaterThan(0)
  })
})

describe('the core, killed within every kind of write', () => {
  it('keeps every change it acknowledged, and every file whole or not at all', async () => {
    const report = await killEveryWrite({ runs: 10, seed: 20261210 })
    expect(report).toMatchObject({ kills: 10, lost: 0, faults: [] })
    expect(report.acknowledged).toBeGreaterThan(8)
  })

  it('loses nothing between two desks while the hand passes from one to the other', async () => {
    const only = ['transmit', 'takeWriting', 'merge', 'layDown'] as const
    // As many kills as make the machine's speed no matter: a slow one acknowledges less before each.
    const report = await killEveryWrite({ runs: 14, seed: 20261210, only })
    expect(report).toMatchObject({ kills: 14, lost: 0, faults: [] })
    expect(report.acknowledged).toBeGreaterThan(28)
  })

  it('is seen to lose changes when it acknowledges before the commit', async () => {
    // A kill meets the moment between the two by chance: some kills more where the first ones did not.
    let lost = 0
    for (let round = 0; lost === 0 && round < 5; round++)
      lost = (await killEveryWrite({ runs: 6, seed: 20261210 + round, control: true })).lost
    expect(lost).toBeGreaterThan(0)
  })
})
