import type { Reader } from '../../../db/driver.ts'
import type { Provenance } from '../../../domain/agenda/carry-over.ts'
import { isAhead } from '../../../domain/meetings/opened.ts'
import { itemIds } from '../item-ids.ts'
import { templateLines } from '../template-lines.ts'
import { leftOpenIn, originOf, type WorldMeeting } from './world.ts'

/** Of the items of one meeting. Whether it still holds is asked only while the meeting is to be prepared. */
export async function provenanceOf(tx: Reader, meetingId: string): Promise<Provenance[]> {
  const carried = await tx
    .selectFrom('carryOver')
    .select(['itemId', 'sourceItemId', 'fromMeetingId', 'reason', 'times'])
    .where('itemId', 'in', await itemIds(tx, meetingId))
    .orderBy('id')
    .execute()
  if (carried.length === 0) return []
  const opened = tx.selectFrom('meeting').select('state').where('id', '=', meetingId).executeTakeFirst()
  const from = tx
    .selectFrom('meeting')
    .leftJoin('minutes', 'minutes.meetingId', 'meeting.id')
    .select(['meeting.id', 'meeting.date', 'meeting.startTime', 'meeting.number', 'meeting.seriesId'])
    .select(['meeting.takenOver', 'meeting.state', 'meeting.deletedAt', 'minutes.state as minutesState'])
    .where(
      'meeting.id',
      'in',
      carried.flatMap(({ fromMeetingId }) => fromMeetingId ?? []),
    )
    .execute()
  const [target, meetings, template] = await Promise.all([opened, from, templateLines(tx)])
  const rows = carried.flatMap(({ fromMeetingId, itemId, ...row }) => {
    const source = meetings.find(({ id }) => id === fromMeetingId)
    return source === undefined || itemId === null ? [] : [{ ...row, itemId, ...source }]
  })
  const isAsked = target !== undefined && isAhead(target)
  const asked = rows.filter((row) => isAsked && row.deletedAt === null)
  const sources = new Map(asked.map((row): [string, WorldMeeting] => [row.id, row]))
  const open = new Set((await leftOpenIn(tx, [...sources.values()], template)).map(({ itemId }) => itemId))
  const asksAgain = new Set(asked)
  return rows.map((row) => {
    const { itemId, sourceItemId, reason, times } = row
    const holds = !asksAgain.has(row) || sourceItemId === null || open.has(sourceItemId)
    const stale = holds ? null : isAhead(row) ? 'meetingIsBack' : 'finished'
    return { itemId, origin: originOf(row), reason, times, stale }
  })
}
