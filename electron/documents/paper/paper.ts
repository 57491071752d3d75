// Paper: a document as one row of blocks in reading order, for the formats that flow (docx, odt, html).
// It is made from a document model, never from the data: what no reader of the model sees cannot get in.
import type { DocumentBlock, Span, TableCell } from '../blocks.ts'
import type { DocumentHead } from '../head.ts'

/** Names a place in a document, the same in every rendering: `item-2-1`, `decision-D-2026-10-03`. */
export type Anchor = string

/** How a paragraph is meant; each is one named style in docx and odt, one class in html. */
export type ParagraphRole =
  | 'body'
  /** Sums up what follows. */
  | 'summary'
  /** "Présenté par …", below the title of an item. */
  | 'presented'
  /** Said because there is nothing to say. */
  | 'empty'
  /** What became of an item, and the two numbered notes. */
  | 'outcome'
  | 'decision'
  | 'action'
  /** Who and when, below an action. */
  | 'foot'

export type PaperBlock =
  | { type: 'heading'; level: 1 | 2 | 3 | 4; number: string; text: string; anchor: Anchor | null }
  | {
      type: 'paragraph'
      role: ParagraphRole
      lines: readonly (readonly Span[])[]
      anchor: Anchor | null
    }
  | { type: 'list'; ordered: boolean; start: number; items: readonly (readonly PaperBlock[])[] }
  | { type: 'quote'; blocks: readonly PaperBlock[] }
  | {
      type: 'table'
      /** Said to a screen reader; the same words as the heading above it. */
      caption: string
      columns: readonly { weight: number; numeric: boolean }[]
      headRows: number
      /** Whether the first cell of each row names the row. */
      rowHeads: boolean
      cells: readonly PaperCell[]
    }

export type PaperCell = Omit<TableCell, 'blocks'> & { blocks: readonly PaperBlock[] }

export type Paper = { head: DocumentHead; blocks: readonly PaperBlock[] }

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
  return { type: 'heading', level: depth, number: options.number ?? '', text, anchor: options.anchor ?? null }
}

export function paragraph(text: string, role: ParagraphRole = 'body'): PaperBlock[] {
  return text === '' ? [] : [{ type: 'paragraph', role, lines: [[plain(text)]], anchor: null }]
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

/** A table of plain words: one head row, and rows of as many cells as there are columns. */
export function plainTable(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | readonly string[])[])[],
  weights: readonly number[],
): PaperBlock {
  const cell = (x: number, y: number, words: string | readonly string[]): PaperCell => ({
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
    rowHeads: true,
    cells: [
      ...columns.map((words, x) => cell(x, 0, words)),
      ...rows.flatMap((row, y) => row.map((words, x) => cell(x, y + 1, words))),
    ],
  }
}

function cellBlocks(words: string | readonly string[]): PaperBlock[] {
  const lines = typeof words === 'string' ? [words] : words
  const filled = lines.filter((line) => line !== '')
  if (filled.length === 0) return []
  return [{ type: 'paragraph', role: 'body', lines: filled.map((line) => [plain(line)]), anchor: null }]
}

/** Rich text of a model as blocks of a paper. */
export function richBlocks(blocks: readonly DocumentBlock[]): PaperBlock[] {
  return blocks.map(richBlock)
}

function richBlock(block: DocumentBlock): PaperBlock {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', role: 'body', lines: block.lines, anchor: null }
    case 'list':
      return { ...block, items: block.items.map(richBlocks) }
    case 'quote':
      return { type: 'quote', blocks: richBlocks(block.blocks) }
    case 'table':
      return {
        type: 'table',
        caption: '',
        columns: block.columns,
        headRows: block.headRows,
        rowHeads: true,
        cells: block.cells.map((cell) => ({ ...cell, blocks: richBlocks(cell.blocks) })),
      }
  }
}

/** A word for a place in a file: letters, digits and dashes, at most 40 (Word's limit for a bookmark). */
export function anchorOf(kind: string, name: string): Anchor {
  const plainName = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${kind}-${plainName}`.slice(0, 40)
}
