import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import type { Reader, Transaction } from '../../db/driver.ts'
import { defined, deleteRow, getRow, updateRow } from '../../db/rows.ts'
import {
  type AttendanceStatus,
  type Attendee,
  type AttendeeFields,
  isAnnounced,
  isPresent,
} from '../../domain/attendance/attendance.ts'
import {
  type AskedPerson,
  expectedBy,
  presentStatus,
  type ReplyAnswer,
  repliedSeats,
  standingReply,
} from '../../domain/attendance/reply.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { attendeesOf } from '../reads/attendance.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { refuseApproved } from '../reads/minutes.ts'
import { askedTo, forOtherDay } from '../reads/replies.ts'
import { blankAttendee } from './blank.ts'
import { applyReport, identities, readReport } from './reports.ts'
import { seatFinder } from './seats.ts'

/** How each who is there is marked, by their entry in the directory. */
async function presentMarks(
  tx: Reader,
  meetingId: string,
): Promise<(personId: string | null) => 'surPlace' | 'visio'> {
  const meeting = await liveMeeting(tx, meetingId)
  const isBefore = await forOtherDay(tx, meeting)
  const replies = await tx
    .selectFrom('reply')
    .select(['personId', 'answer', 'answeredAt'])
    .where('meetingId', '=', meetingId)
    .execute()
  const answers = new Map<string | null, ReplyAnswer>(
    replies
      .filter(({ answeredAt }) => !isBefore(answeredAt))
      .map(({ personId, answer }) => [personId, answer]),
  )
  return (personId) => presentStatus(answers.get(personId) ?? null, meeting.mode)
}

/** The row as it is afterwards; nothing is written of somebody noted as there already. */
async function markPresent({ tx }: WriteContext, id: string): Promise<Attendee> {
  const attendee = await getRow(tx, 'attendee', id)
  if (isPresent(attendee.status))
    return isAnnounced(attendee) ? updateRow(tx, 'attendee', attendee, { source: null }) : attendee
  const markOf = await presentMarks(tx, attendee.meetingId)
  return updateRow(tx, 'attendee', attendee, { status: markOf(attendee.personId), source: null })
}

const noHours = { arrivedAt: null, leftAt: null } as const

/** Whoever comes or leaves at an hour was there; whoever was not came and left at none. */
async function impliedBy(
  tx: Transaction,
  { meetingId, personId, status }: Attendee,
  patch: Parsed<'attendance.update'>['patch'],
): Promise<Partial<AttendeeFields>> {
  const isTimed = (patch.arrivedAt ?? patch.leftAt ?? null) !== null
  if (patch.status !== undefined && !isTimed)
    return patch.status === null || isPresent(patch.status) ? {} : noHours
  if (!isTimed || isPresent(patch.status ?? status)) return {}
  return { representedBy: '', status: (await presentMarks(tx, meetingId))(personId) }
}

/** Somebody of the directory as the lists of that day name them. */
async function namedOnDay(context: WriteContext, meetingId: string, personId: string) {
  const identify = await identities(context, meetingId)
  return identify({ personId, familyName: '', givenName: '', organisation: '' })
}

/** Everybody awaited, but those named, who are absent. */
async function markAllBut(
  { tx }: WriteContext,
  meetingId: string,
  exceptIds: readonly string[],
): Promise<void> {
  const except = new Set(exceptIds)
  const markOf = await presentMarks(tx, meetingId)
  for (const attendee of await attendeesOf(tx, meetingId)) {
    const mark = except.has(attendee.id) ? 'absent' : (attendee.status ?? markOf(attendee.personId))
    const status = isAwaited(attendee.status) ? mark : attendee.status
    const hours = status === 'absent' ? noHours : {}
    if (status !== attendee.status || isAnnounced(attendee))
      await updateRow(tx, 'attendee', attendee, { status, source: null, ...hours })
  }
}

