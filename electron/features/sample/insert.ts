// Insert: puts the generated rows into an empty database, parents before children, in batches.
import type { Writer } from '../../db/driver.ts'
import type { Tables } from '../../db/tables.ts'

/** Rows by table, in the order in which foreign keys allow them. */
export type DemoRows = {
  [T in
    | 'college'
    | 'organisation'
    | 'person'
    | 'project'
    | 'watchItem'
    | 'meeting'
    | 'agendaItem'
    | 'itemProject'
    | 'itemWatch'
    | 'attendee'
    | 'minutes'
    | 'minutesSection'
    | 'decision'
    | 'action']: Tables[T][]
}

/** Statements of this many rows: SQLite allows 32,766 parameters in one. */
const BATCH = 100

export async function insertDemo(tx: Writer, rows: DemoRows): Promise<void> {
  await tx.updateTable('body').set({ isSample: 1, version: 2 }).execute()
  for (const table of Object.keys(rows) as (keyof DemoRows)[]) {
    const list = rows[table] as Tables['college'][]
    for (let from = 0; from < list.length; from += BATCH)
      await tx
        .insertInto(table as 'college')
        .values(list.slice(from, from + BATCH))
        .execute()
  }
}
