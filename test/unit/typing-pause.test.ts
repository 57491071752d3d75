import { expect, it } from 'vitest'
import { expectWords, isAmidWords } from '../../renderer/acts/typing-pause.ts'

it('a letter belongs to the words before it for 400 ms', () => {
  expect(isAmidWords({ timeStamp: 1_000 })).toBe(false)
  expectWords({ timeStamp: 1_000 })
  expect(isAmidWords({ timeStamp: 1_399 })).toBe(true)
  expect(isAmidWords({ timeStamp: 1_400 })).toBe(false)
})
