import { describe, expect, it } from 'vitest'
import { textRules } from './text-rules.ts'
import { readTracked, trackedPaths } from './tracked.ts'

const files = trackedPaths().map(readTracked)

describe.each(textRules)('$name', ({ faults, plants }) => {
  it('holds in all tracked files', () => {
    expect(files.flatMap((file) => faults(file))).toEqual([])
  })

  it.each(plants)('reports the planted $path', (plant) => {
    expect(faults(plant)).toHaveLength(1)
  })
})

it('all tracked files were read', () => {
  expect(files.map(({ path }) => path)).toEqual(trackedPaths())
  expect(files.length).toBeGreaterThan(100)
})

it('each test file is in a suite that the whole test runs', () => {
  const suites = ['rules', 'unit', 'db', 'contract', 'campaigns', 'ui', 'e2e']
  const tests = files.map(({ path }) => path).filter((path) => /\.test\.tsx?$/.test(path))
  expect(tests.filter((path) => !suites.some((suite) => path.startsWith(`test/${suite}/`)))).toEqual([])
  const empty = suites.filter((suite) => !tests.some((path) => path.startsWith(`test/${suite}/`)))
  expect(empty).toEqual([])
})
