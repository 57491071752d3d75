import type { DispatchRow, DispatchView } from '../../contract/dispatch.ts'
import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import type { Target } from '../../db/rows.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import type { Recipient } from '../../domain/dispatch/dispatch.ts'
import type { WriteContext } from '../context.ts'
import { recipientsOf } from '../reads/dispatches.ts'
import { withGreeting } from './greet.ts'
import { dispatchRows, dispatchView, draftOf } from './queries.ts'

export async function updateText(
  context: WriteContext,
  { id, version, patch }: Parsed<'dispatch.update'>,
): Promise<DispatchView> {
  const { tx, about, mergeAs } = context
  const { meetingId } = await draftOf(tx, id)
  about(meetingId)
  mergeAs(`${id} ${Object.keys(patch).join()}`)
  await updateRow(tx, 'dispatch', { id, version }, defined(patch))
  return dispatchView(context, id)
}

export async function removeDispatch({ tx, about }: WriteContext, target: Target): Promise<DispatchRow[]> {
  const { meetingId, version } = await draftOf(tx, target.id)
  if (version !== target.version) throw new AppError('conflict')
  about(meetingId)
  await tx.deleteFrom('dispatchRecipient').where('dispatchId', '=', target.id).execute()
  await tx.deleteFrom('dispatchDocument').where('dispatchId', '=', target.id).execute()
  await deleteRow(tx, 'dispatch', target)
  return dispatchRows(tx, meetingId)
}

export async function addRecipient(
  context: WriteContext,
  { id, dispatchId, fields }: Parsed<'dispatch.addRecipient'>,
): Promise<DispatchView> {
  const { tx, about } = context
  const { meetingId } = await draftOf(tx, dispatchId)
  const recipients = await recipientsOf(tx, dispatchId)
  if (recipients.some((recipient) => recipient.id === id)) return dispatchView(context, dispatchId)
  about(meetingId)
  const position = Math.max(-1, ...recipients.map((recipient) => recipient.position)) + 1
  await withGreeting(context, dispatchId, async () => {
    await tx
      .insertInto('dispatchRecipient')
      .values({
        ...fields,
        email: fields.email.trim(),
        id,
        version: 1,
        dispatchId,
        position,
        reason: 'added',
      })
      .execute()
  })
  return dispatchView(context, dispatchId)
}

export async function updateRecipient(
  context: WriteContext,
  { id, version, patch }: Parsed<'dispatch.updateRecipient'>,
): Promise<DispatchView> {
  const { tx, about, mergeAs } = context
  const { dispatchId } = await getRow(tx, 'dispatchRecipient', id)
  about((await draftOf(tx, dispatchId)).meetingId)
  mergeAs(`${id} ${Object.keys(patch).join()}`)
  await withGreeting(context, dispatchId, async () => {
    await updateRow(tx, 'dispatchRecipient', { id, version }, defined(patch))
  })
  return dispatchView(context, dispatchId)
}

export async function removeRecipient(context: WriteContext, target: Target): Promise<DispatchView> {
  const { tx, about } = context
  const { dispatchId } = await getRow(tx, 'dispatchRecipient', target.id)
  about((await draftOf(tx, dispatchId)).meetingId)
  await withGreeting(context, dispatchId, () => deleteRow(tx, 'dispatchRecipient', target))
  return dispatchView(context, dispatchId)
}

export async function setField(
  context: WriteContext,
  { id, field }: { id: string; field: Recipient['field'] },
): Promise<DispatchView> {
  const { tx, about } = context
  about((await draftOf(tx, id)).meetingId)
  await tx
    .updateTable('dispatchRecipient')
    .set((eb) => ({ field, version: eb('version', '+', 1) }))
    .where('dispatchId', '=', id)
    .where('field', '!=', field)
    .execute()
  return dispatchView(context, id)
}
