import type { Drawing, Shape, Tone } from '../documents/drawing.ts'
import { short } from '../documents/drawing.ts'

/** `told`: what it shows in one sentence, for who does not see it. */
export type Chart = { readonly title: string; readonly told: string } & (
  | {
      readonly kind: 'columns'
      readonly series: readonly string[]
      readonly slots: readonly { readonly label: string; readonly values: readonly (number | null)[] }[]
    }
  | {
      readonly kind: 'lines'
      readonly labels: readonly string[]
      /** From 0 to 1. */
      readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
    }
  | {
      readonly kind: 'bars'
      /** `isRest`: what is not told one by one, said without a bar, which would flatten the others. */
      readonly rows: readonly {
        readonly label: string
        readonly value: number
        readonly note: string
        readonly isRest?: boolean
      }[]
    }
)

/** Units of the widest drawings. */
export const WIDE = 620
const NARROW = 400
const SIZE = 13
/** Of a letter in the face of the drawings, at `SIZE`. */
const LETTER = 6.6
/** From one line of words to the next. */
const LEADING = 15
/** Of the name of a series: of four, all have room beside the lines. */
const MOST_LINES = 3

const tones = ['c1', 'c2', 'c3', 'c4'] as const satisfies Tone[]
const dots = ['round', 'square', 'diamond', 'triangle'] as const
const dashes = ['', '7 4', '2 4', '9 3 2 3']

export function drawingOf(chart: Chart): Drawing {
  switch (chart.kind) {
    case 'columns':
      return columns(chart)
    case 'lines':
      return lines(chart)
    case 'bars':
      return bars(chart)
  }
}

/** The same under its title on a white ground, to stand alone in another document. */
export function titledDrawing(chart: Chart): Drawing {
  const { width, height, shapes } = drawingOf(chart)
  const [margin, head] = [20, 46]
  const room = Math.floor((width - 10) / (LETTER * 1.3))
  return {
    width: width + 2 * margin,
    height: height + head + margin,
    shapes: [
      {
        type: 'rect',
        x: 0,
        y: 0,
        width: width + 2 * margin,
        height: height + head + margin,
        radius: 0,
        tone: 'paper',
        hollow: false,
      },
      { ...text(margin, 30, shortened(chart.title, room), { bold: true }), size: 17 },
      ...shapes.map((shape) => moved(shape, margin, head)),
    ],
  }
}

function moved(shape: Shape, dx: number, dy: number): Shape {
  switch (shape.type) {
    case 'line':
      return { ...shape, x1: shape.x1 + dx, x2: shape.x2 + dx, y1: shape.y1 + dy, y2: shape.y2 + dy }
    case 'path':
      return {
        ...shape,
        d: shape.d.replace(
          /([ML])([-\d.]+) ([-\d.]+)/g,
          (_, act: string, x: string, y: string) => `${act}${short(Number(x) + dx)} ${short(Number(y) + dy)}`,
        ),
      }
    default:
      return { ...shape, x: shape.x + dx, y: shape.y + dy }
  }
}

function text(
  x: number,
  y: number,
  words: string,
  look: { anchor?: 'start' | 'middle' | 'end'; tone?: Tone; bold?: boolean } = {},
): Extract<Shape, { type: 'text' }> {
  const { anchor = 'start', tone = 'ink', bold = false } = look
  return { type: 'text', x, y, words, anchor, tone, bold, size: SIZE }
}

const line = (x1: number, y1: number, x2: number, y2: number, tone: Tone): Shape => ({
  type: 'line',
  x1,
  y1,
  x2,
  y2,
  tone,
})

const shortened = (words: string, most: number) =>
  words.length <= most ? words : `${words.slice(0, Math.max(1, most - 1)).trimEnd()}…`

/** Whole numbers from zero to at least `most`, at most six of them, in steps of 1, 2 or 5 times a power of ten. */
export function ticksTo(most: number): number[] {
  let step = 1
  for (let power = 1; ; power *= 10) {
    const found = [1, 2, 5].map((times) => times * power).find((size) => Math.ceil(most / size) <= 5)
    if (found !== undefined) {
      step = found
      break
    }
  }
  const last = Math.max(1, Math.ceil(most / step))
  return Array.from({ length: last + 1 }, (_, rank) => rank * step)
}

