import { z } from 'zod'
import { CivilDate, Id, Line, Version } from '../ids.ts'

/** From when a text obliges whom; `date` null: another text will set it. */
export const DeadlineFields = z.strictObject({
  date: CivilDate.nullable(),
  audience: Line,
  /** "plus de 3 500 habitants". */
  threshold: Line,
  label: Line,
})
export type DeadlineFields = z.infer<typeof DeadlineFields>
export const TextDeadline = DeadlineFields.extend({ id: Id, version: Version, watchItemId: Id })
export type TextDeadline = z.infer<typeof TextDeadline>

export const Authority = z.enum(['cnen', 'cnil', 'conseilEtat', 'public', 'europeanUnion', 'other'])
export type Authority = z.infer<typeof Authority>

/** `tacit`: its time passed without an answer; `none`: it answered without taking sides; empty: no answer is known. */
export const Opinion = z.enum(['', 'favorable', 'reserved', 'unfavorable', 'tacit', 'none'])
export type Opinion = z.infer<typeof Opinion>

export const ConsultationFields = z.strictObject({
  authority: Authority,
  /** Of another authority, or of a section: "section des finances". */
  name: Line,
  /** Of a public consultation, its first and its last day. */
  askedOn: CivilDate.nullable(),
  answeredOn: CivilDate.nullable(),
  opinion: Opinion,
  reference: Line,
})
export type ConsultationFields = z.infer<typeof ConsultationFields>
export const TextConsultation = ConsultationFields.extend({ id: Id, version: Version, watchItemId: Id })
export type TextConsultation = z.infer<typeof TextConsultation>

export const LinkKind = z.enum(['transposes', 'modifies', 'repeals', 'applies'])
export type LinkKind = z.infer<typeof LinkKind>

export const TextLink = z.strictObject({
  id: Id,
  version: Version,
  watchItemId: Id,
  kind: LinkKind,
  /** The followed text; null when it is outside the watch. */
  targetId: Id.nullable(),
  /** How a text outside the watch is cited; empty for a followed one. */
  citation: Line,
  /** One of the names by which the cited text is recognised (`identityKeys`); empty when its citation holds none. */
  citedKey: z.string().max(400),
})
export type TextLink = z.infer<typeof TextLink>

/** A text that has more of any of them is no text. */
export const MAX_OF_A_TEXT = 200

/**
 * Dates by which official files say "none" or "not known yet": they are no dates.
 * Source: DILA open data, DATE_FIN 2999-01-01 and DATE_DEBUT 2222-02-22.
 */
export function isSentinelDate(date: string | null): boolean {
  return date !== null && date >= '2222-02-22'
}
