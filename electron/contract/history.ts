import { z } from 'zod'
import { CivilDate, Id, Instant } from '../domain/ids.ts'
import { RichText } from '../domain/text/rich-text.ts'
import { read, replay } from './method.ts'

export const JournalEntry = z.strictObject({
  seq: z.int(),
  at: Instant,
  who: z.string(),
  /** The method that wrote. */
  method: z.string(),
  /** The same in French. */
  label: z.string(),
  meetingId: Id.nullable(),
  state: z.enum(['done', 'undone', 'discarded']),
})
export type JournalEntry = z.infer<typeof JournalEntry>

/** What the history can be narrowed to. */
export const HistoryTopic = z.enum([
  'meetings',
  'agenda',
  'minutes',
  'followUp',
  'attendance',
  'dispatch',
  'documents',
  'subjects',
  'projects',
  'watch',
  'directory',
  'settings',
])
export type HistoryTopic = z.infer<typeof HistoryTopic>

/** One row that an entry wrote. */
export const ChangedRow = z.strictObject({
  table: z.string(),
  id: z.string(),
  /** What it is called, or what it belongs to. */
  name: z.string(),
  /** Whether the name is its own. */
  isNamed: z.boolean(),
  /** What it belongs to, where that is not its name. */
  within: z.string(),
  change: z.enum(['added', 'changed', 'removed']),
  /** Its fields that say something else now, in words; long texts cut to what differs. */
  fields: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
  /**
   * What its sentence says besides: of a message its `kind`, how many it `reached` and how many it did not; of a remark its
   * `circle` and `number`; of a reply its `answer`; of a change in the follow-up its `reason`.
   */
  known: z.record(z.string(), z.string()),
})
export type ChangedRow = z.infer<typeof ChangedRow>

const MeetingName = z.strictObject({ number: z.int().nullable(), date: CivilDate })

export const HistoryLine = JournalEntry.extend({
  meeting: MeetingName.nullable(),
  /** The rows that say what was done, a few of many. */
  rows: z.array(ChangedRow),
  /** How many there are of them. */
  rowCount: z.int(),
  /** What came with the one thing that is said; where things of many kinds are, how many of each. */
  parts: z.array(z.strictObject({ table: z.string(), rows: z.int() })),
})
export type HistoryLine = z.infer<typeof HistoryLine>

/**
 * One's own entries that undo and redo would act on next; null when there is none. What was done for a meeting before its minutes
 * were sealed is none of them.
 */
export const HistoryState = z.strictObject({
  undo: JournalEntry.nullable(),
  redo: JournalEntry.nullable(),
  /** What stays and came after the first of them: what one sealed last, or the minutes, sealed by a colleague, of what one did last. */
  sealed: z.strictObject({ what: z.enum(['minutes', 'corrigendum']), meeting: MeetingName }).optional(),
})
export type HistoryState = z.infer<typeof HistoryState>

/** One text of the minutes. */
export const MinutesField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('minutes'), id: Id, field: z.enum(['opening', 'closing']) }),
  z.strictObject({
    kind: z.literal('section'),
    id: Id,
    field: z.enum(['presentation', 'exchanges', 'outcomeSentence']),
  }),
  z.strictObject({ kind: z.literal('decision'), id: Id, field: z.literal('text') }),
  z.strictObject({ kind: z.literal('action'), id: Id, field: z.literal('text') }),
])
export type MinutesField = z.infer<typeof MinutesField>

/** One field of one row, of those whose past is shown. */
export const HistoryField = z.discriminatedUnion('kind', [
  ...MinutesField.options,
  z.strictObject({ kind: z.literal('agendaItem'), id: Id, field: z.enum(['title', 'note']) }),
])
export type HistoryField = z.infer<typeof HistoryField>

/** The value of a field from a moment on. */
export const FieldValue = z.strictObject({
  /** Of the change that wrote it, one of perhaps several of an entry; 0 for what it said before the first that is known. */
  change: z.int(),
  at: Instant.nullable(),
  who: z.string(),
  /** The French label of the method that wrote it. */
  label: z.string(),
  value: z.union([z.string(), RichText]),
  /** It was on the screen, and was taken back. */
  takenBack: z.boolean(),
})
export type FieldValue = z.infer<typeof FieldValue>

export const history = {
  'history.state': read(() => [z.strictObject({}), HistoryState]),
  /**
   * With `seq` that entry and no other: refused where something was done since. Without, what was done last: what is
   * sealed since (minutes, a corrigendum) stays, and is not passed over (`undo-past-seal`).
   */
  'history.undo': replay(() => [z.strictObject({ seq: z.int().optional() }), HistoryState]),
  /** With `seq` that entry and no other. */
  'history.redo': replay(() => [z.strictObject({ seq: z.int().optional() }), HistoryState]),
  'history.list': read(() => [
    z.strictObject({
      meetingId: Id.nullable(),
      limit: z.int().min(1).max(500),
      /** Only from the first of these entries on, and before the second. */
      between: z.strictObject({ from: z.int().nullable(), before: z.int().nullable() }).optional(),
      /** Only what wrote the row with this identifier: of what was written, that row alone is said. */
      rowId: Id.optional(),
      topic: HistoryTopic.optional(),
      state: JournalEntry.shape.state.optional(),
      who: z.string().max(200).optional(),
      /** Only from the first instant on, and before the second. */
      within: z.strictObject({ from: Instant, to: Instant }).optional(),
      /** Of what one wrote oneself only from this instant on. */
      ownFrom: Instant.optional(),
    }),
    z.array(HistoryLine),
  ]),
  /** Everybody who ever wrote, and whoever would now, by name. */
  'history.authors': read(() => [z.strictObject({}), z.array(z.string())]),
  /** The first one is what the field says now; then newest first, with the wordings that were taken back. */
  'history.ofField': read(() => [HistoryField, z.array(FieldValue)]),
}
