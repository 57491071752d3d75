// Texts of a paper: the words of each heading, paragraph and cell in reading order.
import type { Paper, PaperBlock } from './paper.ts'

/** One string per heading and per paragraph, those of lists, quotes and cells included; empty ones left out. */
export function paperTexts({ blocks }: Paper): string[] {
  return textsOf(blocks).filter((text) => text !== '')
}

function textsOf(blocks: readonly PaperBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
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
      default:
        return []
    }
  })
}
