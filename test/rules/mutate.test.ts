// The changes that `npm run mutate -- declared` makes still stand in the sources, and so do those that change nothing.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { changesOf } from '../../scripts/mutate/changes.ts'
import { declared } from '../../scripts/mutate/declared.ts'
import { equivalent } from '../../scripts/mutate/equivalent.ts'
import { fileWith, sources } from '../../scripts/mutate/sources.ts'
import { root } from './tracked.ts'

const files = sources(root)

it.each(declared)('stands once, with the test that notices it: $what', ({ from, to, beside, noticedBy }) => {
  const [, text] = fileWith(files, from, beside)
  expect(text.replace(from, () => to)).not.toBe(text)
  expect(existsSync(join(root, noticedBy))).toBe(true)
})

it('a declared change that no longer stands anywhere is reported', () => {
  expect(() => fileWith(files, 'const thatNobody = wrote')).toThrow(/0 times/)
  expect(() => fileWith(files, 'import')).toThrow(/times/)
})

it('what is said to change nothing is still there', () => {
  const lines = new Set([...files.values()].flatMap((text) => text.split('\n').map((line) => line.trim())))
  expect(equivalent.map(({ line }) => line).filter((line) => !lines.has(line))).toEqual([])
})

it('finds the changes of a text by its syntax', () => {
  const text = 'export function f(a: number) {\n  if (a < 1) throw new Error()\n  return [a, 2]\n}\n'
  const changed = changesOf('a.ts', text).map(
    ({ start, end, replacement }) => text.slice(0, start) + replacement + text.slice(end),
  )
  expect(changed.length).toBeGreaterThan(8)
  expect(new Set(changed).size).toBe(changed.length)
  for (const one of ['if (!(a < 1)) throw', 'a <= 1', 'a < 2', 'a < 0', '{\n  \n  return', '[2]', '[a]'])
    expect(changed.some((other) => other.includes(one))).toBe(true)
})
