import { z } from 'zod'

/** The look of the file, for the left pane of the review screen; a draft's sources point into it by index. */
export const SourceBlock = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), level: z.int().min(1).max(9), text: z.string() }),
  z.strictObject({
    type: z.literal('paragraph'),
    text: z.string(),
    /** All of it is printed bold. */
    isStrong: z.literal(true).optional(),
  }),
  z.strictObject({
    type: z.literal('listItem'),
    level: z.int().min(0),
    marker: z.string().nullable(),
    text: z.string(),
  }),
  /** One table row; `table` numbers the table it belongs to, so that rows keep an index of their own. */
  z.strictObject({ type: z.literal('row'), table: z.int().min(0), cells: z.array(z.string()) }),
])
export type SourceBlock = z.infer<typeof SourceBlock>
