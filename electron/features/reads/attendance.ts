import type { Reader } from '../../db/driver.ts'
import type { Attendee } from '../../domain/attendance/attendance.ts'

export function attendeesOf(tx: Reader, meetingId: string): Promise<Attendee[]> {
  return tx
    .selectFrom('attendee')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
