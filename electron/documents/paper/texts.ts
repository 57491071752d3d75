import type { Paper, PaperBlock, PaperCell } from './paper.ts'

/** One string per heading and per paragraph, those of lists, quotes and cells included; empty ones left out. */
export function paperTexts(paper: Paper): string[] {
  return numberedTexts(paper).map(together)
}

/** The same, with the numbers that office programs print of themselves apart. */
export function numberedTexts({ front, blocks }: Paper): NumberedText[] {
  return [...front, ...blocks].flatMap(textsOfBlock).filter((text) => together(text) !== '')
}

/** The same of a row of blocks. */
export function textsOf(blocks: readonly PaperBlock[]): string[] {
  return blocks.flatMap(textsOfBlock).map(together)
}

/** The words of one paragraph, behind its number. */
export type NumberedText = { number: string; words: string }

const together = ({ number, words }: NumberedText) => (number === '' ? words : `${number} ${words}`)
const unnumbered = (words: string): NumberedText => ({ number: '', words })

function textsOfBlock(block: PaperBlock): NumberedText[] {
  switch (block.type) {
    case 'title':
      return [unnumbered(block.label === '' ? block.text : `${block.label} ${block.text}`)]
    case 'heading':
    case 'point':
      return [{ number: block.number, words: block.text }]
    case 'paragraph':
      return [unnumbered(block.lines.map((line) => line.map(({ text }) => text).join('')).join('\n'))]
    case 'list':
      return block.items.flat().flatMap(textsOfBlock)
    case 'quote':
      return block.blocks.flatMap(textsOfBlock)
    case 'table':
      return block.cells.flatMap((cell) => cell.blocks.flatMap(textsOfBlock))
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
