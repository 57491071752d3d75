import type { RowChange } from '../../db/columns.ts'
import type { Reader } from '../../db/driver.ts'
import type { SentConvocation } from '../../documents/convocation-proof/model.ts'
import type { DispatchDocument, Recipient } from '../../domain/dispatch/dispatch.ts'
import { Sending } from '../../domain/dispatch/sending.ts'

export function recipientsOf(tx: Reader, dispatchId: string): Promise<Recipient[]> {
  return tx
    .selectFrom('dispatchRecipient')
    .selectAll()
    .where('dispatchId', '=', dispatchId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export function documentsOf(tx: Reader, dispatchId: string): Promise<DispatchDocument[]> {
  return tx
    .selectFrom('dispatchDocument')
    .selectAll()
    .where('dispatchId', '=', dispatchId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** What was handed to a server of a message, oldest first. */
export function sendingsOf(tx: Reader, dispatchId: string): Promise<Sending[]> {
  return tx
    .selectFrom('sending')
    .select(Sending.keyof().options)
    .where('dispatchId', '=', dispatchId)
    .orderBy('preparedAt')
    .orderBy('id')
    .execute()
}

/** Whether changes are of a message that may have left: nothing of it changes until somebody says what became of it. */
export async function changesHanded(tx: Reader, changes: readonly RowChange[]): Promise<boolean> {
  const ids = changes.flatMap(({ table, before, after }) => {
    const row = before ?? after
    if (table === 'dispatch') return [String(row?.id)]
    return table === 'dispatch_recipient' || table === 'dispatch_document' ? [String(row?.dispatch_id)] : []
  })
  if (ids.length === 0) return false
  const handed = await tx
    .selectFrom('sending')
    .select('id')
    .where('state', '=', 'handed')
    .where('dispatchId', 'in', [...new Set(ids)])
    .executeTakeFirst()
  return handed !== undefined
}

/** The convocations of a meeting that were sent, oldest first. */
export async function sentConvocations(tx: Reader, meetingId: string): Promise<SentConvocation[]> {
  const [rows, moves, { date }] = await Promise.all([
    tx
      .selectFrom('dispatch')
      .selectAll()
      .where('meetingId', '=', meetingId)
      .where('kind', '=', 'convocation')
      .where('state', '=', 'sent')
      .orderBy('sentAt')
      .orderBy('id')
      .execute(),
    tx
      .selectFrom('meetingMove')
      .select(['fromDate', 'at'])
      .where('meetingId', '=', meetingId)
      .orderBy('at')
      .execute(),
    tx.selectFrom('meeting').select('date').where('id', '=', meetingId).executeTakeFirstOrThrow(),
  ])
  return Promise.all(
    rows.map(async (dispatch) => {
      const [recipients, documents, sendings] = await Promise.all([
        recipientsOf(tx, dispatch.id),
        documentsOf(tx, dispatch.id),
        sendingsOf(tx, dispatch.id),
      ])
      return {
        dispatch,
        // Moved since, the meeting was on the day that the next move took it from.
        convenedFor: moves.find(({ at }) => at > (dispatch.sentAt ?? ''))?.fromDate ?? date,
        ...{ recipients, documents, sendings },
      }
    }),
  )
}
