import { AppError } from '../../contract/errors.ts'
import type { Output, Parsed } from '../../contract/index.ts'
import { bulletinText } from '../../documents/text/watch-bulletin.ts'
import { fold } from '../../domain/text/fold.ts'
import { partOf } from '../../domain/watch/period.ts'
import { insertItem, lastPlace } from '../agenda/index.ts'
import type { WriteContext } from '../context.ts'
import { bulletinFile } from '../documents/index.ts'
import { newId } from '../new-id.ts'
import { agendaItems } from '../reads/agenda.ts'
import { liveMeeting } from '../reads/meetings.ts'

/** More texts than a meeting goes through, or than its minutes print. */
const MOST = 200

export async function fillAgenda(
  { tx, now, about }: WriteContext,
  { meetingId, itemId, ...period }: Parsed<'watch.fillAgenda'>,
): Promise<Output<'watch.fillAgenda'>> {
  const { state } = await liveMeeting(tx, meetingId)
  if (state === 'held' || state === 'cancelled') throw new AppError('state-refuses')
  about(meetingId)
  const { items } = await bulletinFile(tx, period)
  // Dates of texts that were dealt with stand in the bulletin alone.
  const told = items.filter(
    (item) =>
      item.followUp === 'toPresent' ||
      partOf(item, period) === 'published' ||
      (partOf(item, period) === 'deadline' && item.followUp === 'toFollow'),
  )
  const agenda = await agendaItems(tx, meetingId)
  const place = agenda.find(({ title }) => /\bveille\b/.test(fold(title)))
  if (place === undefined)
    await insertItem(
      { tx, now },
      { id: itemId, meetingId, ...(await lastPlace(tx, meetingId)) },
      { title: bulletinText.agendaItem, nature: 'information' },
    )
  const target = place?.id ?? itemId
  // One that has a place of its own on this agenda is not gone through twice.
  const there = await tx
    .selectFrom('itemWatch')
    .innerJoin('agendaItem', 'agendaItem.id', 'itemWatch.itemId')
    .select('itemWatch.watchItemId')
    .where('agendaItem.meetingId', '=', meetingId)
    .execute()
  const known = new Set(there.map(({ watchItemId }) => watchItemId))
  const added = told.filter(({ id }) => !known.has(id))
  if (added.length > MOST) throw new AppError('limit-reached')
  if (added.length > 0)
    await tx
      .insertInto('itemWatch')
      .values(added.map(({ id }) => ({ id: newId(now), itemId: target, watchItemId: id })))
      .execute()
  return { itemId: target, added: added.length }
}
