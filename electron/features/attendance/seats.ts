import type { Reader } from '../../db/driver.ts'
import type { Attendee, SeatRole } from '../../domain/attendance/attendance.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { membersOn } from '../reads/directory.ts'

type Seated = { seat: SeatRole | null } & Partial<Pick<Attendee, 'organisation' | 'college'>>

/**
 * What somebody of the directory is in a meeting, and for whom a member sits; of a meeting taken over from files, and
 * while nobody has a mandate, nobody knows.
 */
export async function seatFinder(tx: Reader, meeting: Meeting): Promise<(personId: string | null) => Seated> {
  const members =
    meeting.takenOver === null
      ? new Map((await membersOn(tx, meeting)).map((member) => [member.person.id, member]))
      : new Map<string, never>()
  return (personId) => {
    if (personId === null || members.size === 0) return { seat: null }
    const member = members.get(personId)
    if (member === undefined) return { seat: 'guest' }
    const { role: seat, organisation, college } = member
    return organisation === '' ? { seat } : { seat, organisation, college }
  }
}
