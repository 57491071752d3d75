// What every write does besides (its images, its sum, its words) is done by TEMP triggers, so that no query can forget it.
import type { Database } from 'better-sqlite3'
import { quoted } from './columns.ts'

/** A trigger of one connection, on a table of the file. */
export type TempTrigger = {
  readonly name: string
  readonly table: string
  /** `INSERT`, `UPDATE`, `UPDATE OF …` or `DELETE`. */
  readonly event: string
  readonly when?: string
  /** Its statements, without the last semicolon. */
  readonly work: string
}

/**
 * Makes them all. They are put into the schema as rows, which is then read once: made one by one, each is looked for
 * among those before it, and five hundred take three times as long, at every opening.
 * @throws Error when one of them cannot be read, or its table is not there; what its statements name is looked for at the
 * first write
 */
export function makeTriggers(db: Database, triggers: readonly TempTrigger[]): void {
  db.unsafeMode(true)
  try {
    db.pragma('writable_schema = ON')
    const put = db.prepare(
      `INSERT INTO temp.sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('trigger', ?, ?, 0, ?)`,
    )
    for (const trigger of triggers) put.run(trigger.name, trigger.table, sqlOf(trigger))
    // Also takes the leave to write away again.
    db.pragma('writable_schema = RESET')
  } finally {
    db.unsafeMode(false)
  }
  const lost = tableLost(db)
  if (lost !== undefined) throw new Error(`no table ${lost} for its trigger`)
}

/** The schema is read at its next use, here: what cannot be read is said, but not what stands on nothing. */
function tableLost(db: Database): unknown {
  try {
    return db
      .prepare(
        `SELECT tbl_name FROM temp.sqlite_schema
         WHERE type = 'trigger' AND tbl_name NOT IN (SELECT name FROM main.sqlite_schema)`,
      )
      .pluck()
      .get()
  } catch (thrown) {
    // SQLite says that the file is damaged, which has nothing to do with it.
    if (/malformed database schema/.test(String(thrown)))
      throw new Error(`unreadable trigger: ${String(thrown)}`)
    throw thrown
  }
}

function sqlOf({ name, table, event, when, work }: TempTrigger): string {
  const condition = when === undefined ? '' : ` WHEN ${when}`
  return `CREATE TRIGGER ${quoted(name)} AFTER ${event} ON main.${quoted(table)}${condition} BEGIN ${work}; END`
}
