import { z } from 'zod'
import { CivilDate, Id, Instant, Version } from '../ids.ts'
import { addMonths } from '../time/civil-date.ts'

/** The headings of a sheet of the register of processing activities (RGPD, article 30, paragraph 1). */
export const RegisterHeading = z.enum([
  'controller',
  'contact',
  'purposes',
  'legalBasis',
  'persons',
  'categories',
  'recipients',
  'transfers',
  'retention',
  'security',
])
export type RegisterHeading = z.infer<typeof RegisterHeading>

const Words = z.string().max(10_000)
/** Null: what the application proposes, kept true by itself. */
const registerText = Words.nullable()
export const RegisterTexts = z.strictObject(
  Object.fromEntries(RegisterHeading.options.map((heading) => [heading, registerText])) as Record<
    RegisterHeading,
    typeof registerText
  >,
)
export type RegisterTexts = z.infer<typeof RegisterTexts>

/** How long each kind is kept, in months. */
const Months = z.int().min(1).max(240)
export const Retention = z.strictObject({
  /** A person's card, after the last day of the last mandate or the last meeting attended. */
  contactMonths: Months,
  /** Received messages, after they came. */
  mailMonths: Months,
  /** Replies to convocations, after the meeting. */
  replyMonths: Months,
  /** Notes taken live and notebooks, after the minutes were approved. */
  noteMonths: Months,
})
export type Retention = z.infer<typeof Retention>

export const PersonalDataRow = Retention.extend({ ...RegisterTexts.shape, version: Version })
export type PersonalDataRow = z.infer<typeof PersonalDataRow>

/** A person whose time has come. */
export const DuePerson = z.strictObject({
  id: Id,
  version: Version,
  name: z.string(),
  organisation: z.string(),
  /** The last day of the last mandate; null for who never had one. */
  mandateEnd: CivilDate.nullable(),
  /** The last meeting whose list names the person. */
  lastMeeting: CivilDate.nullable(),
  /** When the time was over. */
  since: CivilDate,
})
export type DuePerson = z.infer<typeof DuePerson>

/** Data kept for a time of their own, which may then be erased. */
export const DueKind = z.enum(['mails', 'replies', 'notes'])
export type DueKind = z.infer<typeof DueKind>
/** What was erased, as it is noted: never of whom. */
export const ErasedKind = z.enum(['person', ...DueKind.options])
export type ErasedKind = z.infer<typeof ErasedKind>
export const NotedErasure = z.strictObject({
  id: Id,
  kind: ErasedKind,
  at: Instant,
  doneBy: z.string(),
  removed: z.int(),
  rewritten: z.int(),
})
export type NotedErasure = z.infer<typeof NotedErasure>
/** How many rows of one kind have had their time, and the day before which they lie. */
export const DueRows = z.strictObject({ kind: DueKind, count: z.int(), before: CivilDate })
export type DueRows = z.infer<typeof DueRows>

/** Why something stays after somebody was made anonymous. */
export const KeptBecause = z.enum(['approved', 'corrigendum', 'keptVersion', 'publishedAgenda', 'sharedFile'])
export type KeptBecause = z.infer<typeof KeptBecause>

/** One row that names a person or is linked to one. */
export const PersonTrace = z.strictObject({
  /** Name of the table, and how people call what it holds. */
  table: z.string(),
  place: z.string(),
  id: z.string(),
  /** The columns that say something of the person; none for what is only linked. */
  columns: z.array(z.string()),
  /** The words around the first mention. */
  excerpt: z.string(),
  /** The meeting it is of, if any. */
  meeting: z.strictObject({ id: Id, number: z.int().nullable(), date: CivilDate }).nullable(),
  /** How it is known that this person is meant. */
  by: z.enum(['own', 'link', 'name', 'familyName']),
  /** Effect of anonymising: `mixed` where some of its words stay and some go. */
  fate: z.enum(['removed', 'rewritten', 'kept', 'mixed']),
  because: KeptBecause.nullable(),
})
export type PersonTrace = z.infer<typeof PersonTrace>

/** Bytes or copies that hold a name and that no later act of the application touches. */
export const OlderCopy = z.discriminatedUnion('kind', [
  /** Backups: gone by themselves at the latest on that day; null = when newer ones take their place. */
  z.strictObject({
    kind: z.enum(['backup', 'secondCopy']),
    at: Instant,
    reason: z.string(),
    until: CivilDate.nullable(),
  }),
  /**
   * Set aside beside the data: by a restore, by a recovery, as found after an abrupt end (the three newest stay), and kept
   * files whose bytes were altered.
   */
  z.strictObject({ kind: z.enum(['setAside', 'damaged', 'found', 'altered']), at: Instant }),
  /** A message as it was sent. */
  z.strictObject({ kind: z.literal('sentMessage'), at: Instant, title: z.string(), meetingId: Id }),
  /** Of a team: what the administration saves of its server, and what each desk keeps beside. */
  z.strictObject({ kind: z.enum(['serverBackups', 'otherDesks']), at: z.null() }),
  /** The PDF of approved minutes, or of a corrigendum. */
  z.strictObject({ kind: z.literal('approvedPaper'), at: Instant, meetingId: Id }),
])
export type OlderCopy = z.infer<typeof OlderCopy>

/** Everything that the data hold of one person. */
export const KnownPerson = z.strictObject({
  id: Id,
  version: Version,
  name: z.string(),
  traces: z.array(PersonTrace),
  /** Entries of the journal whose images of rows name the person, not by the family name alone. */
  journalEntries: z.int(),
  /** Texts of the search index that do. */
  searchTexts: z.int(),
  copies: z.array(OlderCopy),
})
export type KnownPerson = z.infer<typeof KnownPerson>

export const Erasure = z.strictObject({
  removed: z.int(),
  rewritten: z.int(),
  kept: z.int(),
  journalEntries: z.int(),
})
export type Erasure = z.infer<typeof Erasure>

/** The day from which on a person's card has had its time; null while it is needed or when nothing dates it. */
export function contactOver(
  { mandateEnd, lastMeeting }: Pick<DuePerson, 'mandateEnd' | 'lastMeeting'>,
  months: number,
): string | null {
  const last = [mandateEnd, lastMeeting]
    .filter((day) => day !== null)
    .sort()
    .at(-1)
  return last === undefined ? null : addMonths(last, months)
}
