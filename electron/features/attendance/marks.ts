import type { Reader } from '../../db/driver.ts'
import { getRow, updateRow } from '../../db/rows.ts'
import {
  type AttendanceStatus,
  type Attendee,
  isPresent,
  presentStatus,
} from '../../domain/attendance/attendance.ts'
import type { ReplyAnswer } from '../../domain/attendance/reply.ts'
import type { WriteContext } from '../context.ts'
import { attendeesOf } from '../reads/attendance.ts'
import { liveMeeting } from '../reads/meetings.ts'

/** How each who is there is marked, by their entry in the directory. */
export async function presentMarks(
  tx: Reader,
  meetingId: string,
): Promise<(personId: string | null) => 'surPlace' | 'visio'> {
  const { mode } = await liveMeeting(tx, meetingId)
  const replies = await tx
    .selectFrom('reply')
    .select(['personId', 'answer'])
    .where('meetingId', '=', meetingId)
    .execute()
  const answers = new Map<string | null, ReplyAnswer>(
    replies.map(({ personId, answer }) => [personId, answer]),
  )
  return (personId) => presentStatus(answers.get(personId) ?? null, mode)
}

/** The row as it is afterwards; nothing is written of somebody marked as there already. */
export async function markPresent({ tx }: WriteContext, id: string): Promise<Attendee> {
  const attendee = await getRow(tx, 'attendee', id)
  if (isPresent(attendee.status)) return attendee
  const markOf = await presentMarks(tx, attendee.meetingId)
  return updateRow(tx, 'attendee', attendee, { status: markOf(attendee.personId) })
}

/** Everybody awaited, but those named, who are absent. */
export async function markAllBut(
  { tx }: WriteContext,
  meetingId: string,
  exceptIds: readonly string[],
): Promise<void> {
  const except = new Set(exceptIds)
  const markOf = await presentMarks(tx, meetingId)
  for (const attendee of await attendeesOf(tx, meetingId)) {
    if (!isAwaited(attendee.status)) continue
    const status = except.has(attendee.id) ? 'absent' : (attendee.status ?? markOf(attendee.personId))
    if (status !== attendee.status) await updateRow(tx, 'attendee', attendee, { status })
  }
}

const isAwaited = (status: AttendanceStatus | null) => status === null || isPresent(status)
