import type { Reader } from '../../db/driver.ts'
import type { DispatchKind } from '../../domain/dispatch/dispatch.ts'
import { civilDate } from '../../domain/time/civil-date.ts'
import { datesIn } from '../../imports/understanding/dates.ts'

/**
 * The last day that messages which left gave: the latest day to come in their words, up to the one that is noted; that one
 * where they name none. Null when no message left, or no day is noted.
 */
export async function toldDay(
  tx: Reader,
  { meetingId, kinds, noted }: { meetingId: string; kinds: readonly DispatchKind[]; noted: string | null },
): Promise<string | null> {
  if (noted === null) return null
  const sent = await tx
    .selectFrom('dispatch')
    .select(['body', 'sentAt'])
    .where('meetingId', '=', meetingId)
    .where('kind', 'in', kinds)
    .where('state', '=', 'sent')
    .execute()
  if (sent.length === 0) return null
  const days = sent.flatMap(({ body, sentAt }) => {
    const left = sentAt === null ? '' : civilDate(new Date(sentAt))
    return datesIn(body).flatMap(({ date }) => (date !== null && date >= left && date <= noted ? [date] : []))
  })
  return days.sort().at(-1) ?? noted
}
