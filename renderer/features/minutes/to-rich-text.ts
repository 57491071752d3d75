// From the editor's JSON to the closed subset that is stored; what the subset does not know is left out.
import type { JSONContent } from '@tiptap/core'
import { MOST_SIGNS, MOST_START } from '../../../electron/domain/text/rich-bounds.ts'
import { flattened } from '../../../electron/domain/text/rich-flattened.ts'
import type {
  RichBlock,
  RichCell,
  RichImageFields,
  RichInline,
  RichListItem,
  RichMark,
  RichText,
} from '../../../electron/domain/text/rich-text.ts'
import { MOST_ALT, MOST_SIDE } from '../../../electron/domain/text/rich-text.ts'

/** JSON as an editor's document writes it. */
export type EditorJson = {
  readonly type?: string
  readonly text?: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly marks?: readonly EditorJson[]
  readonly content?: readonly EditorJson[]
}

/** The stored form of a document. A document of one empty paragraph is the empty text. */
export function toRichText(doc: EditorJson): RichText {
  const content = blocksOf(doc)
  const only = content[0]
  const isEmpty = content.length === 1 && only?.type === 'paragraph' && only.content === undefined
  return { type: 'doc', content: isEmpty ? [] : content }
}

/** The editor's opening text: it wants at least one paragraph, and no more depth than can be stored again. */
export function toEditorJson(text: RichText): JSONContent {
  const { content } = flattened(text)
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : (content as JSONContent[]) }
}

function blocksOf(node: EditorJson): RichBlock[] {
  return (node.content ?? []).flatMap((child) => {
    const block = blockOf(child)
    return block === null ? [] : [block]
  })
}

function blockOf(node: EditorJson): RichBlock | null {
  switch (node.type) {
    case 'paragraph': {
      const content = (node.content ?? []).flatMap(inlinesOf)
      return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
    }
    case 'bulletList':
      return { type: 'bulletList', content: itemsOf(node) }
    case 'orderedList': {
      const start = node.attrs?.start
      const content = itemsOf(node)
      return typeof start === 'number' && start !== 1 && start >= 0
        ? { type: 'orderedList', attrs: { start: Math.min(Math.trunc(start), MOST_START) }, content }
        : { type: 'orderedList', content }
    }
    case 'blockquote':
      return { type: 'blockquote', content: atLeastOne(blocksOf(node)) }
    case 'image': {
      // One that is still arriving is not stored yet.
      const attrs = pictureFields(node.attrs)
      return attrs === null ? null : { type: 'image', attrs }
    }
    case 'table':
      return { type: 'table', content: (node.content ?? []).map(rowOf) }
    default:
      return null
  }
}

/** The stored form of a picture's attributes; null when they do not name a picture. */
export function pictureFields(attrs: unknown): RichImageFields | null {
  const { sha256, mediaType, width, height, alt, size } = { ...(attrs as Partial<RichImageFields> | null) }
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return null
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') return null
  if (!isSide(width) || !isSide(height)) return null
  const fields = {
    sha256,
    mediaType,
    width,
    height,
    alt: typeof alt === 'string' ? alt.slice(0, MOST_ALT) : '',
  }
  return size === 'small' || size === 'medium' ? { ...fields, size } : fields
}

const isSide = (side: unknown): side is number =>
  typeof side === 'number' && Number.isInteger(side) && side >= 1 && side <= MOST_SIDE

function itemsOf(node: EditorJson): RichListItem[] {
  return (node.content ?? []).map((item) => ({ type: 'listItem', content: atLeastOne(blocksOf(item)) }))
}

function rowOf(node: EditorJson): { type: 'tableRow'; content: RichCell[] } {
  return { type: 'tableRow', content: (node.content ?? []).map(cellOf) }
}

function cellOf(node: EditorJson): RichCell {
  const attrs = { ...spanOf(node, 'colspan', 50), ...spanOf(node, 'rowspan', 500) }
  return {
    type: node.type === 'tableHeader' ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
    content: atLeastOne(blocksOf(node)),
  }
}

function spanOf(node: EditorJson, name: 'colspan' | 'rowspan', most: number): Record<string, number> {
  const value = node.attrs?.[name]
  return typeof value === 'number' && value > 1 ? { [name]: Math.min(Math.trunc(value), most) } : {}
}

function atLeastOne(blocks: RichBlock[]): RichBlock[] {
  return blocks.length === 0 ? [{ type: 'paragraph' }] : blocks
}

function inlinesOf(node: EditorJson): RichInline[] {
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }]
  if (node.type !== 'text' || node.text === undefined || node.text === '') return []
  const marks = (node.marks ?? []).flatMap(markOf)
  const parts: RichInline[] = []
  // A stored text node holds no more; longer ones are written as several.
  for (let from = 0; from < node.text.length; from += MOST_SIGNS) {
    const text = node.text.slice(from, from + MOST_SIGNS)
    parts.push(marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks })
  }
  return parts
}

function markOf(mark: EditorJson): RichMark[] {
  if (mark.type === 'bold' || mark.type === 'italic') return [{ type: mark.type }]
  const href = mark.type === 'link' ? mark.attrs?.href : undefined
  return typeof href === 'string' && isAddress(href) ? [{ type: 'link', attrs: { href } }] : []
}

/** Whether a link may hold this address: http, https or mailto, at most 2,000 characters. */
export function isAddress(href: string): boolean {
  return href.length <= 2000 && /^(?:https?:|mailto:)/i.test(href)
}
