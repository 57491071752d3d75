import { describe, expect, it } from 'vitest'
import { fillByChange, fillByRoom } from './full-disks.ts'
import { canPreload, mustPreload, neverRun } from './power/preload.ts'

const seed = 20261210
/** Every change at first, then fewer and fewer. */
const next = (step: number) => step + 1 + Math.floor(step / 3)

describe('a disk that is full from the n-th change on', () => {
  it('refuses what it cannot keep, and work goes on', async () => {
    expect(canPreload).toBe(mustPreload)
    if (!canPreload) return console.log(neverRun)
    const report = await fillByChange({ seed, next, only: ['type', 'attach', 'deskSetting'] })
    expect(report).toMatchObject({ lost: 0, wrong: [] })
    expect(report.refused).toBeGreaterThan(12)
  })

  it('while the hand is put down leaves it here, and lets it be put down once there is room', async () => {
    expect(canPreload).toBe(mustPreload)
    if (!canPreload) return console.log(neverRun)
    const coarse = (step: number) => step * 4 + 1
    const report = await fillByChange({ seed, next: coarse, only: ['transmit'] })
    expect(report).toMatchObject({ lost: 0, wrong: [] })
    expect(report.refused).toBeGreaterThan(2)
  })

  it('is seen to lose what was never done, taken for acknowledged', async () => {
    expect(canPreload).toBe(mustPreload)
    if (!canPreload) return console.log(neverRun)
    expect((await fillByChange({ seed, next, only: ['type'], control: true })).lost).toBeGreaterThan(0)
  })
})

describe('a real file system that is too small', () => {
  it('refuses what it cannot keep, and work goes on', () => {
    const report = fillByRoom({ seed, only: ['type', 'attach'], bytesPerStep: 32_768, timeoutMs: 120_000 })
    expect(report).toMatchObject({ lost: 0, wrong: [] })
    expect(report.refused).toBeGreaterThan(0)
  })
})