/** Whoever is announced was there, or represented, as they had said. */
async function confirmAnnounced({ tx }: WriteContext, meetingId: string): Promise<void> {
  for (const attendee of await attendeesOf(tx, meetingId))
    if (isAnnounced(attendee)) await updateRow(tx, 'attendee', attendee, { source: null })
}

/** What somebody says of a presence; names and functions say nothing of it. */
const noted = ['status', 'representedBy', 'arrivedAt', 'leftAt'] as const

const isAwaited = (status: AttendanceStatus | null) => status === null || isPresent(status)

export const handlers: Handlers<'attendance'> = {
  'attendance.list': ({ tx }, { meetingId }) => attendeesOf(tx, meetingId),
  async 'attendance.addMembers'(context, { meetingId }) {
    await openAttendance(context.tx, meetingId)
    context.about(meetingId)
    await addMembers(context, meetingId)
    return attendeesOf(context.tx, meetingId)
  },
  async 'attendance.add'(context, { id, meetingId, fields, isPresent }) {
    const { tx, about } = context
    await openAttendance(tx, meetingId)
    about(meetingId)
    const present = await attendeesOf(tx, meetingId)
    const listed = present.find(
      ({ personId, ...attendee }) =>
        attendee.id === id || (personId !== null && personId === fields.personId),
    )
    if (listed !== undefined) {
      // Sent again, or listed by another desk meanwhile: nobody has two rows.
      if (isPresent === true && listed.id !== id) await markPresent(context, listed.id)
    } else {
      const position = Math.max(-1, ...present.map((attendee) => attendee.position)) + 1
      const markOf = await presentMarks(tx, meetingId)
      const mark = isPresent === true ? { status: markOf(fields.personId ?? null) } : {}
      await tx
        .insertInto('attendee')
        .values({
          ...blankAttendee,
          ...(fields.personId == null ? {} : await namedOnDay(context, meetingId, fields.personId)),
          ...defined(fields),
          ...mark,
          id,
          version: 1,
          meetingId,
          position,
        })
        .execute()
    }
    return attendeesOf(tx, meetingId)
  },
  async 'attendance.update'({ tx, about, mergeAs }, { id, version, patch }) {
    const attendee = await getRow(tx, 'attendee', id)
    const { meetingId } = attendee
    await openAttendance(tx, meetingId)
    about(meetingId)
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    const isNoted = noted.some((field) => patch[field] !== undefined)
    return updateRow(
      tx,
      'attendee',
      { id, version },
      { ...defined(patch), ...(await impliedBy(tx, attendee, patch)), ...(isNoted ? { source: null } : {}) },
    )
  },
  async 'attendance.markPresent'(context, { meetingId, ids }) {
    await openAttendance(context.tx, meetingId)
    context.about(meetingId)
    const marked: Attendee[] = []
    for (const id of ids) {
      if ((await getRow(context.tx, 'attendee', id)).meetingId !== meetingId) throw new AppError('not-found')
      marked.push(await markPresent(context, id))
    }
    return marked
  },
  async 'attendance.markAllBut'(context, { meetingId, exceptIds }) {
    await openAttendance(context.tx, meetingId)
    context.about(meetingId)
    await markAllBut(context, meetingId, exceptIds)
    return attendeesOf(context.tx, meetingId)
  },
  async 'attendance.applyReport'(context, { meetingId, lines }) {
    await openAttendance(context.tx, meetingId)
    context.about(meetingId)
    await applyReport(context, meetingId, lines)
    return attendeesOf(context.tx, meetingId)
  },
  async 'attendance.fillFromReplies'(context, { meetingId }) {
    await openAttendance(context.tx, meetingId)
    context.about(meetingId)
    await fillFromReplies(context, meetingId)
    return attendeesOf(context.tx, meetingId)
  },
  async 'attendance.confirm'(context, { meetingId }) {
    await openAttendance(context.tx, meetingId)
    context.about(meetingId)
    await confirmAnnounced(context, meetingId)
    return attendeesOf(context.tx, meetingId)
  },
  async 'attendance.remove'({ tx, about }, target) {
    const { meetingId } = await getRow(tx, 'attendee', target.id)
    await openAttendance(tx, meetingId)
    about(meetingId)
    await deleteRow(tx, 'attendee', target)
    return attendeesOf(tx, meetingId)
  },
  'attendance.readReport': readReport,
}

