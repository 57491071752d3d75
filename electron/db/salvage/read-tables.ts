import type { ReadTable } from '../../domain/data/recovery.ts'
import { columnsOf, quoted } from '../columns.ts'
import { type Image, isSpoilt, Placing, type Value } from './placing.ts'
import { readIds, readTable } from './read-table.ts'
import { openCopy, workFiles } from './work-files.ts'

/** Progress is told after each call. */
const BUDGET_MS = 1_000

/** Our ids; a row whose id is no longer one is damaged, or of another table. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Reads tables until the time is over; returns those it has read. What is not read whole is completed later.
 * @param suspects tables that SQLite's own check speaks of.
 */
export function readTables(
  work: string,
  tables: readonly string[],
  suspects: readonly string[],
): ReadTable[] {
  const files = workFiles(work)
  const source = openCopy(files.source)
  const result = openCopy(files.result)
  try {
    const placing = new Placing(result, files.unplaced)
    const until = performance.now() + BUDGET_MS
    const done: ReadTable[] = []
    for (const table of tables) {
      // One transaction a table: a process that dies in the next one leaves this one whole.
      result.exec('BEGIN')
      result.exec(`DELETE FROM ${quoted(table)}`)
      const columns = columnsOf(result, table)
      const index = hasTextId(result, table) ? readIds(source, table) : null
      let read = 0
      let placedAll = true
      const readAll = readTable(source, table, columns, ({ rowid, values }) => {
        const image = Object.fromEntries(
          columns.map((column, at) => [column, (values[at] ?? null) as Value]),
        ) satisfies Image
        const id = image.id
        const isOurs =
          index === null || (typeof id === 'string' && (uuid.test(id) || index.ids.get(id) === rowid))
        const spoilt = Object.values(image).some(isSpoilt)
        if (isOurs && !spoilt && placing.place(table, image, rowid)) {
          read += 1
          return
        }
        placedAll = false
        if (isOurs && spoilt && typeof id === 'string') placing.doubt(table, id, image)
        else placing.setAside(table, 'not-placed', image)
      })
      result.exec('COMMIT')
      const accounted =
        readAll &&
        placedAll &&
        !suspects.includes(table) &&
        (index === null || (index.all && index.ids.size === read))
      done.push({ table, read, fromJournal: 0, fromBackup: 0, lost: 0, orphans: 0, accounted })
      if (performance.now() > until) break
    }
    return done
  } finally {
    source.close()
    result.close()
  }
}

/** Whether rows of a table are known by a text id, which an index of its own names. */
export function hasTextId(db: Parameters<typeof columnsOf>[0], table: string): boolean {
  return (db.pragma(`table_info(${quoted(table)})`) as { name: string; type: string; pk: number }[]).some(
    ({ name, type, pk }) => name === 'id' && type === 'TEXT' && pk === 1,
  )
}
