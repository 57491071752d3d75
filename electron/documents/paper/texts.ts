import type { Paper, PaperBlock, PaperCell } from './paper.ts'

/** One string per heading and per paragraph, those of lists, quotes and cells included; empty ones left out. */
export function paperTexts({ front, blocks }: Paper): string[] {
  return textsOf([...front, ...blocks]).filter((text) => text !== '')
}

/** The same of a row of blocks. */
export function textsOf(blocks: readonly PaperBlock[]): string[] {
  return blocks.flatMap((block) => textOfBlock(block))
}

function textOfBlock(block: PaperBlock): string[] {
  switch (block.type) {
    case 'title':
      return [block.label === '' ? block.text : `${block.label} ${block.text}`]
    case 'heading':
      return [block.number === '' ? block.text : `${block.number} ${block.text}`]
    case 'paragraph':
      return [block.lines.map((line) => line.map(({ text }) => text).join('')).join('\n')]
    case 'list':
      return block.items.flatMap(textsOf)
    case 'quote':
      return textsOf(block.blocks)
    case 'table':
      return block.cells.flatMap((cell) => textsOf(cell.blocks))
    case 'logos':
    case 'image':
      return []
  }
}

/** What each table is called, in their order, those within others after what holds them. */
export function tableCaptions(blocks: readonly PaperBlock[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'list':
        return block.items.flatMap(tableCaptions)
      case 'quote':
        return tableCaptions(block.blocks)
      case 'table':
        return [block.caption, ...block.cells.flatMap((cell) => tableCaptions(cell.blocks))]
      default:
        return []
    }
  })
}

/** Longest row, in signs, that fits on a page with others and must not be cut; longer ones must be allowed to. */
const SHORT = 1400

/** Whether a row of cells is kept on one page. */
export function isShort(cells: readonly PaperCell[]): boolean {
  return cells.flatMap((cell) => textsOf(cell.blocks)).join('').length < SHORT
}
