import type { Reader } from '../../db/driver.ts'
import { type Attendee, asNoted } from '../../domain/attendance/attendance.ts'
import { seatsOf, takenAmong } from '../../domain/attendance/seats.ts'

export function attendeesOf(tx: Reader, meetingId: string): Promise<Attendee[]> {
  return tx
    .selectFrom('attendee')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** By meeting, how many seats there are and how many somebody has. */
export async function seatCounts(
  tx: Reader,
  meetingIds: readonly string[],
): Promise<Map<string, { all: number; taken: number }>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('attendee')
    .select(['meetingId', 'seat', 'status', 'college', 'organisation'])
    .select(['givenName', 'familyName', 'representedBy', 'source'])
    .where('meetingId', 'in', [...meetingIds])
    .execute()
  const listed = new Map<string, typeof rows>(meetingIds.map((id) => [id, []]))
  for (const row of rows) listed.get(row.meetingId)?.push(row)
  return new Map(
    [...listed].map(([id, attendees]) => {
      const seats = seatsOf(asNoted(attendees))
      return [id, { all: seats.length, taken: takenAmong(seats) }]
    }),
  )
}
