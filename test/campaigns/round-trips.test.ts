import { expect, it } from 'vitest'
import { roundTrips } from './round-trips.ts'

it('the campaign reads forty generated meetings back from PDF and from Word', async () => {
  expect(await roundTrips({ runs: 40, seed: 20261112 })).toEqual({
    meetings: 40,
    pdfs: 40,
    words: 40,
    fault: '',
  })
})

it('the campaign tells a meeting from one that was printed under another title: the control differs', async () => {
  expect((await roundTrips({ runs: 1, seed: 20261112, control: true })).fault).not.toBe('')
})
