// The understanding of an imported file before anybody accepted it; also the JSON of `inp agenda read`.

import { z } from 'zod'
import { AttendanceStatus } from '../attendance/attendance.ts'
import { ClockTime } from '../ids.ts'
import { LINE_LENGTH, TEXT_LENGTH } from '../limits.ts'
import { ItemKind, ItemNature, MAX_ITEMS } from './agenda.ts'
import { SaidLine } from './said-lines.ts'
import { SourceBlock } from './source-block.ts'

/** `YYYY-MM-DD`, or `--MM-DD` when the file does not say the year (never invented). */
export const DraftDate = z.string().regex(/^(\d{4}|-)-\d{2}-\d{2}$/)

/** Where a thing was read: index of the source block, and the words there. Confidence from 0 to 1. */
export const DraftSource = z.strictObject({
  block: z.int().min(0),
  excerpt: z.string().max(2000),
  confidence: z.number().min(0).max(1),
})
export type DraftSource = z.infer<typeof DraftSource>

/** The source of what was read in that block, of its words as many as are kept. */
export function readAt({ block }: { block: number }, words: string, confidence: number): DraftSource {
  return { block, excerpt: words.slice(0, 2000), confidence }
}

export type DraftItem = {
  number: string | null
  title: string
  kind: ItemKind
  nature: ItemNature | null
  fixedStart: string | null
  durationMinutes: number | null
  /** Both ends, in minutes, when the file leaves the choice ("25 à 30 mn"): then `durationMinutes` is null. */
  durationRange?: [number, number] | undefined
  presenter: string | null
  organisation: string | null
  /** Who asked for it. */
  requester: string | null
  note: string | null
  children: DraftItem[]
  source: DraftSource
}
export const DraftItem: z.ZodType<DraftItem> = z.lazy(() =>
  z.strictObject({
    number: z.string().max(40).nullable(),
    title: z.string().max(LINE_LENGTH),
    kind: ItemKind,
    nature: ItemNature.nullable(),
    fixedStart: ClockTime.nullable(),
    durationMinutes: z.int().min(0).max(1440).nullable(),
    durationRange: z.tuple([z.int().min(0).max(1440), z.int().min(0).max(1440)]).optional(),
    presenter: z.string().max(LINE_LENGTH).nullable(),
    organisation: z.string().max(LINE_LENGTH).nullable(),
    requester: z.string().max(LINE_LENGTH).nullable(),
    note: z.string().max(TEXT_LENGTH).nullable(),
    children: z.array(DraftItem).max(MAX_ITEMS),
    source: DraftSource,
  }),
)

export const DraftMeeting = z.strictObject({
  number: z.int().min(1).max(999).nullable(),
  title: z.string().max(LINE_LENGTH).nullable(),
  date: DraftDate.nullable(),
  startTime: ClockTime.nullable(),
  endTime: ClockTime.nullable(),
  place: z.string().max(LINE_LENGTH).nullable(),
  videoLink: z.string().max(2000).nullable(),
  phone: z.string().max(100).nullable(),
})

export const DraftWarning = z.strictObject({
  code: z.enum([
    'date-missing',
    'year-missing',
    'date-doubtful',
    'date-unreal',
    'date-far',
    'times-missing',
    'no-items',
    'rows-left-aside',
    'sheets-left-aside',
    'hidden-left-aside',
    'duration-range',
    'hours-disagree',
    'tracked-changes',
    'truncated',
    'looks-like-minutes',
    'own-data-refused',
    'own-file-edited',
    'own-paper',
    'recognised',
  ]),
  /** French sentence shown to the user. */
  message: z.string(),
  /** Of the file, that it is about. */
  words: z.string().optional(),
})
export type DraftWarning = z.infer<typeof DraftWarning>

export const Draft = z.strictObject({
  kind: z.enum(['agenda', 'convocation', 'minutes', 'unknown']),
  meeting: DraftMeeting,
  /** Where each meeting field that has a value was read. */
  meetingSources: z.partialRecord(
    z.enum(['number', 'title', 'date', 'startTime', 'endTime', 'place', 'videoLink', 'phone']),
    DraftSource,
  ),
  items: z.array(DraftItem).max(MAX_ITEMS),
  /** The next best reading of the agenda, where there is one. */
  otherItems: z.array(DraftItem).max(MAX_ITEMS).optional(),
  participants: z.array(
    z.strictObject({
      familyName: z.string(),
      givenName: z.string().nullable(),
      organisation: z.string().nullable(),
      role: z.string().nullable(),
      attendance: AttendanceStatus.nullable(),
      /** Who came instead, where the file says it. */
      representedBy: z.string().max(LINE_LENGTH).optional(),
      source: DraftSource,
    }),
  ),
  decisions: z.array(
    z.strictObject({
      number: z.string().nullable(),
      itemNumber: z.string().nullable(),
      text: z.string(),
      outcome: z.string().nullable(),
      source: DraftSource,
    }),
  ),
  actions: z.array(
    z.strictObject({
      number: z.string().nullable(),
      itemNumber: z.string().nullable(),
      text: z.string(),
      owner: z.string().nullable(),
      organisation: z.string().nullable(),
      dueDate: DraftDate.nullable(),
      source: DraftSource,
    }),
  ),
  nextMeeting: z
    .strictObject({
      date: DraftDate.nullable(),
      startTime: ClockTime.nullable(),
      place: z.string().nullable(),
      source: DraftSource.optional(),
    })
    .nullable(),
  followUp: z.array(
    z.strictObject({
      step: z.string(),
      date: DraftDate.nullable(),
      by: z.string().nullable(),
      source: DraftSource,
    }),
  ),
  /** The file lists some of the items only: nothing is said of the others, nor of where its own stand among them. */
  isPartial: z.boolean().optional(),
  warnings: z.array(DraftWarning),
})
export type Draft = z.infer<typeof Draft>

/** A line that became nothing, and what it looks like: `next` says when the next meeting is. */
export const UnreadLine = z.strictObject({
  block: z.int().min(0),
  line: z.int().min(0),
  like: z.enum(['item', 'person', 'decision', 'action', 'next']),
})
export type UnreadLine = z.infer<typeof UnreadLine>

/** A file that was read: its blocks beside its draft. */
export const ReadFile = z.strictObject({
  fileName: z.string(),
  format: z.enum([
    'docx',
    'odt',
    'pdf',
    'xlsx',
    'ods',
    'csv',
    'html',
    'md',
    'txt',
    'ics',
    'eml',
    'msg',
    'png',
    'jpg',
  ]),
  sizeBytes: z.int(),
  blocks: z.array(SourceBlock),
  draft: Draft,
  /** Lines that look like something and became nothing. */
  unread: z.array(UnreadLine).optional(),
  /** What was said of such lines in a file laid out like this one, and is read so here. */
  remembered: z.array(SaidLine).optional(),
  /** Of a workbook with several sheets: which one this is, by its place among them, and those that could be meant instead. */
  sheet: z.strictObject({ at: z.int().min(0), name: z.string() }).optional(),
  otherSheets: z
    .array(
      z.strictObject({
        at: z.int().min(0),
        name: z.string(),
        blocks: z.array(SourceBlock),
        draft: Draft,
        unread: z.array(UnreadLine).optional(),
      }),
    )
    .optional(),
})
export type ReadFile = z.infer<typeof ReadFile>
