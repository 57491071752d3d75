import { z } from 'zod'
import { DraftDate, DraftWarning, ReadFile } from '../agenda/draft.ts'
import { CivilDate, ClockTime, Id, Line } from '../ids.ts'

/** Files of one folder or zip: thirty years of a monthly meeting, several files each. */
export const MAX_TAKEOVER_FILES = 2000

const Counts = z.strictObject({
  items: z.int(),
  participants: z.int(),
  decisions: z.int(),
  actions: z.int(),
})
export type OldFilesCounts = z.infer<typeof Counts>

/** Facts of a read file that tell which meeting it speaks of. */
export const OldFilesFacts = z.strictObject({
  format: ReadFile.shape.format,
  kind: z.enum(['agenda', 'convocation', 'minutes', 'unknown']),
  date: DraftDate.nullable(),
  dateConfidence: z.number(),
  /** A day that does not exist, written where the date stands. Files read before it was kept have none. */
  unrealDate: z.string().nullable().default(null),
  number: z.int().nullable(),
  title: Line.nullable(),
  startTime: ClockTime.nullable(),
  counts: Counts,
  /** Of the items, in the mean. */
  itemConfidence: z.number(),
  warnings: z.array(DraftWarning.shape.code),
  /** Of each item's title: two files that share some speak of one agenda. */
  topics: z.array(z.string()),
  /** Of each decision's words. Files read before they were kept have none. */
  decided: z.array(z.string()).default([]),
  /** Of its words alone: two files that say the same in other formats or layouts have the same. */
  words: z.string(),
})
export type OldFilesFacts = z.infer<typeof OldFilesFacts>

/** A file of the list: `facts` is null of one that was refused, `code` says why. */
export type OldFile = {
  id: string
  path: string
  sha256: string
  sizeBytes: number
  code: string | null
  facts: OldFilesFacts | null
}

/** Why somebody should look before a meeting is taken in. */
export const OldFilesReason = z.enum([
  'no-date',
  'date-unreal',
  'date-from-name',
  'year-guessed',
  'date-doubtful',
  'name-disagrees',
  'numbers-disagree',
  'number-on-other-date',
  'same-day',
  'versions-disagree',
  'kind-unknown',
  'no-items',
  'items-doubtful',
  'recognised',
  'series-unknown',
  'not-past',
  'already-there',
  'adds-files',
])
export type OldFilesReason = z.infer<typeof OldFilesReason>

/** Remarks on a meeting that keep nobody from taking it in. */
export const OldFilesNote = z.enum([
  'start-unknown',
  'written-later',
  'several-versions',
  'same-document',
  'no-minutes',
])
export type OldFilesNote = z.infer<typeof OldFilesNote>

export const OldFileRole = z.strictObject({
  id: Id,
  path: z.string(),
  sizeBytes: z.int(),
  kind: OldFilesFacts.shape.kind,
  format: OldFilesFacts.shape.format.nullable(),
  /** `main`: what the meeting is made of; the others are kept beside. */
  role: z.enum(['main', 'sameBytes', 'sameDocument', 'older', 'beside']),
  counts: Counts,
  /** One of several that say different things of one meeting, of which somebody has to say which stands. */
  isContested: z.boolean(),
})
export type OldFileRole = z.infer<typeof OldFileRole>

/** Files of one meeting, or one file that was refused. */
export const OldFilesGroup = z.strictObject({
  /** That of its first file. */
  id: Id,
  state: z.enum(['sure', 'doubtful', 'refused', 'taken']),
  /** Why it was refused; null of any other. */
  code: z.string().nullable(),
  files: z.array(OldFileRole),
  date: CivilDate.nullable(),
  /** What stands in its files instead of a date that exists. */
  unrealDate: z.string().nullable(),
  number: z.int().nullable(),
  title: Line,
  startTime: ClockTime.nullable(),
  seriesId: Id.nullable(),
  counts: Counts,
  /** Of the least sure thing that the meeting is made of. */
  confidence: z.number(),
  reasons: z.array(OldFilesReason),
  notes: z.array(OldFilesNote),
  /** The meeting that is there already: taken over from these files, or made by hand on that date. */
  meetingId: Id.nullable(),
})
export type OldFilesGroup = z.infer<typeof OldFilesGroup>

export const noCounts: OldFilesCounts = { items: 0, participants: 0, decisions: 0, actions: 0 }
