// A subject goes from meeting to meeting with the item it became, as carry-over takes it up, so that a topic is never
// on the agenda by its subject and proposed again by its item.
import { getRow } from '../../../db/rows.ts'
import { standingOf } from '../../../domain/agenda/carry-over.ts'
import type { Subject } from '../../../domain/agenda/subject.ts'
import type { WriteContext } from '../../context.ts'
import { carryWorld } from '../../reads/carry-over/world.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { letGo } from '../carry-over/set-aside.ts'
import { takeUp } from '../carry-over/take.ts'
import { putOnAgenda, takeOffAgenda } from './on-agenda.ts'

/** Puts a subject on a meeting's agenda, off the one it was on; returns its item there. */
export async function bringTo(context: WriteContext, subject: Subject, meetingId: string): Promise<string> {
  const { tx, about } = context
  const open = subject.itemId
  if (open !== null && (await isLeftOpen(context, open, meetingId))) return follow(context, open, meetingId)
  const source = await carriedFrom(context, subject)
  await takeOffAgenda(context, subject)
  about(meetingId)
  if (source === null) return putOnAgenda(context, subject, meetingId)
  if (await isLeftOpen(context, source, meetingId)) return follow(context, source, meetingId)
  // Of another series, or closed since: the item stays where it was, and is not asked for again.
  await letGo(context, source, '')
  const itemId = await putOnAgenda(context, subject, meetingId)
  await tx.updateTable('subject').set({ meetingId, itemId }).where('id', '=', subject.id).execute()
  return itemId
}

/** Takes a subject off its agenda to leave it waiting, or for good: what was to be taken up again goes with it. */
export async function takeOff(context: WriteContext, subject: Subject, why: string): Promise<void> {
  const source = await carriedFrom(context, subject)
  await takeOffAgenda(context, subject)
  if (source !== null) await letGo(context, source, why)
}

/** Takes a subject off its agenda. True when it is again that of the item it was taken up from, which is proposed again. */
export async function putBack(context: WriteContext, subject: Subject): Promise<boolean> {
  await takeOffAgenda(context, subject)
  return (await getRow(context.tx, 'subject', subject.id)).itemId !== null
}

/** The item as taken up by the meeting; its subject came along. */
async function follow(context: WriteContext, itemId: string, meetingId: string): Promise<string> {
  await takeUp(context, meetingId, [{ kind: 'item', id: itemId }])
  const { itemId: became } = await context.tx
    .selectFrom('carryOver')
    .select('itemId')
    .where('sourceItemId', '=', itemId)
    .executeTakeFirstOrThrow()
  return became ?? itemId
}

/** The item that the subject's item was taken up from; null for a first time. */
async function carriedFrom({ tx }: WriteContext, { itemId }: Subject): Promise<string | null> {
  if (itemId === null) return null
  const row = await tx
    .selectFrom('carryOver')
    .select('sourceItemId')
    .where('itemId', '=', itemId)
    .executeTakeFirst()
  return row?.sourceItemId ?? null
}

/** Whether an item is still to be taken up, and by a meeting of this series. */
async function isLeftOpen({ tx, today }: WriteContext, itemId: string, meetingId: string): Promise<boolean> {
  const { seriesId } = await liveMeeting(tx, meetingId)
  const world = await carryWorld(tx, today)
  const open = world.leftOpen.find((one) => one.itemId === itemId)
  const standing = standingOf(world.bySource.get(itemId))
  return open !== undefined && open.meeting.seriesId === seriesId && standing === 'proposed'
}
