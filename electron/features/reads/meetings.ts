import { sql } from 'kysely'
import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { getRow, type Target } from '../../db/rows.ts'
import type { Meeting, MeetingRow } from '../../domain/meetings/meeting.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import type { MinutesState } from '../../domain/minutes/minutes.ts'
import { circleOf } from '../../domain/minutes/observation.ts'
import type { MinutesLife } from '../../domain/minutes/version.ts'
import { civilDate } from '../../domain/time/civil-date.ts'
import { agendaItems, watchLinks } from './agenda.ts'
import { attachmentsOf } from './attachments.ts'
import { attendeesOf, seatCounts } from './attendance.ts'
import { lookOn } from './document-style.ts'
import { minutesView } from './minutes.ts'
import { retainedRemarks } from './observations.ts'
import { getBody } from './settings.ts'

/** Live meetings with their counts, newest first; those of one year with their seats, which are read person by person. */
export async function meetingRows(
  tx: Reader,
  where: { year?: number | null; ids?: readonly string[] } = {},
): Promise<MeetingRow[]> {
  let query = tx
    .selectFrom('meeting')
    .selectAll('meeting')
    .select((eb) => [
      eb
        .selectFrom('minutes')
        .select('minutes.state')
        .whereRef('minutes.meetingId', '=', 'meeting.id')
        .as('minutesState'),
      counting('agenda_item').as('itemCount'),
      counting('decision').as('decisionCount'),
      counting('action').as('actionCount'),
      counting('attendee').as('attendeeCount'),
    ])
    .where('meeting.deletedAt', 'is', null)
    .orderBy('meeting.date', 'desc')
    .orderBy('meeting.startTime', 'desc')
    .orderBy('meeting.id', 'desc')
  if (where.year !== undefined && where.year !== null)
    query = query
      .where('meeting.date', '>=', `${where.year}-01-01`)
      .where('meeting.date', '<=', `${where.year}-12-31`)
  if (where.ids) query = query.where('meeting.id', 'in', [...where.ids])
  const rows = await query.execute()
  if (where.year === undefined || where.year === null) return rows.map((row) => ({ ...row, seats: null }))
  const seated = rows.filter(({ attendeeCount }) => attendeeCount > 0).map(({ id }) => id)
  const seats = await seatCounts(tx, seated)
  return rows.map((row) => ({ ...row, seats: seats.get(row.id) ?? { all: 0, taken: 0 } }))
}

const counting = (table: 'agenda_item' | 'decision' | 'action' | 'attendee') =>
  sql<number>`(SELECT count(*) FROM ${sql.table(table)} AS counted WHERE counted.meeting_id = meeting.id)`

export async function meetingYears(tx: Reader): Promise<number[]> {
  const rows = await tx
    .selectFrom('meeting')
    .select(sql<string>`substr(date, 1, 4)`.as('year'))
    .distinct()
    .where('deletedAt', 'is', null)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => Number(year))
}

/** A meeting that is not in the bin. */
export async function liveMeeting(tx: Reader, id: string): Promise<Meeting> {
  const meeting = await getRow(tx, 'meeting', id)
  if (meeting.deletedAt !== null) throw new AppError('not-found')
  return meeting
}

/** A live meeting at the version the caller saw. */
export async function expectMeeting(tx: Reader, { id, version }: Target): Promise<Meeting> {
  const meeting = await liveMeeting(tx, id)
  if (meeting.version !== version) throw new AppError('conflict')
  return meeting
}

/** Everything known of one meeting (domain/meetings/meeting-file.ts). */
export async function meetingFile(tx: Reader, id: string): Promise<MeetingFile> {
  const meeting = await liveMeeting(tx, id)
  // Asked at once: the server of a team may be far away.
  const [view, body, look, items, attendees, life, attachments, links] = await Promise.all([
    minutesView(tx, id),
    getBody(tx),
    lookOn(tx, meeting.date),
    agendaItems(tx, id),
    attendeesOf(tx, id),
    minutesLife(tx, id),
    attachmentsOf(tx, id),
    watchLinks(tx, id),
  ])
  return {
    ...{ body, look, meeting, items, attendees, life, attachments },
    minutes: view?.minutes ?? null,
    sections: view?.sections ?? [],
    decisions: view?.decisions ?? [],
    actions: view?.actions ?? [],
    watchLinks: links,
  }
}

async function minutesLife(tx: Reader, meetingId: string): Promise<MinutesLife> {
  const ofVersions = tx
    .selectFrom('minutesVersion')
    .select(['reason', 'state', 'madeAt'])
    .where('meetingId', '=', meetingId)
    .orderBy('number')
    .execute()
  const ofMinutes = tx
    .selectFrom('minutes')
    .select(['reviewDeadline', 'state', 'frozenAt', 'validatedAt'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  const ofApproval = tx
    .selectFrom('approval')
    .leftJoin('meeting', 'meeting.id', 'approval.approvingMeetingId')
    .select([
      'approval.mode',
      'approval.approvedOn',
      'approval.corrections',
      'meeting.number',
      'meeting.date',
    ])
    .where('approval.id', '=', meetingId)
    .executeTakeFirst()
  const [versions, minutes, approval] = await Promise.all([ofVersions, ofMinutes, ofApproval])
  const day = (instant: string | null | undefined) => (instant == null ? null : civilDate(new Date(instant)))
  const isPastValidation = minutes?.state === 'validated' || minutes?.state === 'approved'
  // What was only read over inside is nothing that the members received.
  const isInside = (state: MinutesState) => circleOf('minutes', state) === 'internal'
  const left = versions.find(
    ({ reason, state }) => (reason === 'sent' || reason === 'review') && !isInside(state),
  )
  return {
    // Numbers that came printed with a file stand still in a draft that never left.
    sentOn: day(left?.madeAt ?? (minutes === undefined || isInside(minutes.state) ? null : minutes.frozenAt)),
    reviewDeadline: minutes?.reviewDeadline ?? null,
    validatedOn: isPastValidation
      ? day(minutes.validatedAt ?? versions.findLast(({ reason }) => reason === 'validated')?.madeAt)
      : null,
    approval:
      approval === undefined
        ? null
        : {
            mode: approval.mode,
            approvedOn: approval.approvedOn,
            corrections: approval.corrections,
            hasRetainedRemarks: (await retainedRemarks(tx, meetingId)) > 0,
            by: approval.date === null ? null : { number: approval.number, date: approval.date },
          },
  }
}
