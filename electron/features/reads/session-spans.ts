import type { Reader } from '../../db/driver.ts'
import type { SessionSpan } from '../../domain/session/session.ts'

/** Stretches of the meeting, oldest first. */
export function sessionSpans(tx: Reader, meetingId: string): Promise<SessionSpan[]> {
  return tx
    .selectFrom('sessionSpan')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('startedAt')
    .orderBy('id')
    .execute()
}
