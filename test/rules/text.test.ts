import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planted, textRules } from './text-rules.ts'
import { readTracked, type TrackedFile, trackedPaths } from './tracked.ts'

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
  const suites = ['rules', 'unit', 'db', 'team', 'contract', 'campaigns', 'ui', 'chromium', 'office', 'e2e']
  const tests = files.map(({ path }) => path).filter((path) => /\.test\.tsx?$/.test(path))
  expect(tests.filter((path) => !suites.some((suite) => path.startsWith(`test/${suite}/`)))).toEqual([])
  const empty = suites.filter((suite) => !tests.some((path) => path.startsWith(`test/${suite}/`)))
  expect(empty).toEqual([])
})

/** Files that a document names, in a link or between backquotes, and that are not there. */
function missingFiles({ path, text }: TrackedFile): string[] {
  const links = [...(text ?? '').matchAll(/\]\((?!\w+:|#)([^)#]+)/g)].map(([, to = '']) =>
    posix.join(posix.dirname(path), to),
  )
  const named = [
    ...(text ?? '').matchAll(/`((?:electron|renderer|resources|scripts|test|docs)\/[\w./-]+)`/g),
  ].map(([, to = '']) => to)
  return [...links, ...named].filter(
    (to) => !files.some(({ path: one }) => one === to || one.startsWith(to.replace(/\/?$/, '/'))),
  )
}

describe('the documents', () => {
  it('name files that are there', () => {
    const documents = files.filter(({ path }) => path === 'README.md' || /^docs\/.*\.md$/.test(path))
    expect(documents.flatMap(missingFiles)).toEqual([])
    expect(documents.length).toBeGreaterThan(20)
  })

  it('are reported with a file that is gone', () => {
    const gone = planted('docs/a.md', 'see [it](gone.md), [the top](../README.md) and `electron/gone/a.ts`')
    expect(missingFiles(gone)).toEqual(['docs/gone.md', 'electron/gone/a.ts'])
  })
})
