import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { updateRow } from '../../db/rows.ts'
import { canBecome, type Meeting, type MeetingState } from '../../domain/meetings/meeting.ts'
import type { WriteContext } from '../context.ts'
import { nextNumber } from './meeting-numbers.ts'

/**
 * Takes a meeting to another state; the yearly number is given at convocation, and kept for good. One meeting is in
 * session at a time (`other-in-session`).
 */
export async function goTo(
  { tx, about }: WriteContext,
  meeting: Meeting,
  state: MeetingState,
): Promise<Meeting> {
  if (!canBecome(meeting.state, state))
    throw new AppError(meeting.state === 'held' && state === 'inSession' ? 'meeting-over' : 'state-refuses')
  if (state === 'inSession') await refuseSecond(tx, meeting.id)
  about(meeting.id)
  const number = meeting.number ?? (state === 'planned' ? null : await nextNumber(tx, meeting))
  return updateRow(tx, 'meeting', meeting, { state, number, cancelReason: '' })
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
