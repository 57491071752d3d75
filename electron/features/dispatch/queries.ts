import { type ExpressionBuilder, sql } from 'kysely'
import type { DispatchRow, DispatchView } from '../../contract/dispatch.ts'
import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { getRow } from '../../db/rows.ts'
import type { Tables } from '../../db/tables.ts'
import { type Dispatch, type DispatchDocument, isPersonal } from '../../domain/dispatch/dispatch.ts'
import { standingOf } from '../../domain/dispatch/sending.ts'
import { documentsOf, recipientsOf, sendingsOf } from '../reads/dispatches.ts'
import { warningsOf } from './warnings.ts'

/** Dispatches of a meeting, newest first. */
export async function dispatchRows(tx: Reader, meetingId: string): Promise<DispatchRow[]> {
  const rows = await tx
    .selectFrom('dispatch')
    .selectAll('dispatch')
    .select((eb) => [
      sql<number>`(SELECT count(*) FROM dispatch_recipient AS r WHERE r.dispatch_id = dispatch.id)`.as(
        'recipientCount',
      ),
      sql<number>`(SELECT count(*) FROM dispatch_recipient AS r WHERE r.dispatch_id = dispatch.id
        AND trim(r.email) = '')`.as('withoutAddressCount'),
      sql<number>`(SELECT count(*) FROM dispatch_document AS d WHERE d.dispatch_id = dispatch.id)`.as(
        'documentCount',
      ),
      sql<number>`(SELECT count(*) FROM dispatch_document AS d WHERE d.dispatch_id = dispatch.id
        AND d.kind = 'agenda')`.as('agendaCount'),
      firstRecipient(eb).select('dispatchRecipient.name').as('firstName'),
      firstRecipient(eb).select('dispatchRecipient.reason').as('firstReason'),
    ])
    .where('meetingId', '=', meetingId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ firstName, firstReason, agendaCount, ...row }) => {
    const first = firstReason === null ? undefined : { reason: firstReason }
    const addressee = isPersonal(row.kind, first) ? (firstName ?? '') : ''
    return { ...row, carriesAgenda: agendaCount > 0, addressee }
  })
}

const firstRecipient = (eb: ExpressionBuilder<Tables, 'dispatch'>) =>
  eb
    .selectFrom('dispatchRecipient')
    .whereRef('dispatchRecipient.dispatchId', '=', 'dispatch.id')
    .orderBy('dispatchRecipient.position')
    .limit(1)

export async function dispatchView(
  { tx, today }: { tx: Reader; today: string },
  id: string,
): Promise<DispatchView> {
  const dispatch = await getRow(tx, 'dispatch', id)
  const recipients = await recipientsOf(tx, id)
  const documents = await documentsOf(tx, id)
  return {
    dispatch,
    recipients,
    documents,
    warnings: await warningsOf({ tx, today }, { dispatch, recipients, documents }),
  }
}

/** A dispatch that was not sent yet: what was sent, or may have been, is never changed. */
export async function draftOf(tx: Reader, id: string): Promise<Dispatch> {
  const dispatch = await getRow(tx, 'dispatch', id)
  if (dispatch.state === 'sent') throw new AppError('state-refuses')
  if (standingOf(await sendingsOf(tx, id)) === 'unknown') throw new AppError('mail-perhaps-left')
  return dispatch
}

export async function documentRow(tx: Reader, id: string): Promise<DispatchDocument> {
  const row = await tx.selectFrom('dispatchDocument').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found')
  return row
}
