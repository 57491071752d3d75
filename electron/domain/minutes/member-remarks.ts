// What a member wrote on the pages of their folder, away from here: a small file that comes back.
import { z } from 'zod'
import { Id, Instant, Line, PlainText } from '../ids.ts'

export const REMARKS_FORMAT = 'seances-inp-remarques'
export const MOST_REMARKS = 500
/** Larger is nothing that anybody typed. */
export const MAX_REMARKS_BYTES = 4 * 1024 * 1024

export const MemberRemarks = z.strictObject({
  format: z.literal(REMARKS_FORMAT),
  version: z.literal(1),
  meetingId: Id,
  paper: z.enum(['minutes', 'agenda']),
  organisation: Line,
  author: Line,
  remarks: z
    .array(
      z.strictObject({
        /** The paragraph by its name in the paper, and by its words as they were read. */
        anchor: z.string().max(200),
        text: PlainText,
        comment: PlainText,
        /** The paragraph as it is wanted; as it was, or empty, where nothing else is. */
        wanted: PlainText,
        /** It was emptied: the paragraph is wanted no more. Pages of long ago do not say. */
        removed: z.boolean().default(false),
        at: Instant,
      }),
    )
    .min(1)
    .max(MOST_REMARKS),
})
export type MemberRemarks = z.infer<typeof MemberRemarks>
