// Of a bar one reads how far it is filled: in every theme its ground is told from what fills it.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const styles = new URL('../../renderer/styles/', import.meta.url)
const tokens = readFileSync(new URL('tokens.css', styles), 'utf8')
const FORCED = '@media (forced-colors: active) {'
const forced = tokens.slice(tokens.indexOf(FORCED))

/** What a rule says of its tokens; what it does not say is as in the light theme. */
function tokensOf(selector: string, css = tokens): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`)
  const body = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}
const light = tokensOf(':root')

function colour(tokens: ReadonlyMap<string, string>, name: string): string {
  const value = tokens.get(name) ?? light.get(name) ?? ''
  const [, other] = /^var\((--[\w-]+)\)$/.exec(value) ?? []
  return other === undefined ? value : colour(tokens, other)
}

/** Relative luminance of `#rrggbb` (WCAG 2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

describe.each([
  ['light', light],
  ['dark', tokensOf('[data-theme="sombre"]')],
  ['of high contrast', tokensOf('[data-theme="contraste"]')],
])('the theme %s', (_, tokens) => {
  it.each(['--accent', '--c-1', '--c-2'])('tells %s from the ground of a bar', (name) => {
    expect(contrast(colour(tokens, name), colour(tokens, '--track'))).toBeGreaterThanOrEqual(3)
  })
})

it('sees the bars that were drawn in the colour of lines', () => {
  const before = new Map([...tokensOf('[data-theme="contraste"]'), ['--track', 'var(--line)']])
  expect(contrast(colour(before, '--accent'), colour(before, '--track'))).toBeLessThan(3)
})

describe('colours that the system forces', () => {
  const ground = 'Canvas'

  it('tell what fills a bar from its ground', () => {
    const system = tokensOf(':root', forced)
    expect(colour(system, '--track')).toBe(ground)
    expect(colour(system, '--accent')).not.toBe(ground)
  })

  it('tell a drawn bar from the ground drawn below it, which has an edge', () => {
    const report = readFileSync(new URL('yearly-report.css', styles), 'utf8')
    const drawn = report.slice(report.indexOf(FORCED))
    expect(/rect\.drawn-line \{\s*fill: Canvas;\s*stroke: CanvasText;/.test(drawn)).toBe(true)
    for (const name of ['c1', 'c2', 'c3', 'c4'])
      expect(new RegExp(`\\.drawn-${name},[^{}]*\\{\\s*--dw: CanvasText;`).test(drawn)).toBe(true)
  })
})
