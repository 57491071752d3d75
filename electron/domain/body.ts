// Body: the instance whose secretariat this is; its names and the words printed at the head of every document.
import { z } from 'zod'
import { Line, Version } from './ids.ts'

export const BodyFields = z.strictObject({
  name: Line.min(1),
  acronym: z.string().max(40),
  /** The issuing direction or mission, printed top left. */
  issuer: Line,
  contact: Line,
  /** On paper, "séance" or "réunion" (design section 2). */
  meetingWord: z.enum(['séance', 'réunion']),
  /** Loaded sample data: every document says "Données d'exemple". */
  isSample: z.boolean(),
})
export type BodyFields = z.infer<typeof BodyFields>
export const Body = BodyFields.extend({ version: Version })
export type Body = z.infer<typeof Body>
