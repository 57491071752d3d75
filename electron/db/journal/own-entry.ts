import type { Reader } from '../driver.ts'
import type { Replayed } from './steps.ts'

/** The number of the entry that somebody would take back, or do again, of what one desk has written for itself. */
export async function ownEntry(tx: Reader, who: string, state: Replayed): Promise<number | null> {
  const entry = await tx
    .selectFrom('journalEntry')
    .select('seq')
    .where('who', '=', who)
    .where('state', '=', state)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('approval')
            .select('approval.id')
            .whereRef('approval.id', '=', 'journalEntry.meetingId')
            .where(({ or, eb }) =>
              or([
                eb('approval.sealedAt', '>', eb.ref('journalEntry.at')),
                eb('journalEntry.method', '=', 'approval.approve'),
              ]),
            ),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('journalChange')
            .innerJoin('approval', 'approval.id', 'journalChange.rowId')
            .select('approval.id')
            .whereRef('journalChange.entrySeq', '=', 'journalEntry.seq')
            .where('journalChange.tableName', '=', 'meeting')
            .whereRef('approval.sealedAt', '>', 'journalEntry.at'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('journalChange')
            .innerJoin('agendaItem', 'agendaItem.id', 'journalChange.rowId')
            .innerJoin('approval', 'approval.id', 'agendaItem.meetingId')
            .select('approval.id')
            .whereRef('journalChange.entrySeq', '=', 'journalEntry.seq')
            .where('journalChange.tableName', '=', 'agenda_item')
            .whereRef('approval.sealedAt', '>', 'journalEntry.at'),
        ),
      ),
    )
    .orderBy('seq', state === 'done' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst()
  return entry?.seq ?? null
}
