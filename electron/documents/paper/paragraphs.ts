import type { Anchor } from './anchors.ts'
import type { PaperBlock, ParagraphRole } from './paper.ts'

export type PaperParagraph = {
  text: string
  /** With which the text begins; '' for none. */
  number: string
  anchor: Anchor | null
  role: ParagraphRole | null
  cell: { row: number; column: number } | null
}

/** The paragraphs of one block, those of lists, quotes and cells included; empty ones left out. */
export function paragraphsOf(block: PaperBlock): PaperParagraph[] {
  return paragraphs(block, null).filter(({ text }) => text !== '')
}

function paragraphs(block: PaperBlock, cell: PaperParagraph['cell']): PaperParagraph[] {
  const row = (blocks: readonly PaperBlock[]) => blocks.flatMap((inner) => paragraphs(inner, cell))
  switch (block.type) {
    case 'title':
      return [{ text: `${block.label} ${block.text}`.trim(), number: '', anchor: null, role: null, cell }]
    case 'heading':
    case 'point':
      return [
        {
          text: `${block.number} ${block.text}`.trim(),
          number: block.number,
          anchor: block.anchor,
          role: null,
          cell,
        },
      ]
    case 'paragraph': {
      const text = block.lines.map((line) => line.map((span) => span.text).join('')).join('\n')
      return [{ text, number: '', anchor: block.anchor, role: block.role, cell }]
    }
    case 'list':
      return block.items.flatMap(row)
    case 'quote':
      return row(block.blocks)
    case 'table':
      return block.cells.flatMap(({ x, y, blocks }) =>
        blocks.flatMap((inner) => paragraphs(inner, cell ?? { row: y, column: x })),
      )
    case 'logos':
    case 'image':
      return []
  }
}
