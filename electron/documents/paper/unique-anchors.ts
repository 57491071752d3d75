import { type Anchor, LONGEST_ANCHOR } from './anchors.ts'
import type { Paper, PaperBlock } from './paper.ts'

/** The same paper without two places of one name: the second one met is followed by 2, and so on. */
export function withUniqueAnchors({ head, front, blocks }: Paper): Paper {
  const seen = new Map<string, number>()
  const unique = (anchor: Anchor | null): Anchor | null => {
    if (anchor === null) return null
    // Word does not tell capitals from small letters in names.
    const key = anchor.toLowerCase()
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    if (count === 1) return anchor
    const end = `_${count}`
    return unique(anchor.slice(0, LONGEST_ANCHOR - end.length) + end)
  }
  const visit = (block: PaperBlock): PaperBlock => {
    switch (block.type) {
      case 'title':
      case 'logos':
      case 'image':
        return block
      case 'heading':
      case 'paragraph':
        return { ...block, anchor: unique(block.anchor) }
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(visit)) }
      case 'quote':
        return { ...block, blocks: block.blocks.map(visit) }
      case 'table':
        return { ...block, cells: block.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(visit) })) }
    }
  }
  return { head, front: front.map(visit), blocks: blocks.map(visit) }
}
