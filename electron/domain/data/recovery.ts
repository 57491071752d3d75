import { z } from 'zod'
import { Instant } from '../ids.ts'

/** How one table came out of the damaged file. */
export const ReadTable = z.strictObject({
  table: z.string(),
  /** Rows read from the damaged file itself. */
  read: z.int(),
  /** Rows that the file no longer gives, put back as the journal last recorded them. */
  fromJournal: z.int(),
  /** Rows that neither gives, put back as they are in the backup: a later change of theirs is not there. */
  fromBackup: z.int(),
  /** Rows known to have been there (an index names them) that nothing gives back. */
  lost: z.int(),
  /** Rows set aside because what they belong to is lost. */
  orphans: z.int(),
  /** Whether every row of the table is accounted for: no page failed, or an index names all that is missing. */
  accounted: z.boolean(),
})
export type ReadTable = z.infer<typeof ReadTable>

/** The outcome of reading a damaged database table by table. */
export const Reading = z.strictObject({
  /** When it was read. */
  at: Instant,
  /** The last write that the journal of what was read knows; null without any. */
  upTo: Instant.nullable(),
  /** The backup that completed what could not be read; null without one. */
  backupAt: Instant.nullable(),
  meetings: z.int(),
  /** Whether the schema itself had to be taken from elsewhere: its own page was destroyed. */
  schemaLent: z.boolean(),
  /** Only the tables that hold, or should hold, something. */
  tables: z.array(ReadTable),
})
export type Reading = z.infer<typeof Reading>

/** Nothing is missing and nothing is older than it was. */
export function isWhole({ tables }: Reading): boolean {
  return tables.every(
    ({ fromBackup, lost, orphans, accounted }) => accounted && fromBackup + lost + orphans === 0,
  )
}

/** The tables of which something is missing, or may be. */
export function incompleteTables({ tables }: Reading): ReadTable[] {
  return tables.filter(
    ({ fromBackup, lost, orphans, accounted }) => !accounted || fromBackup + lost + orphans > 0,
  )
}
