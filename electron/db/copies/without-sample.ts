import Database from 'better-sqlite3'
import { quoted } from '../columns.ts'
import { SCHEMA_VERSION } from '../migrate.ts'
import { nativeOptions } from '../native.ts'
import { type DumpedRow, dumpedTables, dumpRows, fillDatabase } from './table-dump.ts'

/** What the sample fills, with what is said of it by a number or a hash only; what refers to these goes along. */
const roots = [
  ...['college', 'organisation', 'person', 'series', 'project', 'watch_item', 'meeting', 'subject'],
  ...['watch_delivery', 'takeover_file', 'sending', 'shared_file', 'produced_document'],
  ...['search_text', 'journal_entry'],
]

/**
 * A database file with the settings of a finished backup and nothing else: no rule that guards approved minutes is broken
 * for it, since it is made anew.
 */
export async function writeWithoutSample(source: string, target: string): Promise<void> {
  const db = new Database(source, { ...nativeOptions(), readonly: true, fileMustExist: true })
  try {
    const gone = referringTo(db, roots)
    await fillDatabase(
      target,
      SCHEMA_VERSION,
      dumpedTables(db).map((name) => ({ name, path: name, rows: rowsOf(db, name, gone.has(name)) })),
    )
  } finally {
    db.close()
  }
}

async function* rowsOf(db: Database.Database, table: string, isGone: boolean): AsyncGenerator<DumpedRow> {
  if (isGone) return
  for (const row of dumpRows(db, table)) yield table === 'body' ? { ...row, is_sample: 0 } : row
}

/** These tables and those that refer to one of them, however far. */
function referringTo(db: Database.Database, tables: readonly string[]): ReadonlySet<string> {
  const found = new Set(tables)
  const all = dumpedTables(db)
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const name of all) {
      const referred = db.pragma(`main.foreign_key_list(${quoted(name)})`) as { table: string }[]
      if (referred.some(({ table }) => found.has(table))) found.add(name)
    }
  }
  return found
}
