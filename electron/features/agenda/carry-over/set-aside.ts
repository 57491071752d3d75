import { AppError } from '../../../contract/errors.ts'
import { deleteRow, getRow, updateRow } from '../../../db/rows.ts'
import { type CarryRow, type CarrySource, standingOf } from '../../../domain/agenda/carry-over.ts'
import { isAhead } from '../../../domain/meetings/opened.ts'
import type { WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { isOnAgenda, isSetAside } from '../../reads/carry-over/passages.ts'
import { worldMeeting } from '../../reads/carry-over/view.ts'
import { type CarryWorld, carryWorld, type WorldMeeting } from '../../reads/carry-over/world.ts'

/** All of them, or none: what a meeting took meanwhile is a `conflict`. */
export async function setAside(
  context: WriteContext,
  meetingId: string,
  sources: readonly CarrySource[],
  why: string,
): Promise<void> {
  const { tx, now, today, about } = context
  const world = await carryWorld(tx, today)
  const target = worldMeeting(world, meetingId)
  if (!isAhead(target)) throw new AppError('state-refuses')
  about(meetingId)
  const dismissedAt = now.toISOString()
  for (const source of new Map(sources.map((one) => [`${one.kind} ${one.id}`, one])).values()) {
    if (source.kind === 'item') await setItemAside(context, world, source.id, target, { dismissedAt, why })
    else await setPassageAside(context, { kind: source.kind, id: source.id }, meetingId, { dismissedAt, why })
  }
}

/** An item that goes on elsewhere, whatever its series: not proposed any more. Nothing when it is closed or taken up. */
export async function letGo(context: WriteContext, itemId: string, why: string): Promise<void> {
  const world = await carryWorld(context.tx, context.today)
  const open = world.leftOpen.find((one) => one.itemId === itemId)
  if (open === undefined || standingOf(world.bySource.get(itemId)) === 'taken') return
  await setItemAside(context, world, itemId, open.meeting, { dismissedAt: context.now.toISOString(), why })
}

type Said = { dismissedAt: string; why: string }

async function setItemAside(
  { tx, now }: WriteContext,
  world: CarryWorld,
  itemId: string,
  target: WorldMeeting,
  said: Said,
): Promise<void> {
  const row = world.bySource.get(itemId)
  const standing = standingOf(row)
  if (standing === 'dismissed') return
  const open = world.leftOpen.find((one) => one.itemId === itemId)
  if (open === undefined) {
    await getRow(tx, 'agendaItem', itemId)
    throw new AppError('conflict')
  }
  if (standing === 'taken') throw new AppError('conflict')
  if (open.meeting.seriesId !== target.seriesId) throw new AppError('state-refuses')
  // Its item lies in a deleted meeting: were that meeting taken out of the bin, it would be on its agenda again.
  if (row !== undefined) await updateRow(tx, 'carryOver', row, said)
  else
    await tx
      .insertInto('carryOver')
      .values({
        ...blank,
        ...said,
        id: newId(now),
        sourceItemId: itemId,
        fromMeetingId: open.meeting.id,
        reason: open.reason,
      })
      .execute()
}

async function setPassageAside(
  { tx, now }: WriteContext,
  { kind, id }: { kind: 'project' | 'watch'; id: string },
  meetingId: string,
  said: Said,
): Promise<void> {
  if (await isSetAside(tx, kind, id)) return
  const row = kind === 'project' ? await getRow(tx, 'project', id) : await getRow(tx, 'watchItem', id)
  if ((await isOnAgenda(tx, kind, id, meetingId)) !== 'nowhere') throw new AppError('conflict')
  const reason = 'followUp' in row && row.followUp === 'toFollow' ? 'toFollow' : 'toPresent'
  const column = kind === 'project' ? 'projectId' : 'watchItemId'
  await tx
    .insertInto('carryOver')
    .values({ ...blank, ...said, id: newId(now), [column]: id, reason })
    .execute()
}

const blank: Omit<CarryRow, 'id' | 'reason' | 'dismissedAt' | 'why'> = {
  version: 1,
  sourceItemId: null,
  projectId: null,
  watchItemId: null,
  fromMeetingId: null,
  times: 0,
  itemId: null,
}

/** Proposed again from now on. */
export async function takeBack(
  { tx, today, about }: WriteContext,
  meetingId: string,
  target: { id: string; version: number },
): Promise<void> {
  worldMeeting(await carryWorld(tx, today), meetingId)
  about(meetingId)
  const row = await getRow(tx, 'carryOver', target.id)
  if (row.dismissedAt === null) throw new AppError('conflict')
  if (row.itemId === null) await deleteRow(tx, 'carryOver', target)
  else await updateRow(tx, 'carryOver', target, { dismissedAt: null, why: '' })
}
