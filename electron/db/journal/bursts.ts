// Writes that follow one another closely are one act.
import { type Change, changesOf, rowsOf, type Steps, type Where } from './changes.ts'
import { holdsWords } from './images.ts'

/**
 * Writes of one kind on one row within this time of the first of them make one entry: undo takes back a burst of typing,
 * not a letter, and never the work of an hour.
 */
const BURST_MS = 60_000
/** A wording that stood for less was a slip, mended as it was typed. */
export const READ_MS = 2000

export type Begun = { readonly at: string; readonly who: string; readonly method: string }
/**
 * Brings an entry into one with the previous one of theirs; what others write meanwhile elsewhere ends no burst.
 * @param ofOwn which entries are theirs
 * @returns the number that the previous one had; null when they stay apart
 */
export function* merge(seq: number, own: Begun, mergeKey: string | null, ofOwn: Where): Steps<number | null> {
  if (mergeKey === null) return null
  const [last] = yield* rowsOf<Begun & { seq: number; mergeKey: string | null }>(
    `SELECT seq, at, who, method, merge_key AS "mergeKey" FROM journal_entry WHERE seq < ? AND ${ofOwn.where}
     ORDER BY seq DESC LIMIT 1`,
    [seq, ...ofOwn.parameters],
  )
  if (last?.mergeKey !== mergeKey || last.who !== own.who) return null
  // The entry keeps the instant at which its burst began.
  const later = Date.parse(own.at) - Date.parse(last.at)
  // A clock that was set back says nothing of how long ago the last one was: they stay apart.
  if (later < 0 || later > BURST_MS) return null
  const [between] = yield* rowsOf(
    `SELECT 1 AS one FROM journal_change AS own JOIN journal_change AS other
       ON other.table_name = own.table_name AND other.row_id = own.row_id
     WHERE own.entry_seq = ? AND other.entry_seq > ? AND other.entry_seq < ? LIMIT 1`,
    [seq, last.seq, seq],
  )
  if (between !== undefined) return null
  yield { sql: 'UPDATE journal_change SET entry_seq = ? WHERE entry_seq = ?', parameters: [seq, last.seq] }
  yield {
    sql: 'UPDATE journal_entry SET at = ?, method = ? WHERE seq = ?',
    parameters: [last.at, last.method, seq],
  }
  yield { sql: 'DELETE FROM journal_entry WHERE seq = ?', parameters: [last.seq] }
  return last.seq
}

/**
 * Of several updates of one row within an entry only those stay apart whose words were read and are in neither neighbour:
 * undo takes all of them back at once, and the history keeps what was on the screen.
 * @param upTo the last of the changes that were brought together before
 * @param wasRead whether what they led to stood long enough
 */
export function* collapse(seq: number, upTo: number, wasRead: boolean): Steps<void> {
  const byRow = new Map<string, Change[]>()
  for (const change of yield* changesOf(seq)) {
    const key = `${change.table} ${change.rowId}`
    const steps = byRow.get(key) ?? []
    byRow.set(key, steps)
    steps.push(change)
    if (change.ord > upTo && (yield* bringTogether(steps, !wasRead)))
      while (yield* bringTogether(steps, false));
  }
}

/** Brings the last two steps of a row together where nothing that was read is lost by it; whether it did. */
function* bringTogether(steps: Change[], wasSlip: boolean): Steps<boolean> {
  const [first, last] = steps.slice(-2)
  if (first === undefined || last === undefined) return false
  const [said, after] = [first.after, last.after]
  if (said === null || last.before === null || after === null) return false
  const isHeld =
    wasSlip || holdsWords(after, said) || (first.before !== null && holdsWords(first.before, said))
  if (!isHeld) return false
  yield { sql: 'UPDATE journal_change SET after = ? WHERE ord = ?', parameters: [after, first.ord] }
  yield { sql: 'DELETE FROM journal_change WHERE ord = ?', parameters: [last.ord] }
  first.after = after
  steps.pop()
  return true
}
