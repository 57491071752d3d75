// A fixed slice of the campaign of documents (npm run campaign -- documents): what is printed comes back as it was.
import { expect, it } from 'vitest'
import { roundTrips } from './round-trips.ts'

it('reads forty generated meetings back from PDF and from Word', async () => {
  expect(await roundTrips({ runs: 40, seed: 20261112 })).toEqual({
    meetings: 40,
    pdfs: 40,
    words: 40,
    fault: '',
  })
})
