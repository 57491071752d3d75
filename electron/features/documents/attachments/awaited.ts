import { AppError } from '../../../contract/errors.ts'
import { defined, deleteRow, getRow, updateRow } from '../../../db/rows.ts'
import type { Handlers } from '../../context.ts'
import { awaitedDocuments } from '../../reads/attachments.ts'
import { liveMeeting } from '../../reads/meetings.ts'

/** Most documents awaited on one item. */
const MAX_AWAITED = 50

export const awaitedWrites: Pick<
  Handlers<'attachments'>,
  'attachments.addAwaited' | 'attachments.updateAwaited' | 'attachments.removeAwaited'
> = {
  async 'attachments.addAwaited'({ tx, about }, { id, itemId, fields }) {
    const { meetingId } = await getRow(tx, 'agendaItem', itemId)
    await liveMeeting(tx, meetingId)
    about(meetingId)
    const there = await awaitedDocuments(tx, meetingId)
    if (there.some((one) => one.id === id)) return there
    if (there.filter((one) => one.itemId === itemId).length >= MAX_AWAITED)
      throw new AppError('limit-reached')
    await tx
      .insertInto('awaitedDocument')
      .values({
        fromName: '',
        fromId: null,
        dueOn: null,
        ...defined(fields),
        title: fields.title,
        id,
        version: 1,
        itemId,
        attachmentId: null,
      })
      .execute()
    return awaitedDocuments(tx, meetingId)
  },
  async 'attachments.updateAwaited'({ tx, about, mergeAs }, { patch, ...target }) {
    const { itemId } = await getRow(tx, 'awaitedDocument', target.id)
    const { meetingId } = await getRow(tx, 'agendaItem', itemId)
    about(meetingId)
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    await updateRow(tx, 'awaitedDocument', target, defined(patch))
    return awaitedDocuments(tx, meetingId)
  },
  async 'attachments.removeAwaited'({ tx, about }, target) {
    const { itemId } = await deleteRow(tx, 'awaitedDocument', target)
    const { meetingId } = await getRow(tx, 'agendaItem', itemId)
    about(meetingId)
    return awaitedDocuments(tx, meetingId)
  },
}
