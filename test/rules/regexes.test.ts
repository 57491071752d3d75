// No regular expression can be held up by a text that somebody gives.
import { describe, expect, it } from 'vitest'
import { cubicText, literalsIn, slowLine } from './regex-growth.ts'
import { readTracked, trackedPaths } from './tracked.ts'

const literals = trackedPaths()
  .filter((path) => /^(?:electron|renderer)\/.*\.tsx?$/.test(path))
  .flatMap((path) => literalsIn(path, readTracked(path).text ?? ''))
const distinct = [...new Map(literals.map((literal) => [String(literal.regex), literal])).values()]

const planted = (source: string) => literalsIn('planted.ts', `const planted = ${source}`).map(cubicText)

describe('a regular expression', () => {
  it('takes no time that grows with the cube of a text, wherever it stands', () => {
    expect(distinct.length).toBeGreaterThan(1000)
    expect(distinct.filter((literal) => cubicText(literal) !== null).map(({ at }) => at)).toEqual([])
  })

  it('takes no longer than a line may, on the longest that readers look at', () => {
    expect(distinct.filter((literal) => slowLine(literal) !== null).map(({ at }) => at)).toEqual([])
    const squared = String.raw`/^([^:()]{2,90}?)\s+[–—-]\s+(.+)$/u`
    expect(literalsIn('planted.ts', `const planted = ${squared}`).map(slowLine)).toEqual([expect.any(String)])
  })

  it.each([
    String.raw`/^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/`,
    String.raw`/[^\s<>"']+@[^\s<>"']+\.[^\s<>"']+/`,
    String.raw`/^\s*"?([^"<]*?)"?\s*</`,
    '/(?:a|a)+b/',
    String.raw`/à (\p{Lu}[\p{L}'-]*(?:[ -](?:sur|\p{Lu}[\p{L}'-]*))*(?<=\p{L}{3}))/iu`,
  ])('of such a kind is reported: %s', (source) => {
    expect(planted(source)).toEqual([expect.any(String)])
  })

  it.each([String.raw`/\s+$/`, String.raw`/^[\w.+-]+@[\w-]+$/`])('lets pass: %s', (source) => {
    expect(planted(source)).toEqual([null])
  })
})
