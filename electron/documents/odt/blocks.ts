// Blocks of a paper as OpenDocument paragraphs, lists and tables.
import type { Span } from '../blocks.ts'
import { escapeMarkup } from '../paper/escape.ts'
import type { PaperBlock, PaperCell, ParagraphRole } from '../paper/paper.ts'

type TableBlock = Extract<PaperBlock, { type: 'table' }>

/** Style of each role, by the name in the style sheet. */
const roleStyles: Readonly<Record<ParagraphRole, string>> = {
  body: 'Text_20_body',
  summary: 'Synthese',
  presented: 'Presentation',
  empty: 'Neant',
  outcome: 'Issue',
  decision: 'Decision',
  action: 'Action',
  foot: 'Echeance',
}

/** A paragraph of plain words under a named style; nothing for an empty text. */
export function paragraphOf(style: string, text: string): string {
  return text === '' ? '' : `<text:p text:style-name="${style}">${wordsOf(text)}</text:p>`
}

/** Several ordinary spaces in a row would be read as one. */
function wordsOf(text: string): string {
  return escapeMarkup(text)
    .replace(/ {2,}/g, (run: string) => ` <text:s text:c="${run.length - 1}"/>`)
    .replaceAll('\t', '<text:tab/>')
}

/** Renders blocks, and remembers which automatic styles they need. */
export class OdtBlocks {
  /** Widths of the columns of each table, in shares of the whole. */
  readonly tables: number[][] = []
  readonly numberStarts: number[] = []

  render(blocks: readonly PaperBlock[], style: string | null = null): string {
    return blocks.map((block) => this.#block(block, style)).join('')
  }

  #block(block: PaperBlock, style: string | null): string {
    switch (block.type) {
      case 'heading': {
        const number = block.number === '' ? '' : `${wordsOf(block.number)}<text:tab/>`
        return `<text:h text:style-name="Heading_20_${block.level}" text:outline-level="${block.level}">${anchored(number + wordsOf(block.text), block.anchor)}</text:h>`
      }
      case 'paragraph':
        return `<text:p text:style-name="${style ?? roleStyles[block.role]}">${anchored(linesOf(block.lines), block.anchor)}</text:p>`
      case 'list': {
        const name = block.ordered ? `Numeros${this.numberStarts.push(block.start)}` : 'Puces'
        const items = block.items
          .map((item) => `<text:list-item>${this.render(item, style)}</text:list-item>`)
          .join('')
        return `<text:list text:style-name="${name}">${items}</text:list>`
      }
      case 'quote':
        return this.render(block.blocks, 'Quotations')
      case 'table':
        return this.#table(block)
    }
  }

  #table(block: TableBlock): string {
    const name = `Tableau${this.tables.push(block.columns.map(({ weight }) => weight))}`
    const height = Math.max(0, ...block.cells.map((cell) => cell.y + cell.rowspan))
    const rows = Array.from({ length: height }, (_, y) => this.#row(block, y))
    const heads = rows.slice(0, block.headRows).join('')
    const columns = block.columns
      .map((_, index) => `<table:table-column table:style-name="${name}.${index + 1}"/>`)
      .join('')
    return `<table:table table:name="${name}" table:style-name="${name}">${block.caption === '' ? '' : `<table:title>${escapeMarkup(block.caption)}</table:title>`}${columns}${heads === '' ? '' : `<table:table-header-rows>${heads}</table:table-header-rows>`}${rows.slice(block.headRows).join('')}</table:table><text:p text:style-name="Cellule"/>`
  }

  #row(block: TableBlock, y: number): string {
    const cells = block.columns.map((_, x) => {
      const cell = block.cells.find((one) => one.y === y && one.x === x)
      // A square under a cell that spans has an element of its own here.
      return cell === undefined ? '<table:covered-table-cell/>' : this.#cell(cell, block)
    })
    return `<table:table-row>${cells.join('')}</table:table-row>`
  }

  #cell(cell: PaperCell, { headRows, columns }: TableBlock): string {
    const isHead = cell.y < headRows
    const style = isHead ? 'TeteDeColonne' : columns[cell.x]?.numeric === true ? 'CelluleNombre' : 'Cellule'
    const spans = `${cell.colspan === 1 ? '' : ` table:number-columns-spanned="${cell.colspan}"`}${cell.rowspan === 1 ? '' : ` table:number-rows-spanned="${cell.rowspan}"`}`
    const inner = this.render(cell.blocks, style)
    return `<table:table-cell table:style-name="Case" office:value-type="string"${spans}>${inner === '' ? `<text:p text:style-name="${style}"/>` : inner}</table:table-cell>`
  }
}

function anchored(words: string, anchor: string | null): string {
  if (anchor === null) return words
  const name = escapeMarkup(anchor)
  return `<text:bookmark-start text:name="${name}"/>${words}<text:bookmark-end text:name="${name}"/>`
}

function linesOf(lines: readonly (readonly Span[])[]): string {
  return lines.map((spans) => spans.map(spanOf).join('')).join('<text:line-break/>')
}

function spanOf({ text, bold, italic, href }: Span): string {
  const style = bold && italic ? 'GrasItalique' : bold ? 'Gras' : italic ? 'Italique' : null
  const words =
    style === null ? wordsOf(text) : `<text:span text:style-name="${style}">${wordsOf(text)}</text:span>`
  return href === null
    ? words
    : `<text:a xlink:type="simple" xlink:href="${escapeMarkup(href)}" text:style-name="Internet_20_link">${words}</text:a>`
}
