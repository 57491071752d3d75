import { AppError } from '../../contract/errors.ts'
import { updateRow } from '../../db/rows.ts'
import { canBecome, type Meeting, type MeetingState } from '../../domain/meetings/meeting.ts'
import type { WriteContext } from '../context.ts'
import { nextNumber } from './meeting-numbers.ts'

/** Takes a meeting to another state; the yearly number is given at convocation, and kept for good. */
export async function goTo(
  { tx, about }: WriteContext,
  meeting: Meeting,
  state: MeetingState,
): Promise<Meeting> {
  if (!canBecome(meeting.state, state)) throw new AppError('state-refuses')
  about(meeting.id)
  const number = meeting.number ?? (state === 'planned' ? null : await nextNumber(tx, meeting))
  return updateRow(tx, 'meeting', meeting, { state, number, cancelReason: '' })
}
