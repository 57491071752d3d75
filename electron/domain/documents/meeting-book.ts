import { z } from 'zod'
import { type AgendaItem, inAgendaOrder } from '../agenda/agenda.ts'
import { Id } from '../ids.ts'
import type { Attachment } from './attachment.ts'
import { splitName, withoutVersion } from './document-name.ts'

/** Whom the book is for; what is for the secretariat only is never in the members' one. */
export const BookCirculation = z.enum(['members', 'secretariat'])
export type BookCirculation = z.infer<typeof BookCirculation>

/** Larger files, and what exceeds the whole, go beside the book: nobody opens a book of such a weight in a meeting. */
export const MAX_ANNEX_BYTES = 100_000_000
export const MAX_BOOK_BYTES = 250_000_000

/** Why a PDF is attached to the book as it is instead of having its pages in it. */
export const AttachedReason = z.enum(['signed', 'protected', 'form', 'portfolio', 'damaged'])
export type AttachedReason = z.infer<typeof AttachedReason>

/** An annex becomes pages of the book, a file attached to it, a file of the zip beside it, or nothing. */
export const AnnexFate = z.discriminatedUnion('goes', [
  z.strictObject({
    goes: z.literal('merged'),
    pages: z.int().min(1),
    /** Its pages have a structure of their own, which the book keeps. */
    tagged: z.boolean(),
    /** It carries files of its own, which pages cannot. */
    holdsFiles: z.boolean(),
  }),
  z.strictObject({ goes: z.literal('attached'), why: AttachedReason }),
  z.strictObject({ goes: z.literal('zip'), why: z.enum(['format', 'size']) }),
  /** Its bytes are gone from the store, or are no longer what they were. */
  z.strictObject({ goes: z.literal('missing') }),
])
export type AnnexFate = z.infer<typeof AnnexFate>

export const BookAnnex = z.strictObject({
  attachmentId: Id,
  /** Null for a document of the whole meeting. */
  itemId: Id.nullable(),
  number: z.int().min(1),
  /** Its title, else the name of its file without version and extension. */
  name: z.string(),
  fileName: z.string(),
  sizeBytes: z.int().min(0),
  sha256: z.string(),
  tabled: z.boolean(),
})
export type BookAnnex = z.infer<typeof BookAnnex>

type Item = Pick<AgendaItem, 'id' | 'parentId' | 'position' | 'kind'>

/** Annexes in agenda order, documents of the whole meeting last, numbered from 1; of versions only the current ones. */
export function bookAnnexes(
  items: readonly Item[],
  attachments: readonly Attachment[],
  circulation: BookCirculation,
): BookAnnex[] {
  const rank = new Map(inAgendaOrder(items).map((item, index) => [item.id, index]))
  const rankOf = ({ itemId }: Attachment) =>
    itemId === null ? items.length : (rank.get(itemId) ?? items.length)
  return attachments
    .filter((one) => one.replacedBy === null)
    .filter((one) => circulation === 'secretariat' || one.circulation !== 'secretariat')
    .map((one, order) => ({ one, order }))
    .sort((a, b) => rankOf(a.one) - rankOf(b.one) || a.order - b.order)
    .map(({ one }, index) => ({
      attachmentId: one.id,
      itemId: one.itemId !== null && rank.has(one.itemId) ? one.itemId : null,
      number: index + 1,
      name: one.title.trim() || withoutVersion(splitName(one.fileName).stem),
      fileName: one.fileName,
      sizeBytes: one.sizeBytes,
      sha256: one.sha256,
      tabled: one.tabled,
    }))
}
