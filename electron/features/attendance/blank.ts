// Blank attendee: the fields of somebody on the list of whom nothing is said yet.
import type { AttendeeFields } from '../../domain/attendance.ts'

export const blankAttendee: AttendeeFields = {
  personId: null,
  familyName: '',
  givenName: '',
  organisation: '',
  college: '',
  role: '',
  status: null,
  representedBy: '',
  arrivedAt: null,
  leftAt: null,
}
