import { type SqlBool, sql } from 'kysely'
import type { Reader } from '../driver.ts'
import { notSealed } from './not-sealed.ts'
import type { Replayed } from './steps.ts'

/** The number of the entry that somebody would take back, or do again, of what one desk has written for itself. */
export async function ownEntry(tx: Reader, who: string, state: Replayed): Promise<number | null> {
  const entry = await tx
    .selectFrom('journalEntry')
    .select('seq')
    .where('who', '=', who)
    .where('state', '=', state)
    .where(sql<SqlBool>`${sql.raw(notSealed)}`)
    .orderBy('seq', state === 'done' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst()
  return entry?.seq ?? null
}
