import { z } from 'zod'
import type { CivilDate, Id } from '../ids.ts'
import { addDays } from '../time/civil-date.ts'
import { isIndividualAct } from './criteria.ts'
import type { ConsultationFields, LinkKind, TextConsultation, TextDeadline } from './text-life.ts'
import type { WatchItem } from './watch.ts'

/** Acts of the State that are published in the JO; acts of the Union, circulars and opinions follow other rules. */
const french: readonly WatchItem['nature'][] = ['loi', 'ordonnance', 'decret', 'arrete', 'decision']

/**
 * When a text enters into force if it says nothing: the day after its publication; null where that rule is not its own (acts of the
 * Union, circulars, measures about named persons), or its date is known, or depends on another text.
 * Source: Code civil, article 1. A proposal to be confirmed: the text, an urgency or a missing measure decides otherwise.
 */
export function usualEntryIntoForce(
  item: Pick<WatchItem, 'title' | 'nature' | 'publishedOn' | 'inForceOn' | 'inForceRule'>,
): CivilDate | null {
  const isOpen = item.inForceOn === null && item.inForceRule !== 'dependent' && french.includes(item.nature)
  return isOpen && item.publishedOn !== null && !isIndividualAct(item.title)
    ? addDays(item.publishedOn, 1)
    : null
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

/** A contradiction: a step that comes before the one it follows from. */
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
