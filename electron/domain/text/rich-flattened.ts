import { type Room, roomInside, wholeRoom } from './rich-bounds.ts'
import type { RichBlock, RichText } from './rich-text.ts'

/** The same text with what is nested deeper than the bound laid side by side; every word of it stays. */
export function flattened(text: RichText): RichText {
  return { type: 'doc', content: flat(text.content, wholeRoom) }
}

function flat(blocks: readonly RichBlock[], room: Room): RichBlock[] {
  return blocks.flatMap((block) => flatBlock(block, room))
}

function flatBlock(block: RichBlock, room: Room): RichBlock[] {
  const inside = roomInside(room, block.type)
  const within = <N extends { content: RichBlock[] }>(node: N): N => ({
    ...node,
    content: flat(node.content, inside ?? room),
  })
  switch (block.type) {
    case 'paragraph':
    case 'image':
      return [block]
    case 'blockquote':
      return inside === null ? within(block).content : [within(block)]
    case 'bulletList':
    case 'orderedList': {
      const content = block.content.map(within)
      return inside === null ? content.flatMap((item) => item.content) : [{ ...block, content }]
    }
    case 'table': {
      const content = block.content.map((row) => ({ ...row, content: row.content.map(within) }))
      return inside === null
        ? content.flatMap((row) => row.content.flatMap((cell) => cell.content))
        : [{ ...block, content }]
    }
  }
}
