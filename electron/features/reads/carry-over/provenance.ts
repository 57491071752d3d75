import type { Reader } from '../../../db/driver.ts'
import { canTakeUp, type Provenance } from '../../../domain/agenda/carry-over.ts'
import { leftOpenIn, originOf, type WorldMeeting } from './world.ts'

/** Of the items of one meeting. Whether it still holds is asked only while the meeting is to be prepared. */
export async function provenanceOf(tx: Reader, meetingId: string): Promise<Provenance[]> {
  const rows = await tx
    .selectFrom('carryOver')
    .innerJoin('agendaItem', 'agendaItem.id', 'carryOver.itemId')
    .innerJoin('meeting as target', 'target.id', 'agendaItem.meetingId')
    .innerJoin('meeting as source', 'source.id', 'carryOver.fromMeetingId')
    .leftJoin('minutes', 'minutes.meetingId', 'source.id')
    .select(['agendaItem.id as itemId', 'carryOver.sourceItemId', 'carryOver.reason', 'carryOver.times'])
    .select(['source.id', 'source.date', 'source.startTime', 'source.number', 'source.seriesId'])
    .select('source.takenOver')
    .select([
      'source.state',
      'source.deletedAt',
      'target.state as targetState',
      'minutes.state as minutesState',
    ])
    .where('agendaItem.meetingId', '=', meetingId)
    .orderBy('carryOver.id')
    .execute()
  const asked = rows.filter((row) => canTakeUp({ state: row.targetState }) && row.deletedAt === null)
  const sources = new Map(asked.map((row): [string, WorldMeeting] => [row.id, row]))
  const open = new Set((await leftOpenIn(tx, [...sources.values()])).map(({ itemId }) => itemId))
  const asksAgain = new Set(asked)
  return rows.map((row) => {
    const { itemId, sourceItemId, reason, times } = row
    const holds = !asksAgain.has(row) || sourceItemId === null || open.has(sourceItemId)
    const stale = holds ? null : canTakeUp(row) ? 'meetingIsBack' : 'finished'
    return { itemId, origin: originOf(row), reason, times, stale }
  })
}
