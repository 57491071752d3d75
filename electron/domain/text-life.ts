// Text life: what is known of a followed text beside its own fields (deadlines by public, consultations, links), the dated
// stages that follow from all of it, and the rule of entry into force.
import { z } from 'zod'
import { addDays } from './civil-date.ts'
import { CivilDate, Id, Line, Version } from './ids.ts'
import type { WatchItem } from './watch.ts'

/** From when a text obliges whom; `date` null: another text will set it. */
export const DeadlineFields = z.strictObject({
  date: CivilDate.nullable(),
  audience: Line,
  /** "plus de 3 500 habitants". */
  threshold: Line,
  /** What is due. */
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

/**
 * When a text enters into force if it says nothing: the day after its publication.
 * Source: Code civil, article 1. A proposal to be confirmed: the text, an urgency or a missing measure decides otherwise.
 */
export function usualEntryIntoForce({ publishedOn }: Pick<WatchItem, 'publishedOn'>): CivilDate | null {
  return publishedOn === null ? null : addDays(publishedOn, 1)
}

/** The CNEN has six weeks, once renewable; without an answer its opinion is deemed favourable. Source: CGCT, R1213-27. */
const CNEN_DAYS = 42

/** The day by which an authority answers, where a rule says one. */
export function answerDue({ authority, askedOn, answeredOn }: ConsultationFields): CivilDate | null {
  return authority === 'cnen' && askedOn !== null && answeredOn === null ? addDays(askedOn, CNEN_DAYS) : null
}

export const StageKind = z.enum([
  'announced',
  'drafted',
  'heard',
  'asked',
  'answered',
  'signed',
  'published',
  'inForce',
  'applies',
  'deadline',
  'modified',
  'repealed',
])
export type StageKind = z.infer<typeof StageKind>

/** One dated step; `of` is what it is about: the authority, the public, the meeting's id, the text that modifies. */
export type Stage = { readonly date: CivilDate; readonly kind: StageKind; readonly of: string }

type Life = {
  readonly item: Pick<
    WatchItem,
    | 'announcedOn'
    | 'draftedOn'
    | 'signedOn'
    | 'publishedOn'
    | 'inForceOn'
    | 'appliesOn'
    | 'repealedOn'
    | 'audience'
  >
  readonly deadlines: readonly TextDeadline[]
  readonly consultations: readonly TextConsultation[]
  readonly hearings: readonly { readonly meetingDate: CivilDate; readonly meetingId: Id }[]
  /** Texts that modify or repeal this one, with the day of their publication. */
  readonly changedBy: readonly {
    readonly kind: LinkKind
    readonly title: string
    readonly publishedOn: CivilDate | null
  }[]
}

/** Everything that has a date, in order; on one day in the order of the pipeline. */
export function stagesOf({ item, deadlines, consultations, hearings, changedBy }: Life): Stage[] {
  const stages: Stage[] = []
  const at = (date: CivilDate | null, kind: StageKind, of = '') => {
    if (date !== null) stages.push({ date, kind, of })
  }
  at(item.announcedOn, 'announced')
  at(item.draftedOn, 'drafted')
  for (const { meetingDate, meetingId } of hearings) at(meetingDate, 'heard', meetingId)
  for (const { id, askedOn, answeredOn } of consultations) {
    at(askedOn, 'asked', id)
    at(answeredOn, 'answered', id)
  }
  at(item.signedOn, 'signed')
  at(item.publishedOn, 'published')
  at(item.inForceOn, 'inForce')
  at(item.appliesOn, 'applies', item.audience)
  for (const { id, date } of deadlines) at(date, 'deadline', id)
  for (const { kind, title, publishedOn } of changedBy)
    if (kind === 'modifies') at(publishedOn, 'modified', title)
  at(item.repealedOn, 'repealed', changedBy.find(({ kind }) => kind === 'repeals')?.title ?? '')
  return stages.sort((a, b) => a.date.localeCompare(b.date) || rank(a.kind) - rank(b.kind))
}

const rank = (kind: StageKind) => StageKind.options.indexOf(kind)

/** What cannot be: a step that comes before the one it follows from. */
export const LifeContradiction = z.enum([
  'publishedBeforeSigned',
  'inForceBeforePublished',
  'appliesBeforeInForce',
  'repealedBeforePublished',
])
export type LifeContradiction = z.infer<typeof LifeContradiction>

/** A text may apply or be in force on the very day of what precedes; a circular may be put online after it applies. */
export function contradictions(
  item: Pick<WatchItem, 'signedOn' | 'publishedOn' | 'inForceOn' | 'appliesOn' | 'repealedOn'>,
): LifeContradiction[] {
  const before = (a: CivilDate | null, b: CivilDate | null) => a !== null && b !== null && a < b
  const found: LifeContradiction[] = []
  if (before(item.publishedOn, item.signedOn)) found.push('publishedBeforeSigned')
  if (before(item.inForceOn, item.publishedOn)) found.push('inForceBeforePublished')
  if (before(item.appliesOn, item.inForceOn)) found.push('appliesBeforeInForce')
  if (before(item.repealedOn, item.publishedOn)) found.push('repealedBeforePublished')
  return found
}
