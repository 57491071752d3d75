// A document as one row of blocks in reading order, for the formats that flow (docx, odt, html). It is made from a
// document model, never from the data: what no reader of the model sees cannot get in.
import type { DocumentBlock, Span, TableCell } from '../blocks.ts'
import type { DocumentHead } from '../head.ts'
import type { DocumentImage } from '../image.ts'
import { type Anchor, headingAnchor, paragraphAnchor } from './anchors.ts'

/** How a paragraph is meant; each is one named style in docx and odt, one class in html. */
export type ParagraphRole =
  | 'body'
  /** The body that issues the paper, and what is said small beside it or of the state of the paper. */
  | 'issuer'
  | 'mention'
  | 'subtitle'
  /** Whether it is a draft, an example, approved; and a sentence that explains it. */
  | 'state'
  | 'notice'
  /** Sums up what follows. */
  | 'summary'
  /** "Présenté par …", below the title of an item. */
  | 'presented'
  /** Said because there is nothing to say. */
  | 'empty'
  /** The outcome of an item, and the two numbered notes. */
  | 'outcome'
  | 'decision'
  | 'action'
  /** Who and when, below an action. */
  | 'foot'
  /** Of a letter: its day and reference, who it is for, what is
   * awaited, its last sentence, who signs: quality, then name. */
  | 'dated'
  | 'addressee'
  | 'reply'
  | 'farewell'
  | 'quality'
  | 'signature'

export type PaperBlock =
  /** The pictures of who issues the paper, at the very top. */
  | { type: 'logos'; logos: DocumentHead['look']['logos'] }
  /** The one title of the paper; `label` stands before it in a letter ("Objet :"). */
  | { type: 'title'; label: string; text: string }
  | { type: 'heading'; level: 1 | 2 | 3 | 4; number: string; text: string; anchor: Anchor | null }
  /** An item in a list of items; deeper ones stand as the third level does. */
  | { type: 'point'; depth: 1 | 2 | 3; number: string; text: string; anchor: Anchor | null }
  | {
      type: 'paragraph'
      role: ParagraphRole
      lines: readonly (readonly Span[])[]
      anchor: Anchor | null
    }
  | DocumentImage
  | { type: 'list'; ordered: boolean; start: number; items: readonly (readonly PaperBlock[])[] }
  | { type: 'quote'; blocks: readonly PaperBlock[] }
  | {
      type: 'table'
      /** The heading above it: names the table for a screen reader. */
      caption: string
      columns: readonly { weight: number; numeric: boolean }[]
      headRows: number
      cells: readonly PaperCell[]
    }
export type TableBlock = Extract<PaperBlock, { type: 'table' }>

export type PaperCell = Omit<TableCell, 'blocks'> & { blocks: readonly PaperBlock[] }

export type Paper = {
  head: DocumentHead
  /** Who issues the paper: above its title. */
  front: readonly PaperBlock[]
  /** From the title on. */
  blocks: readonly PaperBlock[]
}

/** A plain text as one span of a line. */
export function plain(text: string, style: Partial<Omit<Span, 'text'>> = {}): Span {
  return { text, bold: false, italic: false, href: null, ...style }
}

export function heading(
  level: number,
  text: string,
  options: { number?: string; anchor?: Anchor } = {},
): PaperBlock {
  const depth = level <= 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : 4
  const anchor = options.anchor ?? headingAnchor(text)
  return { type: 'heading', level: depth, number: options.number ?? '', text, anchor }
}

/** Nothing for an empty text. */
export function paragraph(
  text: string,
  role: ParagraphRole = 'body',
  anchor: Anchor | null = null,
): PaperBlock[] {
  return text === '' ? [] : [{ type: 'paragraph', role, lines: [[plain(text)]], anchor }]
}

/** A note that begins with a bold label: outcome, decision, action. */
export function labelled(
  role: ParagraphRole,
  label: string,
  lines: readonly string[],
  anchor: Anchor | null,
): PaperBlock {
  const [first = '', ...others] = lines
  const start = [plain(label, { bold: true }), plain(first === '' ? '' : ` ${first}`)]
  return {
    type: 'paragraph',
    role,
    lines: [start.filter(({ text }) => text !== ''), ...others.map((line) => [plain(line)])],
    anchor,
  }
}

export function point(
  depth: number,
  { number, title }: { number: string; title: string },
  anchor: Anchor | null,
): PaperBlock {
  return { type: 'point', depth: depth <= 1 ? 1 : depth === 2 ? 2 : 3, number, text: title, anchor }
}

/** Words of a cell: one line, several, or one that is a heading with a name. */
type CellWords = string | readonly string[] | { number: string; words: string; anchor: Anchor }

/** A table of plain words: one head row, and rows of as many cells as there are columns. */
export function plainTable(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly CellWords[])[],
  weights: readonly number[],
): TableBlock {
  const cell = (x: number, y: number, words: CellWords): PaperCell => ({
    x,
    y,
    colspan: 1,
    rowspan: 1,
    blocks: cellBlocks(words),
  })
  return {
    type: 'table',
    caption,
    columns: columns.map((_, index) => ({ weight: weights[index] ?? 1, numeric: false })),
    headRows: 1,
    cells: [
      ...columns.map((words, x) => cell(x, 0, words)),
      ...rows.flatMap((row, y) => row.map((words, x) => cell(x, y + 1, words))),
    ],
  }
}

function cellBlocks(words: CellWords): PaperBlock[] {
  if (typeof words === 'string') return paragraph(words)
  if ('words' in words) return words.words === '' ? [] : [heading(2, words.words, words)]
  const filled = words.filter((line) => line !== '')
  if (filled.length === 0) return []
  return [{ type: 'paragraph', role: 'body', lines: filled.map((line) => [plain(line)]), anchor: null }]
}

/**
 * Rich text of a model as blocks of a paper.
 * @param above the heading over it: its words name tables, its anchor begins those of the paragraphs.
 */
export function richBlocks(
  blocks: readonly DocumentBlock[],
  above: { heading: string; anchor: Anchor },
): PaperBlock[] {
  let rank = 0
  const row = (inner: readonly DocumentBlock[]): PaperBlock[] => inner.map(one)
  const one = (block: DocumentBlock): PaperBlock => {
    switch (block.type) {
      case 'paragraph':
        rank += 1
        return {
          type: 'paragraph',
          role: 'body',
          lines: block.lines,
          anchor: paragraphAnchor(above.anchor, rank),
        }
      case 'image':
        return block
      case 'list':
        return { ...block, items: block.items.map(row) }
      case 'quote':
        return { type: 'quote', blocks: row(block.blocks) }
      case 'table':
        return {
          ...block,
          caption: above.heading,
          cells: block.cells.map((cell) => ({ ...cell, blocks: row(cell.blocks) })),
        }
    }
  }
  return row(blocks)
}
