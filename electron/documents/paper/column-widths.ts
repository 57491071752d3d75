import type { TableBlock } from './paper.ts'
import { textsOf } from './texts.ts'

/** How a table stands in an office program: its words smaller or not, on a page that lies, its columns in points. */
type TableLayout = { isSmall: boolean; isAcross: boolean; widths: number[] }

/** Sizes of the words of a table, in points: the usual one, and that of a table of many columns. */
export const CELL_SIZES = { usual: 9.5, small: 7.5 } as const
/** What keeps words from the edges of their column, both sides together, in points. */
const EDGES = { usual: 9, small: 6 } as const
/** Fewer columns than these stay on the upright page. */
const MANY = 8
/** A column is no narrower than this, in points. */
const NARROWEST = 22

/** What is read as two where it is cut: a number, an amount, a date, a reference. */
const figure = /^[^\p{Ll}]{0,16}\d[^\p{Ll}]{0,16}$/u

/**
 * The layout of a table at whose longest words no column is narrower, as far as the page allows; where it does not, figures
 * stay whole and the program cuts other words. The first that fits: upright, upright and small, across and small.
 * @param room width of the text, in points.
 * @param across that of a page that lies; null where the table may not have one.
 */
export function tableLayout(block: TableBlock, room: number, across: number | null): TableLayout {
  const weights = block.columns.map(({ weight }) => weight)
  // Label and value: the label is as wide in all papers.
  if (block.headRows === 0) {
    const usual = room / sum(weights)
    return { isSmall: false, isAcross: false, widths: weights.map((weight) => weight * usual) }
  }
  const words = block.columns.map((_, x) => wordsOf(block, x))
  const needs = (size: 'usual' | 'small', only?: RegExp) =>
    words.map((some) => Math.max(NARROWEST, ...some.map((word) => neededBy(word, size, only))))
  const fitting = (size: 'usual' | 'small', width: number) => {
    const least = needs(size)
    if (sum(least) > width) return null
    const most = block.columns.map((_, x) =>
      Math.max(0, ...textsIn(block, x).map((text) => drawn(text, size))),
    )
    return spread(least, most, weights, width)
  }
  const whole = fitting('usual', room)
  if (whole !== null) return { isSmall: false, isAcross: false, widths: whole }
  const isAcross = across !== null && block.columns.length >= MANY
  const smaller = fitting('small', room)
  if (smaller !== null) return { isSmall: true, isAcross: false, widths: smaller }
  const width = isAcross ? across : room
  const widths = fitting('small', width) ?? leveled(needs('small', figure), needs('small'), width)
  return { isSmall: true, isAcross, widths }
}

/** As wide as its longest word, then by its share of the rest, as long as a text of it has more than a line: as in the PDF. */
function spread(
  least: readonly number[],
  whole: readonly number[],
  weights: readonly number[],
  room: number,
): number[] {
  const shared = (widths: readonly number[], most: (x: number) => number) => {
    const open = weights.map((weight, x) => ((widths[x] ?? 0) < most(x) - 0.1 ? weight : 0))
    const each = (room - sum(widths)) / Math.max(sum(open), Number.EPSILON)
    return widths.map((width, x) => {
      const more = (open[x] ?? 0) * each
      return more === 0 ? width : Math.min(most(x), width + more)
    })
  }
  const told = least.reduce<readonly number[]>((widths) => shared(widths, (x) => whole[x] ?? 0), least)
  return shared(told, () => room)
}

/** What is left beside figures goes to the columns that lack most. */
function leveled(figures: readonly number[], wanted: readonly number[], room: number): number[] {
  const least = figures.map((need) => need * Math.min(1, room / sum(figures)))
  const at = (level: number) =>
    least.map((need, x) => Math.max(need, Math.min(Math.max(wanted[x] ?? 0, need), level)))
  let [low, high] = [0, room]
  for (let step = 0; step < 24; step += 1) {
    const level = (low + high) / 2
    if (sum(at(level)) > room) high = level
    else low = level
  }
  return at(low)
}

/** The words of a column that no line may part: those that a no-break space joins are one. */
function wordsOf(block: TableBlock, x: number): string[] {
  return [...new Set(textsIn(block, x).flatMap((text) => text.split(/[ \n\u200b]+/)))]
}

function textsIn({ cells }: TableBlock, x: number): string[] {
  return cells.filter((cell) => cell.x === x && cell.colspan === 1).flatMap(({ blocks }) => textsOf(blocks))
}

const drawn = (text: string, size: 'usual' | 'small') => widthInEm(text) * CELL_SIZES[size] + EDGES[size]

function neededBy(word: string, size: 'usual' | 'small', only?: RegExp): number {
  if (only !== undefined && !only.test(word)) return 0
  // Programs part words behind a hyphen, and addresses behind their signs.
  const isFigure = figure.test(word)
  const parts = isFigure
    ? [word]
    : /:\/\/|\S@\S/.test(word)
      ? word.split(/(?<=[/.@?&_=-])/)
      : word.split(/(?<=-)/)
  // Whole in a wider face too, where the program has not the one that is named.
  const face = isFigure ? 1.15 : 1
  return Math.max(...parts.map(widthInEm)) * face * CELL_SIZES[size] + EDGES[size]
}

/** About how wide a word of the bold face is that these papers name (Calibri, Carlito), a little more rather than less. */
function widthInEm(word: string): number {
  const count = (signs: RegExp) => word.match(signs)?.length ?? 0
  const narrow = count(/[iljtfrIJ.,:;/'’()\s-]/gu)
  const wide = count(/[mwMWŒœ%@]/gu)
  const capitals = count(/[^IJMWŒ\P{Lu}]/gu)
  return narrow * 0.33 + wide * 0.85 + capitals * 0.64 + ([...word].length - narrow - wide - capitals) * 0.53
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
