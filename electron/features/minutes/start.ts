import { AppError } from '../../contract/errors.ts'
import type { MinutesView } from '../../contract/minutes.ts'
import { updateRow } from '../../db/rows.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import type { MinutesFields } from '../../domain/minutes/minutes.ts'
import { emptyRichText } from '../../domain/text/rich-text.ts'
import { insertSection } from '../agenda/index.ts'
import { fillFromReplies } from '../attendance/index.ts'
import type { WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { agendaItems } from '../reads/agenda.ts'
import { nextNumber } from '../reads/meeting-numbers.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { minutesView } from '../reads/minutes.ts'
import { type NextMeeting, nextMeeting } from '../reads/next-meeting.ts'

/** The minutes of a meeting, started if they were not. A cancelled meeting has none: `state-refuses`. */
export async function startMinutes(context: WriteContext, meetingId: string): Promise<MinutesView> {
  const { tx, about } = context
  about(meetingId)
  const meeting = await liveMeeting(tx, meetingId)
  if (meeting.state === 'cancelled') throw new AppError('state-refuses')
  const started = await minutesView(tx, meetingId)
  if (started) return started
  // Old minutes say themselves what came next.
  const next = meeting.takenOver === null ? await nextMeeting(tx, meeting) : null
  await layMinutes(context, meeting, { openedAt: meeting.startTime, closedAt: meeting.endTime, next })
  await fillFromReplies(context, meetingId)
  const view = await minutesView(tx, meetingId)
  if (!view) throw new AppError('not-found')
  return view
}

type Laid = Pick<MinutesFields, 'openedAt' | 'closedAt'> & { next: NextMeeting | null }

/** Blank minutes of a meeting that has none: a section per item, and a number for the meeting. */
export async function layMinutes(
  { tx, now }: WriteContext,
  meeting: Meeting,
  { next, ...hours }: Laid,
): Promise<void> {
  if (meeting.number === null) {
    // Decisions carry the meeting's number: it must have one before the first is written.
    const number = await nextNumber(tx, meeting)
    await updateRow(tx, 'meeting', meeting, { number })
  }
  const id = newId(now)
  const empty = JSON.stringify(emptyRichText)
  await tx
    .insertInto('minutes')
    .values({
      id,
      version: 1,
      meetingId: meeting.id,
      state: 'drafting',
      ...hours,
      opening: empty,
      closing: empty,
      nextMeetingDate: next?.date ?? null,
      nextMeetingTime: next?.startTime ?? null,
      nextMeetingPlace: next?.place ?? '',
      internalDeadline: null,
      reviewDeadline: null,
      consultationDeadline: null,
      frozenAt: null,
      validatedAt: null,
    })
    .execute()
  for (const item of await agendaItems(tx, meeting.id)) await insertSection(tx, id, item.id, now)
}
