import { z } from 'zod'
import { typography } from '../domain/text/french.ts'
import { flattened } from '../domain/text/rich-flattened.ts'
import type { RichBlock, RichInline, RichRow, RichText } from '../domain/text/rich-text.ts'
import { DocumentImage } from './image.ts'
import { wellFormed } from './paper/well-formed.ts'

const Span = z.strictObject({
  text: z.string(),
  bold: z.boolean(),
  italic: z.boolean(),
  /** Web address, or null. */
  href: z.string().nullable(),
})
export type Span = z.infer<typeof Span>

const Paragraph = z.strictObject({
  type: z.literal('paragraph'),
  /** Lines of one paragraph, parted by typed line breaks. */
  lines: z.array(z.array(Span)),
})

export type TableCell = {
  x: number
  y: number
  colspan: number
  rowspan: number
  blocks: DocumentBlock[]
}
export type DocumentBlock =
  | z.infer<typeof Paragraph>
  | DocumentImage
  | { type: 'list'; ordered: boolean; start: number; items: DocumentBlock[][] }
  | { type: 'quote'; blocks: DocumentBlock[] }
  | {
      type: 'table'
      /** `weight` shares the width; `numeric` columns are aligned on the right. */
      columns: { weight: number; numeric: boolean }[]
      headRows: number
      cells: TableCell[]
    }

export const DocumentBlock: z.ZodType<DocumentBlock> = z.lazy(() =>
  z.discriminatedUnion('type', [
    Paragraph,
    DocumentImage,
    z.strictObject({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.int(),
      items: z.array(z.array(DocumentBlock)),
    }),
    z.strictObject({ type: z.literal('quote'), blocks: z.array(DocumentBlock) }),
    z.strictObject({
      type: z.literal('table'),
      columns: z.array(z.strictObject({ weight: z.number(), numeric: z.boolean() })).min(1),
      headRows: z.int().min(0),
      cells: z.array(TableCell),
    }),
  ]),
)
const TableCell: z.ZodType<TableCell> = z.lazy(() =>
  z.strictObject({
    x: z.int(),
    y: z.int(),
    colspan: z.int().min(1),
    rowspan: z.int().min(1),
    blocks: z.array(DocumentBlock),
  }),
)

/** A rich text as blocks for paper; blocks without a word (empty paragraphs, empty tables) are left out. */
export function documentBlocks(text: RichText): DocumentBlock[] {
  return blocksOf(flattened(text).content)
}

/** The lines of a typed plain text, trimmed, with French typography, empty ones left out. */
export function plainLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => typography(line.trim()))
    .filter((line) => line !== '')
}

/** A third and two thirds of the width of the text, at 96 pixels to the inch. */
const widest = { small: 187, medium: 373 } as const

function blocksOf(blocks: readonly RichBlock[]): DocumentBlock[] {
  return blocks.flatMap(blockOf)
}

/** The block alone in a list, or nothing when it holds no word. */
function blockOf(block: RichBlock): DocumentBlock[] {
  switch (block.type) {
    case 'paragraph': {
      const lines = linesOf(block.content ?? [])
      return lines.length === 0 ? [] : [{ type: 'paragraph', lines }]
    }
    case 'image': {
      // Never left out; where nobody described it nothing is said in its place, so that every checker tells.
      const { size, ...picture } = block.attrs
      const alt = typography(picture.alt.trim())
      const ratio = Math.min(1, (size === undefined ? Infinity : widest[size]) / picture.width)
      return [
        {
          type: 'image',
          ...picture,
          width: Math.max(1, Math.round(picture.width * ratio)),
          height: Math.max(1, Math.round(picture.height * ratio)),
          alt,
        },
      ]
    }
    case 'bulletList':
    case 'orderedList': {
      const items = block.content.map((item) => blocksOf(item.content)).filter((item) => item.length > 0)
      const ordered = block.type === 'orderedList'
      const start = block.type === 'orderedList' ? (block.attrs?.start ?? 1) : 1
      return items.length === 0 ? [] : [{ type: 'list', ordered, start, items }]
    }
    case 'blockquote': {
      const inner = blocksOf(block.content)
      return inner.length === 0 ? [] : [{ type: 'quote', blocks: inner }]
    }
    case 'table':
      return tableOf(block.content)
  }
}

function linesOf(inlines: readonly RichInline[]): Span[][] {
  const lines: Span[][] = [[]]
  for (const inline of inlines) {
    if (inline.type === 'hardBreak') {
      lines.push([])
      continue
    }
    const marks = inline.marks ?? []
    const link = marks.find((mark) => mark.type === 'link')
    // A mail link would publish an address behind a name: its words stay, its target does not.
    const href = link !== undefined && /^https?:/i.test(link.attrs.href) ? wellFormed(link.attrs.href) : null
    // A place to break behind the last sign breaks nothing, and Typst's PDF loses the link that ends with one.
    const text = typography(inline.text).replace(/(?<!\u00ad)\u00ad+$/, '')
    if (text === '') continue
    lines.at(-1)?.push({
      text,
      bold: marks.some((mark) => mark.type === 'bold'),
      italic: marks.some((mark) => mark.type === 'italic'),
      href,
    })
  }
  const hasWords = (line: readonly Span[]) => line.some((span) => span.text.trim() !== '')
  while (lines.length > 0 && !hasWords(lines.at(-1) ?? [])) lines.pop()
  while (lines.length > 0 && !hasWords(lines[0] ?? [])) lines.shift()
  return lines
}

