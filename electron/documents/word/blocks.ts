// Blocks of a paper as Word paragraphs, lists and tables.
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Span } from '../blocks.ts'
import type { Anchor, PaperBlock, PaperCell } from '../paper/paper.ts'
import { BULLETS, CELL_HEAD_STYLE, CELL_STYLE, NUMBERS, QUOTE_STYLE, roleStyles } from './styles.ts'

/** Width of the text, in twentieths of a point: A4 less its margins. */
export const TEXT_WIDTH = 11_906 - 2 * 1304

/** Where a block stands: in which list and how deep, under which style. */
type Place = { style: string | null; list: { reference: string; depth: number } | null }

/** Gathers the starts of the numbered lists met; each needs a numbering of its own to begin again. */
export class Numberings {
  readonly starts: number[] = []

  add(start: number): string {
    this.starts.push(start)
    return `${NUMBERS}-${this.starts.length}`
  }
}

const headings = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

/** Word's paragraphs and tables of some blocks. */
export function wordBlocks(blocks: readonly PaperBlock[], numberings: Numberings): (Paragraph | Table)[] {
  return blocks.flatMap((block) => wordBlock(block, { style: null, list: null }, numberings))
}

function wordBlock(block: PaperBlock, place: Place, numberings: Numberings): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading': {
      const number = block.number === '' ? [] : [new TextRun({ children: [block.number, new Tab()] })]
      return [
        new Paragraph({
          heading: headings[block.level],
          children: anchored([...number, new TextRun(block.text)], block.anchor),
        }),
      ]
    }
    case 'paragraph':
      return [
        new Paragraph({
          style: place.style ?? roleStyles[block.role],
          ...(place.list === null
            ? {}
            : { numbering: { reference: place.list.reference, level: place.list.depth } }),
          children: anchored(lineRuns(block.lines), block.anchor),
        }),
      ]
    case 'list': {
      const depth = place.list === null ? 0 : Math.min(place.list.depth + 1, 8)
      const reference = block.ordered ? numberings.add(block.start) : BULLETS
      return block.items.flatMap((item) =>
        item.flatMap((inner, index) =>
          wordBlock(
            inner,
            // What follows the first paragraph of an entry belongs to it and bears no mark of its own.
            index === 0 || inner.type === 'list'
              ? { ...place, list: { reference, depth } }
              : { ...place, list: null },
            numberings,
          ),
        ),
      )
    }
    case 'quote':
      return block.blocks.flatMap((inner) => wordBlock(inner, { ...place, style: QUOTE_STYLE }, numberings))
    case 'table':
      return [tableOf(block, numberings), new Paragraph({ style: CELL_STYLE, children: [] })]
  }
}

function anchored(children: ParagraphChild[], anchor: Anchor | null): ParagraphChild[] {
  return anchor === null ? children : [new Bookmark({ id: anchor, children })]
}

function lineRuns(lines: readonly (readonly Span[])[]): ParagraphChild[] {
  return lines.flatMap((spans, index) => [
    ...(index === 0 ? [] : [new TextRun({ break: 1 })]),
    ...spans.map((span) => {
      const run = new TextRun({
        text: span.text,
        ...(span.bold ? { bold: true } : {}),
        ...(span.italic ? { italics: true } : {}),
        ...(span.href === null ? {} : { style: 'Hyperlink' }),
      })
      return span.href === null ? run : new ExternalHyperlink({ link: span.href, children: [run] })
    }),
  ])
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: 'D3DCDE' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

function tableOf(block: Extract<PaperBlock, { type: 'table' }>, numberings: Numberings): Table {
  const total = block.columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = block.columns.map(({ weight }) => Math.round((TEXT_WIDTH * weight) / total))
  const height = Math.max(0, ...block.cells.map((cell) => cell.y + cell.rowspan))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: none,
      bottom: thin,
      left: none,
      right: none,
      insideHorizontal: thin,
      insideVertical: none,
    },
    ...(block.caption === '' ? {} : { caption: block.caption }),
    rows: Array.from(
      { length: height },
      (_, y) =>
        new TableRow({
          tableHeader: y < block.headRows,
          cantSplit: y < block.headRows,
          children: block.cells
            .filter((cell) => cell.y === y)
            .map((cell) => cellOf(cell, block, widths, numberings)),
        }),
    ),
  })
}

function cellOf(
  cell: PaperCell,
  { headRows, columns }: Extract<PaperBlock, { type: 'table' }>,
  widths: readonly number[],
  numberings: Numberings,
): TableCell {
  const style = cell.y < headRows ? CELL_HEAD_STYLE : CELL_STYLE
  const width = widths.slice(cell.x, cell.x + cell.colspan).reduce((sum, own) => sum + own, 0)
  const right = columns[cell.x]?.numeric === true ? { alignment: AlignmentType.END } : {}
  const children = cell.blocks.flatMap((inner): (Paragraph | Table)[] =>
    inner.type === 'paragraph'
      ? [new Paragraph({ style, ...right, children: anchored(lineRuns(inner.lines), inner.anchor) })]
      : wordBlock(inner, { style, list: null }, numberings),
  )
  return new TableCell({
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
    width: { size: width, type: WidthType.DXA },
    // Word asks for a paragraph at the end of each cell.
    children: children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph({ style })],
  })
}
