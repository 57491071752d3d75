import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import type { WatchRow } from '../../contract/watch.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import { parseNor } from '../../domain/watch/text-identifiers.ts'
import { insertItem, lastPlace } from '../agenda/index.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { hearingsOf } from '../reads/projects.ts'
import { watchChoices, watchPage, watchRow } from '../reads/watch.ts'
import { addWatchItem } from './add.ts'
import { refuseSentinels } from './details.ts'
import { unlink } from './links.ts'
import { addPasted, pastedTexts } from './pasted.ts'

export const handlers: Handlers<'watch'> = {
  'watch.list': watchPage,
  'watch.choices': watchChoices,
  'watch.get': ({ tx }, { id }) => watchRow(tx, id),
  'watch.readPasted': pastedTexts,
  async 'watch.add'({ tx }, { id, fields }) {
    refuseSentinels(fields)
    await addWatchItem(tx, id, fields)
    return watchRow(tx, id)
  },
  async 'watch.update'({ tx, mergeAs }, { patch, ...target }) {
    refuseSentinels(patch)
    mergeAs(`${target.id} ${Object.keys(patch).join()}`)
    const { nor } = patch
    const oneForm = nor === undefined ? {} : { nor: parseNor(nor) ?? nor }
    await updateRow(tx, 'watchItem', target, { ...defined(patch), ...oneForm })
    return watchRow(tx, target.id)
  },
  async 'watch.remove'({ tx }, target) {
    if ((await hearingsOf(tx, 'watch', [target.id])).size > 0) throw new AppError('in-use')
    await tx.deleteFrom('itemWatch').where('watchItemId', '=', target.id).execute()
    await unlink(tx, await getRow(tx, 'watchItem', target.id))
    for (const table of ['textDeadline', 'textConsultation', 'carryOver', 'projectWatch'] as const)
      await tx.deleteFrom(table).where('watchItemId', '=', target.id).execute()
    // A note keeps the words in which it names the text.
    await tx
      .updateTable('sessionLine')
      .set({ watchItemId: null })
      .where('watchItemId', '=', target.id)
      .execute()
    await deleteRow(tx, 'watchItem', target)
    return { id: target.id }
  },
  'watch.addPasted': addPasted,
  'watch.putOnAgenda': putTextOnAgenda,
}

/** Adds the item before any other business; one that is there already stays one. `state-refuses` once the meeting is over. */
async function putTextOnAgenda(
  { tx, now, about }: WriteContext,
  { id, itemId, meetingId }: Parsed<'watch.putOnAgenda'>,
): Promise<WatchRow> {
  const item = await getRow(tx, 'watchItem', id)
  const { state } = await liveMeeting(tx, meetingId)
  if (state === 'held' || state === 'cancelled') throw new AppError('state-refuses')
  about(meetingId)
  const there = await tx
    .selectFrom('itemWatch')
    .innerJoin('agendaItem', 'agendaItem.id', 'itemWatch.itemId')
    .select('agendaItem.id')
    .where('itemWatch.watchItemId', '=', id)
    .where('agendaItem.meetingId', '=', meetingId)
    .executeTakeFirst()
  if (there === undefined) {
    const place = { id: itemId, meetingId, ...(await lastPlace(tx, meetingId)) }
    await insertItem({ tx, now }, place, { title: item.title, nature: 'information' })
    await tx
      .insertInto('itemWatch')
      .values({ id: newId(now), itemId, watchItemId: id })
      .execute()
  }
  return watchRow(tx, id)
}
