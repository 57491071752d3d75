// What a profile leaves behind: files that were only read to be taken over, and a taking over that was taken back.
import type { Database } from 'better-sqlite3'
import { type DumpedRow, dumpedTables, dumpRows } from './table-dump.ts'

export type Leaving = {
  rows(table: string): Iterable<DumpedRow>
  /** Hashes that a leaving row mentions. */
  mentioned: ReadonlySet<string>
}

const HASH = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g

export function whatLeaves(sqlite: Database): Leaving {
  const left = entriesLeftBehind(sqlite)
  function* rows(table: string): Generator<DumpedRow> {
    if (table === 'takeover_file') return
    for (const row of dumpRows(sqlite, table)) {
      const seq = table === 'journal_entry' ? row.seq : table === 'journal_change' ? row.entry_seq : null
      if (!left.has(Number(seq ?? -1))) yield row
    }
  }
  const mentioned = new Set<string>()
  for (const table of dumpedTables(sqlite))
    for (const row of rows(table))
      for (const value of Object.values(row))
        if (typeof value === 'string' && value.length >= 64)
          for (const hash of value.match(HASH) ?? []) mentioned.add(hash)
  return { rows, mentioned }
}

/**
 * Of the journal: takings over that were taken back, and what was taken back after them, which stands on them. One of them
 * made many meetings, and documents of others: whatever was done about one of these rows is meant.
 */
function entriesLeftBehind(sqlite: Database): ReadonlySet<number> {
  return new Set(
    sqlite
      .prepare(
        `WITH taken_back AS (
           SELECT seq, state FROM journal_entry
           WHERE (state <> 'done' AND method = 'oldFiles.take')
              OR (state = 'discarded' AND method = 'oldFiles.takePeople')),
         made AS (
           SELECT table_name, row_id FROM journal_change
           WHERE before IS NULL AND entry_seq IN (SELECT seq FROM taken_back))
         SELECT seq FROM journal_entry
         WHERE seq IN (SELECT seq FROM taken_back)
            OR (state = 'undone' AND seq >= (SELECT min(seq) FROM taken_back WHERE state = 'undone'))
            OR (state = 'discarded' AND (
              meeting_id IN (SELECT row_id FROM made WHERE table_name = 'meeting')
              OR seq IN (
                SELECT entry_seq FROM journal_change
                WHERE (table_name, row_id) IN (SELECT table_name, row_id FROM made))))`,
      )
      .pluck()
      .all()
      .map(Number),
  )
}
