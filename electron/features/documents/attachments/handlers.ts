import { AppError } from '../../../contract/errors.ts'
import { defined, deleteRow, getRow, updateRow } from '../../../db/rows.ts'
import type { Handlers } from '../../context.ts'
import { awaitedDocuments, listedAttachments, placeOf, versionsOf } from '../../reads/attachments.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { addAttachment } from './add.ts'
import { projectionState } from './projection.ts'
import { keepPromise, removeVersion, replace, replaceable, titleAfter } from './versions.ts'

/** Most documents awaited on one item. */
const MAX_AWAITED = 50

const awaitedWrites: Pick<
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
      throw new AppError('limit-reached', { limit: { of: 'awaited', most: MAX_AWAITED } })
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

export const handlers: Handlers<'attachments'> = {
  'attachments.list': ({ tx }, of) => listedAttachments(tx, of),
  'attachments.versions': ({ tx }, { id }) => versionsOf(tx, id),
  'attachments.awaited': ({ tx }, { meetingId }) => awaitedDocuments(tx, meetingId),
  'attachments.projection': (context, { meetingId }) => projectionState(context, meetingId),
  ...awaitedWrites,
  async 'attachments.identify'({ tx, about }, { id, version, replaces, awaitedId }) {
    const row = await getRow(tx, 'attachment', id)
    if (row.version !== version || row.replacedBy !== null) throw new AppError('conflict')
    if (row.meetingId !== null) about(row.meetingId)
    const awaited = awaitedId ? await getRow(tx, 'awaitedDocument', awaitedId) : null
    const oldId = replaces ?? awaited?.attachmentId ?? null
    if (oldId !== null && oldId !== id) {
      const old = await replaceable(tx, oldId, row)
      // Two histories do not become one: only what has just been added can take another's place.
      if ((await versionsOf(tx, id)).length > 1) throw new AppError('state-refuses')
      const { tabled, circulation } = old
      const title = row.title === '' ? titleAfter(old, row.fileName) : row.title
      await replace(tx, old, await updateRow(tx, 'attachment', row, { title, tabled, circulation }))
    }
    if (awaited !== null) await keepPromise(tx, awaited.id, row)
    return listedAttachments(tx, placeOf(row))
  },
  async 'attachments.update'({ tx, about, mergeAs }, { id, version, patch }) {
    const { title, tabled, circulation } = patch
    const row = await updateRow(
      tx,
      'attachment',
      { id, version },
      {
        ...(title === undefined ? {} : { title }),
        ...(tabled === undefined ? {} : { tabled: tabled ? 1 : 0 }),
        ...(circulation === undefined ? {} : { circulation }),
      },
    )
    if (row.meetingId !== null) about(row.meetingId)
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    return listedAttachments(tx, placeOf(row))
  },
  async 'attachments.remove'({ tx, about }, target) {
    // The bytes stay in the store: undo must find them again.
    const row = await removeVersion(tx, target)
    if (row.meetingId !== null) about(row.meetingId)
    return listedAttachments(tx, placeOf(row))
  },
  'attachments.add': (context, input) => addAttachment(context, input),
}
