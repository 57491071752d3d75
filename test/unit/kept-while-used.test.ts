import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { KeptWhileUsed, REST_MS } from '../../renderer/features/documents/kept-while-used.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Made ones by their numbers. */
function kept() {
  let made = 0
  const ended: number[] = []
  const one = new KeptWhileUsed(
    () => ++made,
    (number) => ended.push(number),
  )
  return { one, ended }
}

it('is one for all that use it, and ends a minute after the last has left', () => {
  const { one, ended } = kept()
  expect([one.use(), one.use()]).toEqual([1, 1])
  one.leave()
  vi.advanceTimersByTime(2 * REST_MS)
  expect(ended).toEqual([])
  one.leave()
  vi.advanceTimersByTime(REST_MS - 1)
  expect(ended).toEqual([])
  vi.advanceTimersByTime(1)
  expect(ended).toEqual([1])
  expect(one.use()).toBe(2)
})

it('has no user whom it could not be made for', () => {
  let fails = true
  const ended: string[] = []
  const one = new KeptWhileUsed(
    () => {
      if (fails) throw new Error('no thread')
      return 'made'
    },
    (made) => ended.push(made),
  )
  expect(() => one.use()).toThrow('no thread')
  fails = false
  one.use()
  one.leave()
  vi.advanceTimersByTime(REST_MS)
  expect(ended).toEqual(['made'])
})

it('stays for who comes back within that minute', () => {
  const { one, ended } = kept()
  one.use()
  one.leave()
  vi.advanceTimersByTime(REST_MS - 1)
  expect(one.use()).toBe(1)
  vi.advanceTimersByTime(2 * REST_MS)
  expect(ended).toEqual([])
})