/** Labels below an axis: as many as there is room for, evenly. */
function axisLabels(
  labels: readonly string[],
  x: (rank: number) => number,
  y: number,
  slot: number,
): Shape[] {
  const longest = Math.max(...labels.map((label) => label.length))
  const every = Math.max(1, Math.ceil((longest * LETTER + 8) / slot))
  return labels.flatMap((label, rank) =>
    rank % every === 0 ? [text(x(rank), y, label, { anchor: 'middle', tone: 'ink2' })] : [],
  )
}

function columns({ series, slots }: Extract<Chart, { kind: 'columns' }>): Drawing {
  const [left, top, base, height] = [34, 40, 184, 210]
  const ticks = ticksTo(Math.max(0, ...slots.flatMap(({ values }) => values.map((value) => value ?? 0))))
  const highest = ticks.at(-1) ?? 1
  const y = (value: number) => base - (value / highest) * (base - top)
  const slot = (WIDE - left) / slots.length
  const x = (rank: number) => left + slot * (rank + 0.5)
  const bar = Math.max(1, Math.min(18, (slot - 10) / series.length - 3))
  const hasRoom = bar + 3 >= LETTER * String(highest).length
  const look = (rank: number): { tone: Tone; hollow: boolean } => ({
    tone: rank === 0 ? 'c3' : 'c1',
    hollow: rank > 0,
  })
  const legend: Shape[] = []
  let end = WIDE
  for (const [rank, name] of [...series.entries()].reverse()) {
    end -= name.length * LETTER
    legend.push(text(end, 13, name, { tone: 'ink2' }))
    legend.push({ type: 'rect', x: end - 19, y: 2, width: 12, height: 12, radius: 3, ...look(rank) })
    end -= 36
  }
  return {
    width: WIDE,
    height,
    shapes: [
      ...legend,
      ...ticks.flatMap((tick): Shape[] => [
        line(left, y(tick), WIDE, y(tick), tick === 0 ? 'line2' : 'line'),
        text(left - 8, y(tick) + 4, String(tick), { anchor: 'end', tone: 'ink2' }),
      ]),
      ...slots.flatMap(({ values }, at): Shape[] => {
        if (values.every((value) => value === null))
          return [text(x(at), base - 6, '–', { anchor: 'middle', tone: 'ink2' })]
        const first = x(at) - (values.length * (bar + 4) - 4) / 2
        return values.flatMap((value, rank): Shape[] => {
          if (value === null) return []
          const from = first + rank * (bar + 4)
          const shape: Shape = {
            type: 'rect',
            x: from,
            y: y(value),
            width: bar,
            height: base - y(value),
            radius: Math.min(2.5, bar / 3),
            ...look(rank),
          }
          const words = text(from + bar / 2, y(value) - 6, String(value), { anchor: 'middle', bold: true })
          return [...(value === 0 ? [] : [shape]), ...(hasRoom ? [words] : [])]
        })
      }),
      ...axisLabels(
        slots.map(({ label }) => label),
        x,
        base + 20,
        slot,
      ),
    ],
  }
}

