import { AppError } from '../../contract/errors.ts'
import { updateRow } from '../../db/rows.ts'
import { inAgendaOrder } from '../../domain/agenda/agenda.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { running } from '../../domain/session/session.ts'
import { clockTime } from '../../domain/time/civil-date.ts'
import type { WriteContext } from '../context.ts'
import { generateSections, startMinutes } from '../minutes/index.ts'
import { newId } from '../new-id.ts'
import { agendaItems } from '../reads/agenda.ts'
import { goTo } from '../reads/meeting-state.ts'
import { openMinutes } from '../reads/minutes.ts'
import { keepTypedLines } from './lines.ts'
import { sessionView } from './queries.ts'

/** In session, its minutes started, an item on. */
export async function openSession(context: WriteContext, meeting: Meeting): Promise<void> {
  const { tx, now, today } = context
  const isOpening = meeting.state !== 'inSession'
  if (isOpening) await goTo(context, meeting, 'inSession')
  const { minutes } = await startMinutes(context, meeting.id)
  const { spans } = await sessionView(tx, meeting.id)
  if (running(spans) !== null) return
  const last = spans.findLast(({ itemId }) => itemId !== null)?.itemId ?? null
  const first = inAgendaOrder(await agendaItems(tx, meeting.id)).at(0)?.id ?? null
  const itemId = last ?? first
  if (itemId !== null) await beginSpan(context, meeting.id, itemId)
  // This is the hour, in the place of a planned one or of one when it was opened by mistake; after its day it is not.
  if (isOpening && minutes.state !== 'approved' && meeting.date >= today)
    await updateRow(tx, 'minutes', minutes, { openedAt: clockTime(now), closedAt: null })
}

/** Ends the present item, with what was being typed there; the meeting is held, its draft worded from the notes. */
export async function closeSession(context: WriteContext, meeting: Meeting): Promise<void> {
  const { tx, now } = context
  if (meeting.state === 'held') return
  if (meeting.state !== 'inSession') throw new AppError('state-refuses')
  await keepTypedLines(context, meeting.id)
  await endSpan(context, meeting.id)
  await goTo(context, meeting, 'held')
  const minutes = await openMinutes(tx, meeting.id)
  if (minutes.closedAt === null) await updateRow(tx, 'minutes', minutes, { closedAt: clockTime(now) })
  // Sections that were already written stay.
  await generateSections(context, { meetingId: meeting.id, itemId: null, evenEdited: false })
}

/** From now on this item, or a suspension (null), is on. */
export async function beginSpan(
  { tx, now }: WriteContext,
  meetingId: string,
  itemId: string | null,
): Promise<void> {
  await tx
    .insertInto('sessionSpan')
    .values({ id: newId(now), version: 1, meetingId, itemId, startedAt: now.toISOString(), endedAt: null })
    .execute()
}

export async function endSpan({ tx, now }: WriteContext, meetingId: string): Promise<void> {
  const on = running((await sessionView(tx, meetingId)).spans)
  if (on !== null) await updateRow(tx, 'sessionSpan', on, { endedAt: now.toISOString() })
}
