// Attendance on paper: who was there, by college in the order of the list, with counts.
import { z } from 'zod'
import { type Attendee, isPresent } from '../../domain/attendance.ts'
import { joined, typed } from '../head.ts'
import { minutesText } from '../text/minutes.ts'

export const Attendance = z.strictObject({
  heading: z.string(),
  summary: z.string(),
  columns: z.array(z.string()),
  colleges: z.array(
    z.strictObject({ name: z.string(), count: z.string(), rows: z.array(z.array(z.string()).length(3)) }),
  ),
})
export type Attendance = z.infer<typeof Attendance>

/** Null when nobody is listed. */
export function attendanceOf(attendees: readonly Attendee[]): Attendance | null {
  if (attendees.length === 0) return null
  const ordered = [...attendees].sort((a, b) => a.position - b.position)
  const colleges = new Map<string, Attendee[]>()
  for (const attendee of ordered) {
    const name = attendee.college.trim()
    colleges.set(name, [...(colleges.get(name) ?? []), attendee])
  }
  const named = [...colleges].filter(([name]) => name !== '')
  const others = colleges.get('') ?? []
  const { organisation, person, status } = minutesText.attendanceColumns
  return {
    heading: minutesText.attendance,
    summary: summaryOf(ordered),
    columns: [organisation, person, status],
    colleges: [...named, ...(others.length === 0 ? [] : [['', others] as const])].map(([name, members]) => ({
      name: name === '' ? minutesText.otherAttendees : typed(name),
      count: minutesText.presentCount(presentAmong(members), members.length),
      rows: members.map((member) => [
        typed(member.organisation),
        joined([joined([typed(member.givenName), typed(member.familyName)], ' '), typed(member.role)]),
        statusOf(member),
      ]),
    })),
  }
}

function presentAmong(attendees: readonly Attendee[]): number {
  return attendees.filter((attendee) => isPresent(attendee.status)).length
}

function summaryOf(attendees: readonly Attendee[]): string {
  const onSite = attendees.filter((attendee) => attendee.status === 'surPlace').length
  const remote = attendees.filter((a) => a.status === 'visio' || a.status === 'audio').length
  const detail =
    remote === 0
      ? ''
      : onSite === 0
        ? minutesText.remoteOnly(remote)
        : minutesText.onSiteAndRemote(onSite, remote)
  return `${joined([minutesText.attendanceSummary(presentAmong(attendees), attendees.length), detail])}.`
}

function statusOf(attendee: Attendee): string {
  if (attendee.status === null) return minutesText.statusUnknown
  const by = typed(attendee.representedBy)
  if (attendee.status === 'represente' && by !== '') return minutesText.representedBy(by)
  return minutesText.statuses[attendee.status]
}
