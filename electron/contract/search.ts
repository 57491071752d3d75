import { z } from 'zod'
import { CivilDate, Id } from '../domain/ids.ts'
import { MinutesState } from '../domain/minutes/minutes.ts'
import { Stance } from '../domain/session/session.ts'
import { read } from './method.ts'

export const SearchKind = z.enum([
  'meeting',
  'minutes',
  'agenda',
  'dispatch',
  'attendance',
  'documents',
  'item',
  'section',
  'decision',
  'action',
  'document',
  'attachment',
  'subject',
  'project',
  'watch',
  'person',
  'organisation',
  'position',
  'line',
])
export type SearchKind = z.infer<typeof SearchKind>

/** [start, end) of what was searched for in a text. */
const Ranges = z.array(z.tuple([z.int(), z.int()]))

export const SearchHit = z.strictObject({
  kind: SearchKind,
  /** Of a part of a meeting (its minutes, its agenda…) the meeting's own. */
  id: Id,
  meetingId: Id.nullable(),
  itemId: Id.nullable(),
  date: CivilDate.nullable(),
  title: z.string(),
  titleRanges: Ranges,
  /** Words around the first match where the title does not hold them all, as written. */
  extract: z.string(),
  ranges: Ranges,
  /** As printed, of a decision or an action. */
  number: z.string(),
  /** Of its meeting. */
  meetingNumber: z.int().nullable(),
  /** What tells it from others of the same name: an organisation, an owner. */
  note: z.string(),
  /** How well it fits, up to about 130. */
  mark: z.number(),
})
export type SearchHit = z.infer<typeof SearchHit>

/** What was said, noted, taken as a position, or decided. */
export const SaidKind = z.enum(['minutes', 'note', 'position', 'decision', 'file'])
export type SaidKind = z.infer<typeof SaidKind>

export const SaidSentence = z.strictObject({
  kind: SaidKind,
  /** Of what it stands in, with its place there. */
  id: z.string(),
  entityId: Id,
  meetingId: Id,
  itemId: Id.nullable(),
  date: CivilDate,
  meetingNumber: z.int().nullable(),
  itemTitle: z.string(),
  /** Who is noted to have said it; empty where only the sentence tells. */
  who: z.string(),
  stance: Stance.nullable(),
  minutesState: MinutesState.nullable(),
  /** Empty of a position without words: its stance says all. */
  sentence: z.string(),
  ranges: Ranges,
  /** The rest of its paragraph and those beside it. */
  before: z.string(),
  after: z.string(),
})
export type SaidSentence = z.infer<typeof SaidSentence>

export const SaidFilter = z.strictObject({
  words: z.string().max(200),
  organisationId: Id.nullable(),
  personId: Id.nullable(),
  /** Years, both included. */
  from: z.int().min(1900).max(2200).nullable(),
  to: z.int().min(1900).max(2200).nullable(),
  kinds: z.array(SaidKind),
})
export type SaidFilter = z.infer<typeof SaidFilter>

export const search = {
  /** Newest first. */
  'search.said': read(() => [
    SaidFilter.extend({ limit: z.int().min(1).max(200) }),
    z.strictObject({
      sentences: z.array(SaidSentence),
      /** Of all that were found in what was looked through. */
      total: z.int(),
      meetings: z.int(),
      /** The oldest day that was looked through, where what is older was not; null where all was. */
      readSince: CivilDate.nullable(),
    }),
  ]),
  'search.query': read(() => [
    z.strictObject({ words: z.string().max(200), only: z.enum(['persons']).nullable() }),
    z.strictObject({
      /** Best first, a few of each kind. */
      hits: z.array(SearchHit),
      /** When nothing holds the words: what comes nearest. */
      nearest: z.array(SearchHit),
      /** Slips, and the words that they were taken for. */
      readAs: z.array(z.strictObject({ typed: z.string(), word: z.string() })),
    }),
  ]),
}
