import { z } from 'zod'

/** Colours by their role: each display, and the paper, has its own. `c1` to `c4` tell series apart, never alone. */
export const Tone = z.enum(['c1', 'c2', 'c3', 'c4', 'ink', 'ink2', 'line', 'line2', 'paper'])
export type Tone = z.infer<typeof Tone>

const at = { x: z.number(), y: z.number() }
export const Shape = z.discriminatedUnion('type', [
  /** `hollow`: a pale ground within a line of its tone. */
  z.strictObject({
    type: z.literal('rect'),
    ...at,
    width: z.number().min(0),
    height: z.number().min(0),
    radius: z.number(),
    tone: Tone,
    hollow: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('line'),
    x1: z.number(),
    y1: z.number(),
    x2: z.number(),
    y2: z.number(),
    tone: Tone,
  }),
  /** Points one after the other; `dash` as in svg, empty: a full line. */
  z.strictObject({ type: z.literal('path'), d: z.string(), tone: Tone, dash: z.string() }),
  z.strictObject({
    type: z.literal('dot'),
    ...at,
    tone: Tone,
    look: z.enum(['round', 'square', 'diamond', 'triangle']),
  }),
  z.strictObject({
    type: z.literal('text'),
    ...at,
    words: z.string(),
    anchor: z.enum(['start', 'middle', 'end']),
    tone: Tone,
    bold: z.boolean(),
    size: z.number(),
  }),
])
export type Shape = z.infer<typeof Shape>

export const Drawing = z.strictObject({
  width: z.number(),
  height: z.number(),
  shapes: z.array(Shape),
})
export type Drawing = z.infer<typeof Drawing>

/** On white paper, as the light display. */
const colours: Readonly<Record<Tone, string>> = {
  c1: '#0a5a66',
  c2: '#b4600a',
  c3: '#76306a',
  c4: '#6b8a8f',
  ink: '#13232a',
  ink2: '#3f5158',
  line: '#d3dcde',
  line2: '#7f9096',
  paper: '#ffffff',
}
const pale: Readonly<Partial<Record<Tone, string>>> = {
  c1: '#dde8ea',
  c2: '#f5e9dc',
  c3: '#ecdfe9',
  c4: '#e9eeee',
}
const FACES = "'Source Sans 3', 'Segoe UI', Arial, sans-serif"

/** Where the points of a dot stand, for what is no circle. */
export function dotPath({ x, y, look }: Extract<Shape, { type: 'dot' }>): string {
  const points =
    look === 'square'
      ? [
          [-3.5, -3.5],
          [3.5, -3.5],
          [3.5, 3.5],
          [-3.5, 3.5],
        ]
      : look === 'diamond'
        ? [
            [0, -4.8],
            [4.8, 0],
            [0, 4.8],
            [-4.8, 0],
          ]
        : [
            [0, -4.6],
            [4.4, 3.4],
            [-4.4, 3.4],
          ]
  return `${points.map(([dx = 0, dy = 0], rank) => `${rank === 0 ? 'M' : 'L'}${short(x + dx)} ${short(y + dy)}`).join('')}Z`
}

/**
 * An svg; the same drawing gives the same text.
 * @param told its title and what it says in words, where it stands alone.
 */
export function svgOf(drawing: Drawing, told: { title: string; words: string } | null): string {
  const { width, height, shapes } = drawing
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(width)} ${short(height)}" width="${short(width)}" height="${short(height)}" role="img" font-family="${FACES}">`,
    told === null ? '' : `<title>${escaped(told.title)}</title><desc>${escaped(told.words)}</desc>`,
    ...shapes.map(element),
    '</svg>',
  ].join('')
}

function element(shape: Shape): string {
  const colour = colours[shape.tone]
  switch (shape.type) {
    case 'rect': {
      const paint = shape.hollow
        ? `fill="${pale[shape.tone] ?? '#ffffff'}" stroke="${colour}" stroke-width="1.75"`
        : `fill="${colour}"`
      return `<rect x="${short(shape.x)}" y="${short(shape.y)}" width="${short(shape.width)}" height="${short(shape.height)}" rx="${short(shape.radius)}" ${paint}/>`
    }
    case 'line':
      return `<line x1="${short(shape.x1)}" y1="${short(shape.y1)}" x2="${short(shape.x2)}" y2="${short(shape.y2)}" stroke="${colour}"/>`
    case 'path':
      return `<path d="${shape.d}" fill="none" stroke="${colour}" stroke-width="2"${shape.dash === '' ? '' : ` stroke-dasharray="${shape.dash}"`}/>`
    case 'dot':
      return shape.look === 'round'
        ? `<circle cx="${short(shape.x)}" cy="${short(shape.y)}" r="4" fill="${colour}"/>`
        : `<path d="${dotPath(shape)}" fill="${colour}"/>`
    case 'text':
      return `<text x="${short(shape.x)}" y="${short(shape.y)}" font-size="${short(shape.size)}" fill="${colour}" text-anchor="${shape.anchor}"${shape.bold ? ' font-weight="600"' : ''}>${escaped(shape.words)}</text>`
  }
}

/** Two decimals at most. */
export const short = (value: number) => String(Math.round(value * 100) / 100)

/** As XML 1.0 holds it: what it cannot hold, and places where paper may cut a long word, are left out. */
function escaped(words: string): string {
  return words
    .replaceAll('\u200b', '')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
