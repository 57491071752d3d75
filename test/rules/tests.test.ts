// The tests themselves: each rule on them holds everywhere, and reports what breaks it.
import { describe, expect, it } from 'vitest'
import { Assertions, mayPause, type TestFile, testRules, testsIn } from './test-rules.ts'
import { readTracked, trackedPaths } from './tracked.ts'

const files: TestFile[] = trackedPaths()
  // The bench measures; the rules hold what breaks them.
  .filter((path) => /^test\/(?!perf\/|rules\/test-rules).*\.tsx?$/.test(path))
  .map((path) => ({ path, text: readTracked(path).text ?? '' }))
const assertions = new Assertions(files)

describe.each(testRules)('$name', ({ faults, plants, innocent }) => {
  it('holds in all tests', () => {
    const found = files.flatMap(({ path }) =>
      faults(assertions.fileOf(path), assertions).map(({ line, what }) => `${path}:${line}: ${what}`),
    )
    expect(found).toEqual([])
  })

  it.each([...plants.map((text) => [text, 1] as const), ...innocent.map((text) => [text, 0] as const)])(
    '%s',
    (text, count) => {
      const planted = new Assertions([{ path: 'test/planted.test.ts', text }])
      expect(faults(planted.fileOf('test/planted.test.ts'), planted)).toHaveLength(count)
    },
  )
})

it('every file that may pause is there, and does', () => {
  const [sleeps] = testRules.filter(({ name }) => name.startsWith('no test sleeps'))
  for (const path of mayPause.keys()) {
    const unnamed = new Assertions([{ path: 'test/planted.ts', text: readTracked(path).text ?? '' }])
    expect(sleeps?.faults(unnamed.fileOf('test/planted.ts'), unnamed), path).not.toEqual([])
  }
})

it('every test of every test file was read', () => {
  const isStory = (path: string) => path.endsWith('-story.ts')
  // A story is told in several places, and its tests are read where they stand.
  const tells = (text: string) => /^import .* from '[./\w-]+-story\.ts'$/m.test(text)
  const without = files.filter(
    ({ path, text }) =>
      (isStory(path) || (/\.test\.tsx?$/.test(path) && !tells(text))) &&
      testsIn(assertions.fileOf(path)).length === 0,
  )
  expect(without.map(({ path }) => path)).toEqual([])
})
