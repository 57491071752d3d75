import type { Reader } from '../../db/driver.ts'
import { madeAt } from '../../domain/ids.ts'
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

/** Items that came since the meeting was opened, until it was closed, onto an agenda that was there before. */
export async function addedInSession(
  tx: Reader,
  meetingId: string,
  items: readonly { id: string }[],
): Promise<ReadonlySet<string>> {
  const spans = await sessionSpans(tx, meetingId)
  const from = Date.parse(spans.at(0)?.startedAt ?? '')
  const to = Date.parse(spans.at(-1)?.endedAt ?? '9999')
  const made = items.map(({ id }) => ({ id, at: madeAt(id) }))
  const added = made.filter(({ at }) => at >= from && at <= to)
  return new Set(made.some(({ at }) => at < from) ? added.map(({ id }) => id) : [])
}
