import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { updateRow } from '../../db/rows.ts'
import type { PlanAct } from '../../domain/meetings/back-planning.ts'
import { canBecome, type Meeting, type MeetingState } from '../../domain/meetings/meeting.ts'
import type { WriteContext } from '../context.ts'
import { nextNumber } from './meeting-numbers.ts'

/**
 * Takes a meeting to another state; the yearly number is given at convocation, and kept for good. One meeting is in
 * session at a time (`other-in-session`).
 */
export async function goTo(context: WriteContext, meeting: Meeting, state: MeetingState): Promise<Meeting> {
  const { tx, about } = context
  if (!canBecome(meeting.state, state))
    throw new AppError(meeting.state === 'held' && state === 'inSession' ? 'meeting-over' : 'state-refuses')
  if (state === 'inSession') await refuseSecond(tx, meeting.id)
  about(meeting.id)
  // The state says so no longer once the meeting is opened; planned again, it is still to be convened. A session opened too
  // early convened nobody, and what left before a meeting was cancelled did leave.
  if (state === 'convened' && meeting.state !== 'inSession') await tickTask(context, meeting.id, 'convene')
  else if (state === 'planned' && meeting.state === 'convened')
    await untickTask(context, meeting.id, 'convene')
  const number = meeting.number ?? (state === 'planned' ? null : await nextNumber(tx, meeting))
  return updateRow(tx, 'meeting', meeting, { state, number, cancelReason: '' })
}

/** What was done notes it in the back-planning, where nobody did before. */
export async function tickTask({ tx, today }: WriteContext, meetingId: string, act: PlanAct): Promise<void> {
  await tx
    .updateTable('meetingTask')
    .set((eb) => ({ doneOn: today, version: eb('version', '+', 1) }))
    .where('meetingId', '=', meetingId)
    .where('act', '=', act)
    .where('doneOn', 'is', null)
    .execute()
}

async function untickTask({ tx }: WriteContext, meetingId: string, act: PlanAct): Promise<void> {
  await tx
    .updateTable('meetingTask')
    .set((eb) => ({ doneOn: null, version: eb('version', '+', 1) }))
    .where('meetingId', '=', meetingId)
    .where('act', '=', act)
    .where('doneOn', 'is not', null)
    .execute()
}

/** @throws AppError `other-in-session` */
export async function refuseSecond(tx: Reader, meetingId: string): Promise<void> {
  const other = await tx
    .selectFrom('meeting')
    .select('id')
    .where('state', '=', 'inSession')
    .where('id', '!=', meetingId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (other !== undefined) throw new AppError('other-in-session')
}
