import type { Reader } from '../../../db/driver.ts'
import { comingMeetings, isLongAgo, meetingAfter } from '../../../domain/agenda/carry-over.ts'
import { isAhead } from '../../../domain/meetings/opened.ts'
import { passagesFor } from './passages.ts'
import { isProposed } from './view.ts'
import { type CarryWorld, carryWorld } from './world.ts'

/** Ticked proposals by meeting; only of those among `meetingIds` that are next of their series. */
export async function toCarry(
  tx: Reader,
  meetingIds: readonly string[],
  today: string,
  known?: CarryWorld,
): Promise<Map<string, number>> {
  const world = known ?? (await carryWorld(tx, today))
  const items = tickedItems(world, today)
  const next = world.meetings.filter(
    (meeting) =>
      meetingIds.includes(meeting.id) &&
      isAhead(meeting) &&
      comingMeetings(world.meetings, meeting.seriesId, today)[0]?.id === meeting.id,
  )
  const counted = next.map(async (meeting): Promise<[string, number]> => {
    const { proposals } = await passagesFor(tx, world, meeting, today)
    const passages = proposals.filter(({ isTicked }) => isTicked).length
    return [meeting.id, (items.get(meeting.id) ?? 0) + passages]
  })
  return new Map(await Promise.all(counted))
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
