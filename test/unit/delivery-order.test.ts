import { expect, it } from 'vitest'
import { orderOf } from '../../electron/domain/watch/delivery-change.ts'

const at = (stamp: string, modifiedOn: string | null) => ({ stamp, modifiedOn })
const [early, late] = ['20261201-060000', '20261202-060000']

it.each([
  ['by the hours of both', at(late, '2026-01-01'), at(early, '2026-02-01'), 'newer'],
  ['by their days, where one has no hour', at(late, '2026-01-01'), at('', '2026-02-01'), 'older'],
  ['by their days, where the other has no hour', at('', '2026-02-01'), at(late, '2026-01-01'), 'newer'],
  ['the same where nothing dates either', at('', null), at('', null), 'same'],
  ['unknown where one alone has a day', at(late, '2026-01-01'), at('', null), 'unknown'],
  ['the same at one hour', at(early, null), at(early, '2026-01-01'), 'same'],
] as const)('deliveries follow one another: %s', (_, one, other, order) => {
  expect(orderOf(one, other)).toBe(order)
})
