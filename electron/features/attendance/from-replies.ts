import type { AttendanceStatus, Attendee } from '../../domain/attendance/attendance.ts'
import type { AskedPerson, ReplyAnswer } from '../../domain/attendance/reply.ts'

const statuses: Readonly<Record<ReplyAnswer, AttendanceStatus>> = {
  onSite: 'surPlace',
  remote: 'visio',
  excused: 'excuse',
  represented: 'represente',
}

export type Expected = Pick<Attendee, 'status' | 'representedBy'>

/** Attendance expected from a reply; nothing without a reply. */
export function expectedBy({ reply }: Pick<AskedPerson, 'reply'>): Expected {
  if (reply === null) return { status: null, representedBy: '' }
  return { status: statuses[reply.answer], representedBy: reply.representedBy }
}

/**
 * Who is listed from the start: titulaires, and of the others (deputies, guests) those who said that they come.
 * A deputy comes when the titulaire does not; a guest's place is one item.
 */
export function isListed({ role, reply }: Pick<AskedPerson, 'role' | 'reply'>): boolean {
  if (role === 'titulaire') return true
  return reply?.answer === 'onSite' || reply?.answer === 'remote'
}
