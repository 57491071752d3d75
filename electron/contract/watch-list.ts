import { z } from 'zod'
import { Bytes, Id } from '../domain/ids.ts'
import { ListRow, MAX_LIST_LINES, RefusedLine } from '../domain/watch/list.ts'
import { journaled, long, shell } from './method.ts'

/** Preview of a table; `token` names it until it is taken in or dropped. */
export const WatchListPreview = z.strictObject({
  token: Id,
  name: z.string().max(300),
  /** Lines that say something. */
  lines: z.int(),
  added: z.int(),
  /** Rows that change something, the new ones among them; the first of them come along. */
  changes: z.int(),
  same: z.int(),
  rows: z.array(ListRow).max(200),
  refusedCount: z.int(),
  refused: z.array(RefusedLine).max(200),
  unknownColumns: z.array(z.string().max(100)),
  /** The file goes on: the rest was not read. */
  truncated: z.boolean(),
})
export type WatchListPreview = z.infer<typeof WatchListPreview>

const token = z.strictObject({ token: Id })

export const watchList = {
  /** Asks for a csv or a workbook, reads it in a job and compares it with the watch. Null when given up. */
  'watchList.choose': shell('acts', () => [z.strictObject({}), WatchListPreview.nullable()]),
  /** The same of a file that was let fall on the window. */
  'watchList.read': long('acts', () => [
    z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes }),
    WatchListPreview,
  ]),
  /** More rows of the preview. `not-found`: it was dropped. */
  'watchList.rows': long('reads', () => [
    token.extend({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    z.array(ListRow),
  ]),
  /** Takes in what the preview shows, `except` the lines of these numbers, in one journal entry. */
  'watchList.take': journaled(
    'import d’un tableau de textes',
    long('saves', () => [
      token.extend({ except: z.array(z.int()).max(MAX_LIST_LINES) }),
      z.strictObject({ added: z.int(), changed: z.int(), left: z.int() }),
    ]),
  ),
  'watchList.drop': long('acts', () => [token, z.strictObject({})]),
}
