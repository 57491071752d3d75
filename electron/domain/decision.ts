// Decision: what a meeting decided, as the minutes print it.
import { z } from 'zod'
import { Id, PlainText, Version } from './ids.ts'

export const DecisionFields = z.strictObject({ text: PlainText })
export const Decision = DecisionFields.extend({
  id: Id,
  version: Version,
  meetingId: Id,
  itemId: Id,
  /** Rank within the meeting, from 1; printed as the `xx` of `D-AAAA-NN-xx`. */
  rank: z.int().min(1),
})
export type Decision = z.infer<typeof Decision>