/** Those who have a seat on the meeting's day and are not in the list yet, under the names of that day. */
async function addMembers(context: WriteContext, meetingId: string): Promise<void> {
  const members = repliedSeats(await askedTo(context.tx, meetingId)).map(({ of }) => of.person)
  await seatAgain(context.tx, meetingId)
  await addMissing(context, meetingId, members, () => expectedBy({ reply: null, beforeMove: false }))
}

/**
 * Lists those who have a seat and whoever said that they come, each marked as they answered; what was marked by hand stays.
 * Whoever was on the list without a mark gets the one of their reply.
 */
export async function fillFromReplies(context: WriteContext, meetingId: string): Promise<void> {
  const { tx } = context
  await seatAgain(tx, meetingId)
  const asked = await askedTo(tx, meetingId)
  const replied = new Map(asked.map((person) => [person.personId, expectedBy(person)]))
  for (const attendee of await attendeesOf(tx, meetingId)) {
    const expected = attendee.personId === null ? undefined : replied.get(attendee.personId)
    if (attendee.status !== null || attendee.representedBy !== '' || !expected?.status) continue
    await updateRow(tx, 'attendee', attendee, expected)
  }
  const seated = new Set(repliedSeats(asked).map(({ of }) => of.person))
  const listed = asked.filter((one) => seated.has(one) || saidToCome(one))
  await addMissing(context, meetingId, listed, expectedBy)
}

/** A mandate may have ended or begun since somebody was listed, or the meeting was moved: one seat is never two people's. */
async function seatAgain(tx: Transaction, meetingId: string): Promise<void> {
  const seatOf = await seatFinder(tx, await liveMeeting(tx, meetingId))
  for (const attendee of await attendeesOf(tx, meetingId)) {
    const now = seatOf(attendee.personId)
    if (now.seat !== null && now.seat !== attendee.seat) await updateRow(tx, 'attendee', attendee, now)
  }
}

async function addMissing(
  { tx, now }: WriteContext,
  meetingId: string,
  people: readonly AskedPerson[],
  expected: (person: AskedPerson) => ReturnType<typeof expectedBy>,
): Promise<void> {
  const present = await attendeesOf(tx, meetingId)
  const known = new Set(present.map((attendee) => attendee.personId))
  let position = Math.max(-1, ...present.map((attendee) => attendee.position))
  for (const person of people) {
    if (known.has(person.personId)) continue
    position += 1
    const row: Attendee = {
      personId: person.personId,
      familyName: person.familyName,
      givenName: person.givenName,
      role: person.jobTitle,
      seat: person.role,
      organisation: person.organisation,
      college: person.college,
      ...expected(person),
      arrivedAt: null,
      leftAt: null,
      id: newId(now),
      version: 1,
      meetingId,
      position,
    }
    await tx.insertInto('attendee').values(row).execute()
  }
}

/** The attendance is part of the minutes: approved with them. */
async function openAttendance(tx: Transaction, meetingId: string): Promise<void> {
  await liveMeeting(tx, meetingId)
  const minutes = await tx
    .selectFrom('minutes')
    .select('state')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (minutes !== undefined) refuseApproved(minutes)
}

/** A deputy comes when the titulaire does not; a guest's place is one item: they are listed once they said so. */
function saidToCome(person: Pick<AskedPerson, 'reply' | 'beforeMove'>): boolean {
  const reply = standingReply(person)
  return reply?.answer === 'onSite' || reply?.answer === 'remote'
}
