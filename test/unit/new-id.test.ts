import { expect, it } from 'vitest'
import { newId } from '../../electron/features/new-id.ts'

it('makes ids that are in the order of their making, and all different, within one instant too', () => {
  const now = new Date('2026-12-10T14:00:00.000Z')
  const made = Array.from({ length: 100_000 }, () => newId(now))
  expect([...made].sort()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  const later = newId(new Date('2026-12-10T14:00:00.001Z'))
  expect(later > (made.at(-1) ?? '')).toBe(true)
  expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
