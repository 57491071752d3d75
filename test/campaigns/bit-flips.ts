// Single bits flipped in the rows of a closed file, each in a copy of its own; how many are found, and by what.
import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { nativeOptions } from '../../electron/db/native.ts'
import { alteredRows } from '../../electron/db/row-sums.ts'
import { tablesOf } from '../../electron/db/stored-tables.ts'
import { dice } from './dice.ts'

export type FlipReport = {
  flips: number
  /** The rows say the same as before: the bit was of no row. */
  harmless: number
  /** SQLite does not read the table any more, or finds it unsound. */
  bySqlite: number
  /** SQLite finds everything sound; the sum of the row does not. */
  bySums: number
  /** Rows say something else, and nothing finds it. */
  unseen: number
}

/** @param closed the bytes of a database that a closing left. */
export function flipBits(closed: Buffer, options: { runs: number; seed: number }): FlipReport {
  const { below } = dice(options.seed)
  // A file that keeps a log cannot be opened from memory; closed, it has none.
  closed.fill(1, 18, 20)
  const sound = openBytes(closed)
  const pageSize = Number(sound.pragma('page_size', { simple: true }))
  const tables = new Set(tablesOf(sound, 'sums'))
  const pages = (
    sound.prepare('SELECT name, pageno FROM dbstat').all() as { name: string; pageno: number }[]
  ).filter(({ name }) => tables.has(name))
  const contents = new Map([...tables].map((table) => [table, contentOf(sound, table)]))
  sound.close()
  const report: FlipReport = { flips: 0, harmless: 0, bySqlite: 0, bySums: 0, unseen: 0 }
  while (report.flips < options.runs) {
    const page = pages[below(pages.length)]
    if (page === undefined) throw new Error('no page has rows')
    const at = (page.pageno - 1) * pageSize + below(pageSize)
    const mask = 1 << below(8)
    closed[at] = (closed[at] ?? 0) ^ mask
    report[fateOf(closed, page.name, contents.get(page.name))] += 1
    closed[at] = (closed[at] ?? 0) ^ mask
    report.flips += 1
  }
  return report
}

function fateOf(
  bytes: Buffer,
  table: string,
  before: string | undefined,
): Exclude<keyof FlipReport, 'flips'> {
  const db = openBytes(bytes)
  try {
    if (db.pragma(`integrity_check("${table}")`, { simple: true }) !== 'ok') return 'bySqlite'
    if (alteredRows(db, table).length > 0) return 'bySums'
    return contentOf(db, table) === before ? 'harmless' : 'unseen'
  } catch {
    return 'bySqlite'
  } finally {
    db.close()
  }
}

function openBytes(bytes: Buffer): Database.Database {
  const db = new Database(bytes, nativeOptions())
  db.pragma('cell_size_check = ON')
  return db
}

function contentOf(db: Database.Database, table: string): string {
  const hash = createHash('sha256')
  for (const row of db.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).raw().iterate())
    hash.update(JSON.stringify(row))
  return hash.digest('hex')
}

/** The same file without its sums: the control, of which something must go unseen. */
export function withoutSums(closed: Buffer): Buffer {
  closed.fill(1, 18, 20)
  const db = openBytes(closed)
  try {
    db.exec('DELETE FROM row_sum')
    return db.serialize()
  } finally {
    db.close()
  }
}
