import { afterAll, beforeAll, expect, it } from 'vitest'
import { MOST_BEYOND_NEED, ReadAgainWorld, writesInHalves } from './read-again-world.ts'

let world: ReadAgainWorld
beforeAll(async () => {
  world = await ReadAgainWorld.open()
  await world.show()
}, 240_000)
afterAll(() => world.close())

it('reads are made again where they changed, second half of the writes', async () => {
  const { missed, named, changed } = await world.writes(writesInHalves()[1])
  expect(missed).toEqual([])
  expect(changed).toBeGreaterThan(250)
  expect(named).toBeLessThanOrEqual(MOST_BEYOND_NEED * changed)
}, 240_000)
