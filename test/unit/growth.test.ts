import { expect, it } from 'vitest'
import { growth } from '../growth.ts'

const sum = (count: number) => {
  let total = 0
  for (let index = 0; index < count; index += 1) total = (total * 31 + index) % 1_000_003
  return total
}

it('the growth of work is told from that of its square', async () => {
  expect(await growth((size) => sum(size * 1000), { size: 2_000, times: 8 })).toBeLessThan(3)
  expect(await growth((size) => sum(size * size), { size: 700, times: 8 })).toBeGreaterThan(4)
})
