// Contract of the journal: undo, redo and what happened.
import { z } from 'zod'
import { Id, Instant } from '../domain/ids.ts'
import { read, write } from './method.ts'

export const JournalEntry = z.strictObject({
  seq: z.int(),
  at: Instant,
  who: z.string(),
  /** The method that wrote; the window says it in French. */
  method: z.string(),
  meetingId: Id.nullable(),
  state: z.enum(['done', 'undone', 'discarded']),
})
export type JournalEntry = z.infer<typeof JournalEntry>

/** What undo and redo would act on next; null when there is nothing. */
export const HistoryState = z.strictObject({ undo: JournalEntry.nullable(), redo: JournalEntry.nullable() })
export type HistoryState = z.infer<typeof HistoryState>

export const history = {
  'history.state': read(z.strictObject({}), HistoryState),
  'history.undo': write(z.strictObject({}), HistoryState),
  'history.redo': write(z.strictObject({}), HistoryState),
  'history.list': read(
    z.strictObject({ meetingId: Id.nullable(), limit: z.int().min(1).max(500) }),
    z.array(JournalEntry),
  ),
}
