import { z } from 'zod'
import { CivilDate, ClockTime, Id, Instant, Line, PlainText, Version } from '../ids.ts'
import { RichText } from '../text/rich-text.ts'

export const MinutesState = z.enum(['drafting', 'internalReview', 'review', 'validated', 'approved'])
export type MinutesState = z.infer<typeof MinutesState>

export const MinutesFields = z.strictObject({
  /** Real opening and closing of the meeting. */
  openedAt: ClockTime.nullable(),
  closedAt: ClockTime.nullable(),
  opening: RichText,
  closing: RichText,
  nextMeetingDate: CivilDate.nullable(),
  nextMeetingTime: ClockTime.nullable(),
  nextMeetingPlace: Line,
})
export type MinutesFields = z.infer<typeof MinutesFields>

export const Minutes = MinutesFields.extend({
  id: Id,
  version: Version,
  meetingId: Id,
  state: MinutesState,
  /** Last day for whoever reads the draft over before the members. */
  internalDeadline: CivilDate.nullable(),
  /** Last day for the observations of the members. */
  reviewDeadline: CivilDate.nullable(),
  /** Last day for the answers of the members who approve by writing. */
  consultationDeadline: CivilDate.nullable(),
  /** Since the draft left, decisions and actions keep their numbers; null before. */
  frozenAt: Instant.nullable(),
  /** When it was validated last, and by it the version that was; null before, and where it is taken back. */
  validatedAt: Instant.nullable(),
})
export type Minutes = z.infer<typeof Minutes>

export const Outcome = z.enum([
  'prisActe',
  'approuve',
  'avisFavorable',
  'avisAvecReserves',
  'avisDefavorable',
  'absenceDeConsensus',
  'decision',
  'renvoye',
  'reporte',
  'retire',
  'nonTraite',
])
export type Outcome = z.infer<typeof Outcome>

export const passedOver: readonly Outcome[] = ['reporte', 'retire', 'nonTraite']

/** Whether the meeting did not deal with an item that ended so: nothing was presented, and going on passes it over. */
export const isPassedOver = (outcome: Outcome | null): boolean =>
  outcome !== null && passedOver.includes(outcome)

export const SectionFields = z.strictObject({
  presentation: RichText,
  exchanges: RichText,
  outcome: Outcome.nullable(),
  /** The standard sentence of the outcome, editable; empty when there is no outcome. */
  outcomeSentence: PlainText,
  /** `members`: nothing of it is in what is published. */
  circulation: z.enum(['members', 'public']),
})
export type SectionFields = z.infer<typeof SectionFields>

export const MinutesSection = SectionFields.extend({ id: Id, version: Version, minutesId: Id, itemId: Id })
export type MinutesSection = z.infer<typeof MinutesSection>

/** Numbered in the order of the agenda, then as they were noted: so they are until the first sending. */
export function inDocumentOrder<T extends { itemId: Id; rank: number }>(
  statements: readonly T[],
  items: readonly { id: Id }[],
): T[] {
  const places = new Map(items.map(({ id }, index) => [id, index]))
  const place = ({ itemId }: T) => places.get(itemId) ?? items.length
  return [...statements]
    .sort((a, b) => place(a) - place(b) || a.rank - b.rank)
    .map((statement, index) => ({ ...statement, rank: index + 1 }))
}

/**
 * The printed number of a decision or action: `D-AAAA-NN-xx`, `A-AAAA-NN-xx`.
 * @param letter D for a decision, A for an action.
 * @param meeting its year and number; minutes are never started on a meeting without a number.
 */
export function printedNumber(
  letter: 'D' | 'A',
  meeting: { date: CivilDate; number: number | null },
  rank: number,
): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${letter}-${meeting.date.slice(0, 4)}-${two(meeting.number ?? 0)}-${two(rank)}`
}
