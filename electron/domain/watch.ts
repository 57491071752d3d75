// Watch item: a text in preparation or published that the body follows.
import { z } from 'zod'
import { CivilDate, Id, Line, PlainText, Version } from './ids.ts'

export const WatchNature = z.enum([
  'loi',
  'ordonnance',
  'decret',
  'arrete',
  'circulaire',
  'avis',
  'decision',
  'reglementUE',
  'directiveUE',
  'referentiel',
  'autre',
])
export type WatchNature = z.infer<typeof WatchNature>

export const WatchStatus = z.enum([
  'announced',
  'draft',
  'consultation',
  'signed',
  'published',
  'inForce',
  'repealed',
])
export type WatchStatus = z.infer<typeof WatchStatus>

export const WatchFollowUp = z.enum(['toPresent', 'presented', 'toFollow', 'closed'])
export type WatchFollowUp = z.infer<typeof WatchFollowUp>

export const WatchFields = z.strictObject({
  nature: WatchNature,
  title: Line.min(1),
  number: z.string().max(60),
  nor: z.string().max(30),
  ministry: Line,
  status: WatchStatus,
  followUp: WatchFollowUp,
  publishedOn: CivilDate.nullable(),
  inForceOn: CivilDate.nullable(),
  appliesOn: CivilDate.nullable(),
  audience: Line,
  consequences: PlainText,
  sourceUrl: z.string().max(2000),
})
export type WatchFields = z.infer<typeof WatchFields>
export const WatchItem = WatchFields.extend({ id: Id, version: Version })
export type WatchItem = z.infer<typeof WatchItem>
