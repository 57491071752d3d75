// The record of who was there, not the sign-in sheet.
import { z } from 'zod'
import { ClockTime, Id, Line, Version } from '../ids.ts'

/** The words of the command line's JSON; null = not said yet. */
export const AttendanceStatus = z.enum([
  'surPlace',
  'visio',
  'audio',
  'excuse',
  'absent',
  'represente',
  'present',
])
export type AttendanceStatus = z.infer<typeof AttendanceStatus>

/** What somebody is in a meeting, by the mandates of its day. */
export const SeatRole = z.enum(['titulaire', 'suppleant', 'guest'])
export type SeatRole = z.infer<typeof SeatRole>

export const AttendeeFields = z.strictObject({
  personId: Id.nullable(),
  /** Names as printed: kept even if the directory changes later. */
  familyName: Line,
  givenName: Line,
  organisation: Line,
  college: Line,
  role: Line,
  /** Null where nobody knows, as of lists taken over from old files. */
  seat: SeatRole.nullable(),
  status: AttendanceStatus.nullable(),
  /** Name of the person who represents them, when `represente`. */
  representedBy: Line,
  /** Came late or left early; null = there from beginning to end, or not said. */
  arrivedAt: ClockTime.nullable(),
  leftAt: ClockTime.nullable(),
  /** Whence it is known that they were there, or represented, when nobody has noted it yet. */
  source: z.enum(['reply']).nullable(),
})
export type AttendeeFields = z.infer<typeof AttendeeFields>

export const Attendee = AttendeeFields.extend({
  id: Id,
  version: Version,
  meetingId: Id,
  position: z.int().min(0),
})
export type Attendee = z.infer<typeof Attendee>

/** Whether somebody is only announced, by their answer, as there or represented. */
export const isAnnounced = ({ source }: Pick<Attendee, 'source'>): boolean => source !== null

/** Those of a list as they are noted: of whoever is only announced nothing is known yet. */
export const asNoted = <T extends Pick<Attendee, 'source' | 'status'>>(attendees: readonly T[]): T[] =>
  attendees.map((one) => (isAnnounced(one) ? { ...one, status: null } : one))

/** Whether a status counts as taking part (on site, by video, by telephone, or unspecified presence). */
export function isPresent(status: AttendanceStatus | null): boolean {
  return status === 'surPlace' || status === 'visio' || status === 'audio' || status === 'present'
}
