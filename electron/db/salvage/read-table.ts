// Every row that a damaged table still gives, by ranges of row numbers that close in on what fails.
import type { Database, Statement } from 'better-sqlite3'
import { quoted } from '../columns.ts'

export type FoundRow = { rowid: number; values: readonly unknown[] }

/** Row numbers are found at both ends before a range is halved: a destroyed page is one hole, not a thousand. */
const LARGEST = Number.MAX_SAFE_INTEGER
const SMALLEST = -LARGEST
/** After so many failures in one table the rest of a range is given up: the interior of the tree is gone. */
const MOST_FAILURES = 20_000
/** The same when not one row came: where the table begins is gone. */
const MOST_WITHOUT_A_ROW = 300

/** Calls `found` for each row; returns whether the whole table was read without one failure. */
export function readTable(
  db: Database,
  table: string,
  columns: readonly string[],
  found: (row: FoundRow) => void,
): boolean {
  const list = columns.map(quoted).join(', ')
  const select = (order: 'ASC' | 'DESC') =>
    db
      .prepare(
        `SELECT rowid, ${list} FROM ${quoted(table)} NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid ${order}`,
      )
      .raw(true)
  let up: Statement
  let down: Statement
  try {
    up = select('ASC')
    down = select('DESC')
  } catch {
    return false
  }
  let failures = 0
  let foundAny = false
  /** Reads on until a failure; returns the last row number that came, and whether all came. */
  const run = (statement: Statement, low: number, high: number) => {
    const rows = statement.iterate(low, high) as IterableIterator<unknown[]>
    let last: number | null = null
    try {
      for (;;) {
        const row = next(rows)
        if (row === 'failed') {
          failures += 1
          return { last, all: false }
        }
        if (row === 'end') return { last, all: true }
        const [rowid, ...values] = row
        // Rows that come out of order are those of another table's page: they would never end.
        const inOrder =
          typeof rowid === 'number' && (last === null || (statement === up ? rowid > last : rowid < last))
        if (!inOrder) {
          failures += 1
          return { last, all: false }
        }
        last = rowid
        foundAny = true
        found({ rowid, values })
      }
    } finally {
      rows.return?.()
    }
  }
  const read = (low: number, high: number): void => {
    if (low > high || failures > (foundAny ? MOST_FAILURES : MOST_WITHOUT_A_ROW)) return
    const upward = run(up, low, high)
    if (upward.all) return
    const from = upward.last === null ? low : upward.last + 1
    if (from > high) return
    const downward = run(down, from, high)
    if (downward.all) return
    const to = downward.last === null ? high : downward.last - 1
    if (from >= to) return
    const middle = from + Math.floor((to - from) / 2)
    read(from, middle)
    read(middle + 1, to)
  }
  read(SMALLEST, LARGEST)
  return failures === 0
}

/** The next row; only what the reading itself throws is a failure of the file. */
function next(rows: IterableIterator<unknown[]>): unknown[] | 'end' | 'failed' {
  try {
    const { done, value } = rows.next()
    return done === true ? 'end' : value
  } catch {
    return 'failed'
  }
}

/**
 * The ids that the index of the `id` column says were there, read without touching the table; `all` is false when the index
 * itself fails somewhere.
 */
export function readIds(db: Database, table: string): { ids: Map<string, number>; all: boolean } {
  const ids = new Map<string, number>()
  let all = true
  for (const order of ['ASC', 'DESC']) {
    try {
      const rows = db
        .prepare(
          `SELECT id, rowid FROM ${quoted(table)} INDEXED BY ${quoted(`sqlite_autoindex_${table}_1`)} ORDER BY id ${order}`,
        )
        .raw(true)
        .iterate() as IterableIterator<[unknown, unknown]>
      let last: string | null = null
      for (const [id, rowid] of rows) {
        if (typeof id !== 'string' || typeof rowid !== 'number') throw new Error('not an id')
        if (last !== null && (order === 'ASC' ? id <= last : id >= last)) throw new Error('out of order')
        last = id
        ids.set(id, rowid)
      }
      // The other way round is only for what lies behind a failure.
      return { ids, all }
    } catch {
      all = false
    }
  }
  return { ids, all }
}
