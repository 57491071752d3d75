import type { SourceBlock } from '../../domain/agenda/source-block.ts'
import type { Page, Piece } from '../../domain/documents/drawn-pages.ts'
import { blocksOfLines, type OpenList } from '../readers/text-lines.ts'
import { openTables } from './open-tables.ts'
import { type PageTable, ruledTables, type TableRow } from './ruled-tables.ts'
import { textColumns } from './text-columns.ts'
import { goesOn, joined, linesOfPieces, type TextLine, usualStepOf, wordsOfLine } from './text-lines.ts'

/** A page from its top: rows of tables, or blocks that are none. */
export type PagePart =
  | { type: 'table'; lefts: number[]; rows: TableRow[] }
  | { type: 'blocks'; blocks: Exclude<SourceBlock, { type: 'row' }>[] }

/** Letters larger than those of the text by this much are a heading's. */
const HEADING = 1.15

/** Sizes of letters above that of the text, the largest first: their order is the level of the headings. */
export function headingSizes(pages: readonly (readonly Piece[])[]): { body: number; larger: number[] } {
  const letters = new Map<number, number>()
  for (const piece of pages.flat()) {
    const size = Math.round(piece.height * 2) / 2
    letters.set(size, (letters.get(size) ?? 0) + piece.text.length)
  }
  const body = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
  return { body, larger: [...letters.keys()].filter((size) => size >= body * HEADING).sort((a, b) => b - a) }
}

/** Lists that a page left open, and the edge from which they stand in. */
export type OpenLists = { left: number; indents: OpenList[] }

/** @param open lists that the page before left open; they become those of this one */
export function layoutOf(
  page: Page,
  pieces: readonly Piece[],
  sizes: ReturnType<typeof headingSizes>,
  open: OpenLists,
): PagePart[] {
  const stretches = textColumns(page, pieces)
  return stretches.flatMap((stretch) => stretchParts(page, stretch, sizes, open))
}

function stretchParts(
  page: Page,
  pieces: readonly Piece[],
  sizes: ReturnType<typeof headingSizes>,
  open: OpenLists,
): PagePart[] {
  const { tables, free } = ruledTables(page, pieces)
  // The margin is that of all the text: a title of two short lines does not fill it.
  const rightEdge = pieces.reduce((most, { x, width }) => Math.max(most, x + width), 0)
  const levels = page.rulings.filter(({ y0, y1, x0, x1 }) => y0 === y1 && x1 - x0 > 40).map(({ y0 }) => y0)
  const parts: { top: number; part: PagePart }[] = tables.map((table) => ({
    top: table.top,
    part: asPart(table),
  }))
  if (tables.length > 0) open.indents = []
  for (const lines of betweenTables(linesOfPieces(free), tables)) {
    const top = lines[0]?.y ?? 0
    for (const part of textParts(lines, sizes, { levels, rightEdge }, open)) parts.push({ top, part })
    if (tables.length > 0) open.indents = []
  }
  // Parts of one stretch of text share its top and keep their order.
  return parts.sort((a, b) => b.top - a.top).map(({ part }) => part)
}

function asPart({ lefts, rows }: PageTable): PagePart {
  return { type: 'table', lefts, rows }
}

/** Lines in stretches that no table parts. */
function betweenTables(lines: readonly TextLine[], tables: readonly PageTable[]): TextLine[][] {
  const above = (line: TextLine) => tables.filter(({ top }) => top > line.y).length
  const stretches = new Map<number, TextLine[]>()
  for (const line of lines) stretches.set(above(line), [...(stretches.get(above(line)) ?? []), line])
  return [...stretches.values()]
}

function textParts(
  lines: readonly TextLine[],
  sizes: ReturnType<typeof headingSizes>,
  { levels, rightEdge }: { levels: readonly number[]; rightEdge: number },
  open: OpenLists,
): PagePart[] {
  const step = usualStepOf(lines)
  const tables = openTables(lines, step, levels)
  const parts: PagePart[] = []
  let at = 0
  for (const table of [...tables, null]) {
    const stretch = lines.slice(at, table?.from ?? lines.length)
    if (stretch.length > 0)
      parts.push({ type: 'blocks', blocks: blocksOf(stretch, { step, sizes, rightEdge }, open) })
    if (table === null) break
    open.indents = []
    const lefts = (lines[table.from]?.runs ?? []).map(({ left }) => left)
    parts.push({ type: 'table', lefts, rows: table.rows })
    at = table.to
  }
  return parts
}

type Paragraph = { text: string; indent: number; level: number | null; isStrong: boolean }

function blocksOf(
  lines: readonly TextLine[],
  { step, sizes, rightEdge }: { step: number; sizes: ReturnType<typeof headingSizes>; rightEdge: number },
  open: OpenLists,
): Exclude<SourceBlock, { type: 'row' }>[] {
  const own = lines.reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY)
  const letter = Math.max(1, sizes.body * 0.5)
  // A page may hold nothing that stands as far left as the page before, but for the list that goes on.
  const stands = (lines[0]?.left ?? own) - open.left
  const goesIn = open.indents.some(({ width }) => Math.abs(width * letter - stands) < letter)
  const left = Math.abs(own - open.left) < NEAR || (goesIn && own > open.left) ? open.left : own
  if (left !== open.left) open.indents = []
  open.left = left
  const paragraphs: Paragraph[] = []
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    const last = paragraphs.at(-1)
    const words = wordsOfLine(line)
    if (before !== undefined && last !== undefined && goesOn(before, line, rightEdge, step)) {
      last.text = joined(last.text, words)
      last.isStrong &&= line.isStrong
      return
    }
    const rank = sizes.larger.indexOf(Math.round(line.size * 2) / 2)
    const indent = Math.round((line.left - left) / letter)
    paragraphs.push({
      text: words,
      indent,
      level: rank < 0 ? null : Math.min(rank + 1, 9),
      isStrong: line.isStrong,
    })
  })
  return paragraphsToBlocks(paragraphs, open)
}

/** Points by which edges of one text may differ. */
const NEAR = 2

function paragraphsToBlocks(
  paragraphs: readonly Paragraph[],
  open: OpenLists,
): Exclude<SourceBlock, { type: 'row' }>[] {
  const blocks: Exclude<SourceBlock, { type: 'row' }>[] = []
  let plain: { line: string; isStrong: boolean }[] = []
  const end = () => {
    // An empty line after each: they are whole already.
    const read = blocksOfLines(plain.map(({ line }) => line).join('\n\n'), open.indents)
    for (const [at, block] of read.entries()) {
      const isStrong = read.length === plain.length && plain[at]?.isStrong === true
      if (block.type === 'paragraph' && isStrong) blocks.push({ ...block, isStrong })
      else if (block.type !== 'row') blocks.push(block)
    }
    plain = []
  }
  for (const { text, indent, level, isStrong } of paragraphs) {
    if (level === null)
      plain.push({
        line: ' '.repeat(Math.min(Math.max(0, indent), 60)) + text.replaceAll('\t', ' '),
        isStrong,
      })
    else {
      end()
      open.indents = []
      blocks.push({ type: 'heading', level, text })
    }
  }
  end()
  return blocks
}
