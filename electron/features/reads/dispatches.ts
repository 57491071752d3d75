import type { RowChange } from '../../db/columns.ts'
import type { Reader } from '../../db/driver.ts'
import type { SentConvocation } from '../../documents/convocation-proof/model.ts'
import { dispatchText } from '../../documents/text/dispatch.ts'
import type { DispatchDocument, Recipient } from '../../domain/dispatch/dispatch.ts'
import { Sending, serverAttempt } from '../../domain/dispatch/sending.ts'
import { addressKey, isAddress } from '../../domain/people/addresses.ts'

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

export type Reached = (personId: string, name: string) => boolean

/** Whether a message went to somebody, or to who reads their mail: at a sound address that no server refused. */
export async function reachedBy(
  tx: Reader,
  sent: readonly { id: string; messageSha256: string | null }[],
): Promise<Reached> {
  const persons = new Set<string>()
  const assistants = new Set<string>()
  const told = await Promise.all(
    sent.map(async ({ id, messageSha256 }) => {
      const [sendings, recipients] = await Promise.all([sendingsOf(tx, id), recipientsOf(tx, id)])
      return { sendings: serverAttempt(sendings, messageSha256), recipients }
    }),
  )
  for (const { sendings, recipients } of told) {
    const keysOf = (wanted: 'refused' | 'confirmed') =>
      new Set(sendings.filter(({ state }) => state === wanted).map(({ recipient }) => addressKey(recipient)))
    const [refused, taken] = [keysOf('refused'), keysOf('confirmed')]
    for (const { personId, name, email, reason } of recipients) {
      const key = addressKey(email)
      if (!isAddress(email.trim()) || (refused.has(key) && !taken.has(key))) continue
      if (personId !== null) persons.add(personId)
      else if (reason === 'assistant') assistants.add(name)
    }
  }
  return (personId, name) => persons.has(personId) || assistants.has(dispatchText.assistant(name))
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

/** Whom the messages that convene reached, as far as they left from here; all where no convocation did. */
export async function convenedBy(tx: Reader, meetingId: string): Promise<Reached> {
  const sent = await tx
    .selectFrom('dispatch')
    .select(['id', 'kind', 'messageSha256'])
    .where('meetingId', '=', meetingId)
    .where('kind', 'in', ['convocation', 'guestInvitation', 'replyReminder'])
    .where('state', '=', 'sent')
    .execute()
  return sent.some(({ kind }) => kind === 'convocation') ? reachedBy(tx, sent) : () => true
}
