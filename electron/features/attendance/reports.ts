import { AppError } from '../../contract/errors.ts'
import type { Input } from '../../contract/index.ts'
import { updateRow } from '../../db/rows.ts'
import type { Attendee } from '../../domain/attendance/attendance.ts'
import { expectedBy } from '../../domain/attendance/reply.ts'
import { type AppliedLine, MAX_REPORT_BYTES, type ReportDraft } from '../../domain/attendance/report.ts'
import type { LongContext, WriteContext } from '../context.ts'
import { attendeesOf } from '../reads/attendance.ts'
import { directoryView, namesOn } from '../reads/directory.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { askedTo } from '../reads/replies.ts'
import { blankAttendee } from './blank.ts'
import { matchReport } from './match-report.ts'
import { seatFinder } from './seats.ts'

export async function readReport(
  context: LongContext,
  { meetingId, bytes }: Input<'attendance.readReport'>,
): Promise<ReportDraft> {
  if (bytes.length > MAX_REPORT_BYTES) throw new AppError('report-too-large')
  const report = await context.runJob('readReport', { bytes })
  const world = await context.read(async ({ tx }) => {
    const meeting = await liveMeeting(tx, meetingId)
    const hours = await tx
      .selectFrom('minutes')
      .select(['openedAt', 'closedAt'])
      .where('meetingId', '=', meetingId)
      .executeTakeFirst()
    return {
      attendees: await attendeesOf(tx, meetingId),
      directory: await directoryView(tx),
      expected: new Map(
        (await askedTo(tx, meetingId)).map((asked) => [asked.personId, expectedBy(asked).status]),
      ),
      date: meeting.date,
      opensAt: hours?.openedAt ?? meeting.startTime,
      closesAt: hours?.closedAt ?? meeting.endTime,
    }
  })
  return matchReport(report, world)
}

/** Somebody of the directory who is on the list meanwhile is marked there, not listed twice. */
export async function applyReport(
  context: WriteContext,
  meetingId: string,
  lines: readonly AppliedLine[],
): Promise<void> {
  const { tx } = context
  const identify = await identities(context, meetingId)
  const listed = await attendeesOf(tx, meetingId)
  let position = Math.max(-1, ...listed.map((attendee) => attendee.position))
  for (const line of lines) {
    // Sent again: it is there already.
    if (listed.some(({ id }) => id === line.newId)) continue
    const known = listed.findIndex(
      ({ id, personId }) => id === line.attendeeId || (personId !== null && personId === line.personId),
    )
    const attendee = listed[known]
    if (attendee === undefined) {
      if (line.attendeeId !== null) throw new AppError('not-found')
      position += 1
      const row: Attendee = {
        ...blankAttendee,
        ...identify(line),
        status: line.status ?? 'visio',
        arrivedAt: line.arrivedAt,
        leftAt: line.leftAt,
        id: line.newId,
        version: 1,
        meetingId,
        position,
      }
      await tx.insertInto('attendee').values(row).execute()
      listed.push(row)
    } else {
      if (line.attendeeId !== null && attendee.status !== line.from) throw new AppError('conflict')
      const patch = {
        ...(line.status === null ? {} : { status: line.status }),
        ...(line.arrivedAt === null ? {} : { arrivedAt: line.arrivedAt }),
        ...(line.leftAt === null ? {} : { leftAt: line.leftAt }),
      }
      if (Object.keys(patch).length > 0)
        listed[known] = {
          ...(await updateRow(tx, 'attendee', attendee, { ...patch, source: null })),
          status: attendee.status,
        }
    }
  }
}

/** The names of somebody to add, as they are printed on the day of the meeting, and whose seat they have. */
export async function identities({ tx }: WriteContext, meetingId: string) {
  const meeting = await liveMeeting(tx, meetingId)
  const seatOf = await seatFinder(tx, meeting)
  const { persons, organisations, colleges } = await directoryView(tx)
  const former = await namesOn(tx, meeting.date)
  return ({
    personId,
    familyName,
    givenName,
    organisation,
  }: Pick<AppliedLine, 'personId' | 'familyName' | 'givenName' | 'organisation'>): Partial<Attendee> => {
    const person = persons.find(({ id }) => id === personId)
    if (person === undefined)
      return {
        familyName: familyName || givenName,
        givenName: familyName === '' ? '' : givenName,
        organisation,
      }
    const own = organisations.find(({ id }) => id === person.organisationId)
    return {
      personId,
      familyName: person.familyName,
      givenName: person.givenName,
      role: person.jobTitle,
      organisation: former.get(own?.id ?? '')?.name ?? own?.name ?? '',
      college: colleges.find(({ id }) => id === own?.collegeId)?.name ?? '',
      ...seatOf(personId),
    }
  }
}
