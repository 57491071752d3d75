import type { Database } from 'better-sqlite3'

/** The newest entry, and how many are taken back: undoing changes the data without a new entry. */
export function journalMark(db: Database): string {
  const { last, undone } = db
    .prepare(
      `SELECT (SELECT coalesce(max(seq), 0) FROM journal_entry) AS last,
              (SELECT count(*) FROM journal_entry WHERE state = 'undone') AS undone`,
    )
    .get() as { last: number; undone: number }
  return `${last}:${undone}`
}
