import type { Reader } from '../../../db/driver.ts'
import { canTakeUp, comingMeetings, isLongAgo, meetingAfter } from '../../../domain/agenda/carry-over.ts'
import { passagesFor } from './passages.ts'
import { isProposed } from './view.ts'
import { type CarryWorld, carryWorld } from './world.ts'

/** Ticked proposals by meeting; only of those among `meetingIds` that are next of their series. */
export async function toCarry(
  tx: Reader,
  meetingIds: readonly string[],
  today: string,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const world = await carryWorld(tx, today)
  const items = tickedItems(world, today)
  for (const meeting of world.meetings) {
    if (!meetingIds.includes(meeting.id) || !canTakeUp(meeting)) continue
    if (comingMeetings(world.meetings, meeting.seriesId, today)[0]?.id !== meeting.id) continue
    const { proposals } = await passagesFor(tx, world, meeting, today)
    const passages = proposals.filter(({ isTicked }) => isTicked).length
    counts.set(meeting.id, (items.get(meeting.id) ?? 0) + passages)
  }
  return counts
}

function tickedItems(world: CarryWorld, today: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { meeting, itemId, isSure } of world.leftOpen) {
    if (!isSure || !isProposed(world, itemId)) continue
    const target = meetingAfter(world.meetings, meeting, today)
    if (target !== null && !isLongAgo(meeting.date, target.date))
      counts.set(target.id, (counts.get(target.id) ?? 0) + 1)
  }
  return counts
}
