import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import type { WatchRow } from '../../contract/watch.ts'
import { getRow } from '../../db/rows.ts'
import { insertItem, lastPlace } from '../agenda/index.ts'
import type { WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { watchRow } from '../reads/watch.ts'

/** Adds the item before any other business; one that is there already stays one. `state-refuses` once the meeting is over. */
export async function putTextOnAgenda(
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
