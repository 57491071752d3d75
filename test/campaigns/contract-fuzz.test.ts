import { describe, expect, it } from 'vitest'
import { fuzzContract } from './contract-fuzz.ts'

const seed = 20261210

describe('strange calls of every method', () => {
  it('are answered or refused, without a failure of the program', async () => {
    const { calls, answered, refused, faults } = await fuzzContract({ runs: 1200, seed })
    expect(faults).toEqual([])
    expect(answered + refused).toBe(calls)
    expect(answered).toBeGreaterThan(100)
    expect(refused).toBeGreaterThan(100)
  })

  it('are seen to fail when a handler fails', async () => {
    expect((await fuzzContract({ runs: 100, seed, control: true })).faults).not.toEqual([])
  })
})