function lines({ labels, series }: Extract<Chart, { kind: 'lines' }>): Drawing {
  const [left, right, top, base, height] = [52, 158, 14, 168, 200]
  const known = series.flatMap(({ values }) => values.flatMap((value) => value ?? []))
  const lowest = Math.min(0.75, Math.floor(Math.min(...known) * 4) / 4)
  const ticks = [0, 0.25, 0.5, 0.75, 1].filter((tick) => tick >= lowest)
  const y = (value: number) => base - ((value - lowest) / (1 - lowest)) * (base - top)
  const slot = (WIDE - left - right) / labels.length
  const x = (rank: number) => left + slot * (rank + 0.5)
  const ends = series.flatMap(({ name, values }, rank) => {
    const at = values.findLastIndex((value) => value !== null)
    const said = onLines(name, Math.floor((right - 8) / (LETTER * 1.06)))
    return at === -1 ? [] : [{ said, tone: tones[rank % tones.length] ?? 'c1', y: y(values[at] ?? 0) + 4 }]
  })
  return {
    width: WIDE,
    height,
    shapes: [
      ...ticks.flatMap((tick): Shape[] => [
        line(left, y(tick), WIDE - right, y(tick), tick === lowest ? 'line2' : 'line'),
        text(left - 8, y(tick) + 4, `${tick * 100}\u00a0%`, { anchor: 'end', tone: 'ink2' }),
      ]),
      ...series.flatMap(({ values }, rank): Shape[] => {
        const tone = tones[rank % tones.length] ?? 'c1'
        return [
          ...runs(values).map(
            (run): Shape => ({
              type: 'path',
              d: run
                .map(([at, value], index) => `${index === 0 ? 'M' : 'L'}${short(x(at))} ${short(y(value))}`)
                .join(''),
              tone,
              dash: dashes[rank % dashes.length] ?? '',
            }),
          ),
          ...values.flatMap((value, at): Shape[] =>
            value === null
              ? []
              : [{ type: 'dot', x: x(at), y: y(value), tone, look: dots[rank % dots.length] ?? 'round' }],
          ),
        ]
      }),
      ...spread(ends).flatMap(({ said, tone, y: at }) =>
        said.map((words, rank) => text(WIDE - right + 8, at + rank * LEADING, words, { tone, bold: true })),
      ),
      ...axisLabels(labels, x, base + 22, slot),
    ],
  }
}

/** Values that follow each other without a gap, two at least: each is one line. */
function runs(values: readonly (number | null)[]): (readonly [at: number, value: number])[][] {
  const found: (readonly [number, number])[][] = [[]]
  for (const [at, value] of values.entries()) {
    if (value === null) found.push([])
    else found.at(-1)?.push([at, value])
  }
  return found.filter((run) => run.length > 1)
}

/** Words broken where they may be, the last line shortened. */
function onLines(words: string, most: number, left = MOST_LINES): string[] {
  const at = words.length <= most || left === 1 ? -1 : words.lastIndexOf(' ', most)
  return at === -1
    ? [shortened(words, most)]
    : [words.slice(0, at), ...onLines(words.slice(at + 1), most, left - 1)]
}

/** Names that would cover each other, moved apart from the highest down. */
function spread<T extends { y: number; said: readonly string[] }>(names: readonly T[]): T[] {
  let free = 0
  const placed = [...names]
    .sort((a, b) => a.y - b.y)
    .map((name) => {
      const y = Math.max(name.y, free)
      free = y + name.said.length * LEADING + 3
      return { ...name, y }
    })
  const over = Math.max(0, free - 3 - LEADING - 190)
  return placed.map((name) => ({ ...name, y: name.y - over }))
}

function bars({ rows }: Extract<Chart, { kind: 'bars' }>): Drawing {
  const most = Math.max(1, ...rows.filter(({ isRest }) => isRest !== true).map(({ value }) => value))
  return {
    width: NARROW,
    height: rows.length * 44 - 8,
    shapes: rows.flatMap(({ label, value, note, isRest }, rank): Shape[] => {
      const y = rank * 44
      const room = NARROW - (String(value).length + note.length + 3) * LETTER
      const track = { type: 'rect' as const, x: 0, y: y + 22, height: 8, radius: 4, hollow: false }
      const noteWidth = note === '' ? 0 : (note.length + 1) * LETTER
      return [
        text(0, y + 14, shortened(label, Math.floor(room / LETTER))),
        text(NARROW - noteWidth, y + 14, String(value), { anchor: 'end', bold: true }),
        ...(note === '' ? [] : [text(NARROW, y + 14, note, { anchor: 'end', tone: 'ink2' })]),
        ...(isRest === true ? [] : [{ ...track, width: NARROW, tone: 'line' as const }]),
        ...(value === 0 || isRest === true
          ? []
          : [{ ...track, width: Math.max(8, (value / most) * NARROW), tone: 'c1' as const }]),
      ]
    }),
  }
}
