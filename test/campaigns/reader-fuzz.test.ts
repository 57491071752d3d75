import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fuzzReaders } from './reader-fuzz.ts'

const control = fileURLToPath(new URL('reader-control.ts', import.meta.url))
const planted = async (how: string, runs = 5) => {
  const { faults } = await fuzzReaders({
    runs,
    seed: 1,
    entry: control,
    timeoutMs: 1000,
    environment: { SEANCES_CONTROL: how },
  })
  return faults.map(({ what }) => what)
}

describe('strange files', () => {
  it('are answered or refused, in time and within the memory of a reader', async () => {
    const { files, answered, refusals, faults } = await fuzzReaders({ runs: 250, seed: 20261210 })
    expect(faults.map(({ seed, what, strange }) => ({ seed, what, of: strange.from }))).toEqual([])
    const refused = Object.values(refusals).reduce((sum, count) => sum + count, 0)
    expect(answered + refused).toBe(files)
    expect(answered).toBeGreaterThan(100)
    expect(refused).toBeGreaterThan(50)
  })

  it('are seen to hang a reader, to kill it and to make it fail', async () => {
    expect(await planted('hangs', 1)).toEqual([expect.stringContaining('no answer')])
    expect(await planted('lingers')).toEqual([expect.stringContaining('after its answer')])
    expect(await planted('dies')).toEqual([expect.stringContaining('died')])
    expect(await planted('throws')).toEqual([expect.stringContaining('planted')])
  })

  it('are seen to take too much memory, where the system says how much a process held', async () => {
    const told = existsSync('/proc/self/status')
    expect(await planted('leaks')).toEqual(told ? [expect.stringContaining('MB')] : [])
  })
})
