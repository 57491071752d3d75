// The tables of a damaged copy that SQLite's own check speaks of; a table can be damaged and still be read to its end,
// with rows of another one in it or some left out.
import { quoted } from '../columns.ts'
import { openCopy } from './work-files.ts'

/** Those of the tables that cannot be trusted to be complete. */
export function suspectTables(path: string, tables: readonly string[]): string[] {
  const db = openCopy(path)
  try {
    // One by one: the check of a whole file may end at its first table.
    return tables.filter((table) => {
      try {
        return db.pragma(`integrity_check(${quoted(table)})`, { simple: true }) !== 'ok'
      } catch {
        return true
      }
    })
  } finally {
    db.close()
  }
}