/** Columns that are still a table: spans that would make more are passed over. */
const MOST_COLUMNS = 50

function tableOf(rows: readonly RichRow[]): DocumentBlock[] {
  const headRows = headRowsOf(rows)
  const { cells, taken } = placed(rows, headRows, true) ?? placed(rows, headRows, false) ?? none()
  if (cells.every((cell) => cell.blocks.length === 0)) return []
  const drawn = cells.reduce((most, cell) => Math.max(most, cell.x + cell.colspan), 0)
  for (let y = 0; y < rows.length; y += 1)
    for (let x = 0; x < drawn; x += 1)
      if (!taken.has(`${x},${y}`)) cells.push({ x, y, colspan: 1, rowspan: 1, blocks: [] })
  const width = withoutHiddenColumns(cells)
  cells.sort((a, b) => a.y - b.y || a.x - b.x)
  return [{ type: 'table', columns: columnsOf(cells, width, headRows), headRows, cells }]
}

type Placed = { cells: TableCell[]; taken: Set<string> }
const none = (): Placed => ({ cells: [], taken: new Set() })

/**
 * Places cells as a browser would: each in the first free square of its row, spans cut at the edges.
 * @returns null when they take too many columns
 */
function placed(rows: readonly RichRow[], headRows: number, spans: boolean): Placed | null {
  const taken = new Set<string>()
  const cells: TableCell[] = []
  for (const [y, row] of rows.entries()) {
    // A head cell ends with the head: it could not repeat on the next page otherwise.
    const lowest = y < headRows ? headRows : rows.length
    let x = 0
    for (const cell of row.content) {
      while (taken.has(`${x},${y}`)) x += 1
      const rowspan = spans ? Math.min(cell.attrs?.rowspan ?? 1, lowest - y) : 1
      let colspan = 1
      const wanted = spans ? (cell.attrs?.colspan ?? 1) : 1
      while (colspan < wanted && !taken.has(`${x + colspan},${y}`)) colspan += 1
      if (x + colspan > MOST_COLUMNS) return null
      for (let dy = 0; dy < rowspan; dy += 1)
        for (let dx = 0; dx < colspan; dx += 1) taken.add(`${x + dx},${y + dy}`)
      cells.push({ x, y, colspan, rowspan, blocks: blocksOf(cell.content) })
      x += colspan
    }
  }
  return { cells, taken }
}

/** Takes out the columns that begin in no row, which only widen what spans them; returns how many are left. */
function withoutHiddenColumns(cells: readonly TableCell[]): number {
  const begins = [...new Set(cells.map(({ x }) => x))].sort((a, b) => a - b)
  const column = new Map(begins.map((x, index) => [x, index]))
  const columnOf = (x: number) => column.get(x) ?? begins.length
  for (const cell of cells) {
    const x = columnOf(cell.x)
    let end = cell.x + cell.colspan
    while (end > cell.x + 1 && !column.has(end) && end < (begins.at(-1) ?? 0)) end += 1
    cell.colspan = columnOf(end) - x
    cell.x = x
  }
  return begins.length
}

/**
 * Leading rows made of header cells only. When the writer marked none, or everything, the first row is the head:
 * a table without header cells cannot be read by a screen reader (PDF/UA-1, 7.5).
 */
function headRowsOf(rows: readonly RichRow[]): number {
  const firstPlain = rows.findIndex((row) => row.content.some((cell) => cell.type === 'tableCell'))
  return firstPlain > 0 ? firstPlain : 1
}

function columnsOf(cells: readonly TableCell[], width: number, headRows: number) {
  return Array.from({ length: width }, (_, x) => {
    const own = cells.filter((cell) => cell.x === x && cell.colspan === 1)
    const texts = own.map((cell) => cell.blocks.map(wordsOf).join(' '))
    const body = own.flatMap((cell, index) => (cell.y >= headRows ? [texts[index] ?? ''] : []))
    const longestText = longest(texts)
    const longestWord = longest(texts.flatMap((text) => text.split(' ')))
    // A dash says that there is no figure.
    const filled = body.filter((text) => !/^[-–—]?$/u.test(text))
    return {
      // Wide enough for its longest word, then in proportion to the root of its longest text.
      weight: Math.round(10 * Math.max(Math.min(longestWord, 24), Math.sqrt(longestText * 6))) / 10,
      numeric: filled.length > 0 && filled.every((text) => /^[-+−]?\d[\d\s.,]*\s?[%€]?$/u.test(text)),
    }
  })
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 4)
}

function wordsOf(block: DocumentBlock): string {
  switch (block.type) {
    case 'paragraph':
      return block.lines.map((line) => line.map((span) => span.text).join('')).join(' ')
    case 'image':
      return block.alt
    case 'list':
      return block.items.flatMap((item) => item.map(wordsOf)).join(' ')
    case 'quote':
      return block.blocks.map(wordsOf).join(' ')
    case 'table':
      return block.cells.flatMap((cell) => cell.blocks.map(wordsOf)).join(' ')
  }
}
