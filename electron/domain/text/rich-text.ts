import { z } from 'zod'
import { withoutNul } from '../ids.ts'
import { boundsFault, MOST_SIGNS, MOST_START } from './rich-bounds.ts'

const Mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({
      href: z
        .string()
        .max(2000)
        .regex(/^(https?:|mailto:)/i),
    }),
  }),
])
export type RichMark = z.infer<typeof Mark>

const Inline = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    // A node without any sign is none that an editor takes: where nothing is left, a space.
    text: z
      .string()
      .min(1)
      .max(MOST_SIGNS)
      .overwrite((text) => withoutNul(text) || ' '),
    marks: z.array(Mark).optional(),
  }),
  z.strictObject({ type: z.literal('hardBreak') }),
])
export type RichInline = z.infer<typeof Inline>

const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(Inline).optional() })
export type RichParagraph = z.infer<typeof Paragraph>

/** The longest description of a picture. */
export const MOST_ALT = 500
/** The longest side of a picture, in pixels. */
export const MOST_SIDE = 20_000

/** A picture of the store of files, known by the hash of its bytes; `alt` is empty until somebody describes it. */
export const RichImageFields = z.strictObject({
  /** Lower-case hex SHA-256. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.enum(['image/png', 'image/jpeg']),
  /** Pixels. */
  width: z.int().min(1).max(MOST_SIDE),
  height: z.int().min(1).max(MOST_SIDE),
  alt: z.string().max(MOST_ALT).overwrite(withoutNul),
  /** How much of the width of the text it may take: a third, two thirds; all of it when absent. */
  size: z.enum(['small', 'medium']).optional(),
})
export type RichImageFields = z.infer<typeof RichImageFields>
const Image = z.strictObject({ type: z.literal('image'), attrs: RichImageFields })

export type RichListItem = { type: 'listItem'; content: RichBlock[] }
export type RichCell = {
  type: 'tableCell' | 'tableHeader'
  attrs?: { colspan?: number | undefined; rowspan?: number | undefined } | undefined
  content: RichBlock[]
}
export type RichRow = { type: 'tableRow'; content: RichCell[] }
export type RichBlock =
  | RichParagraph
  | { type: 'image'; attrs: RichImageFields }
  | { type: 'bulletList'; content: RichListItem[] }
  | { type: 'orderedList'; attrs?: { start?: number | undefined } | undefined; content: RichListItem[] }
  | { type: 'blockquote'; content: RichBlock[] }
  | { type: 'table'; content: RichRow[] }

const Block: z.ZodType<RichBlock> = z.lazy(() =>
  z.discriminatedUnion('type', [
    Paragraph,
    Image,
    z.strictObject({ type: z.literal('bulletList'), content: z.array(ListItem).min(1) }),
    z.strictObject({
      type: z.literal('orderedList'),
      attrs: z.strictObject({ start: z.int().min(0).max(MOST_START).optional() }).optional(),
      content: z.array(ListItem).min(1),
    }),
    z.strictObject({ type: z.literal('blockquote'), content: z.array(Block).min(1) }),
    z.strictObject({ type: z.literal('table'), content: z.array(Row).min(1).max(500) }),
  ]),
)
const ListItem: z.ZodType<RichListItem> = z.lazy(() =>
  z.strictObject({ type: z.literal('listItem'), content: z.array(Block).min(1) }),
)
const Cell: z.ZodType<RichCell> = z.lazy(() =>
  z.strictObject({
    type: z.enum(['tableCell', 'tableHeader']),
    attrs: z
      .strictObject({
        colspan: z.int().min(1).max(50).optional(),
        rowspan: z.int().min(1).max(500).optional(),
      })
      .optional(),
    content: z.array(Block).min(1),
  }),
)
const Row: z.ZodType<RichRow> = z.lazy(() =>
  z.strictObject({ type: z.literal('tableRow'), content: z.array(Cell).max(50) }),
)

/** The form of a rich text, however deep and long: what earlier versions stored. */
export const AnyRichText = z.strictObject({ type: z.literal('doc'), content: z.array(Block) })
export type RichText = z.infer<typeof AnyRichText>

/**
 * A whole rich text, within its bounds, which are looked at before anything else of it. An empty text is
 * `{ type: 'doc', content: [] }`.
 */
export const RichText = z.preprocess((given: RichText, ctx) => {
  const refusal = boundsFault(given)
  if (refusal !== null) ctx.addIssue({ code: 'custom', params: { refusal } })
  return given
}, AnyRichText)

/** A text as the base holds it: the contract has checked each before it was written. */
export function storedRichText(json: string): RichText {
  return JSON.parse(json) as RichText
}

export const emptyRichText: RichText = { type: 'doc', content: [] }

/** Every picture of a rich text, in reading order. */
export function picturesOf(text: RichText): RichImageFields[] {
  return text.content.flatMap(blockPictures)
}

function blockPictures(block: RichBlock): RichImageFields[] {
  switch (block.type) {
    case 'paragraph':
      return []
    case 'image':
      return [block.attrs]
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(blockPictures))
    case 'blockquote':
      return block.content.flatMap(blockPictures)
    case 'table':
      return block.content.flatMap((row) =>
        row.content.flatMap((cell) => cell.content.flatMap(blockPictures)),
      )
  }
}

/** Whether it says and shows nothing. */
export function isBlank(text: RichText): boolean {
  return plainText(text).trim() === '' && picturesOf(text).length === 0
}

/** The words of a rich text, blocks separated by a line break; used for search. */
export function plainText(text: RichText): string {
  return text.content.map(blockText).join('\n')
}

function blockText(block: RichBlock): string {
  switch (block.type) {
    case 'paragraph':
      return (block.content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
    case 'image':
      return block.attrs.alt
    case 'bulletList':
    case 'orderedList':
      return block.content.map((item) => item.content.map(blockText).join('\n')).join('\n')
    case 'blockquote':
      return block.content.map(blockText).join('\n')
    case 'table':
      return block.content
        .map((row) => row.content.map((cell) => cell.content.map(blockText).join(' ')).join('\t'))
        .join('\n')
  }
}
