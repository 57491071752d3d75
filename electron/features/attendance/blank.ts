import type { AttendeeFields } from '../../domain/attendance/attendance.ts'

export const blankAttendee: AttendeeFields = {
  personId: null,
  familyName: '',
  givenName: '',
  organisation: '',
  college: '',
  role: '',
  seat: null,
  status: null,
  representedBy: '',
  arrivedAt: null,
  leftAt: null,
  source: null,
}
