import type { Reader } from '../../db/driver.ts'
import type { DispatchKind } from '../../domain/dispatch/dispatch.ts'
import { fold } from '../../domain/text/fold.ts'
import { civilDate } from '../../domain/time/civil-date.ts'
import { datesIn, type FoundDate, inYear } from '../../imports/understanding/dates.ts'

/**
 * The last day that messages which left gave: the latest one that their words announce, else any day to come in them, up to
 * the one that is noted; that one where they name none. Null when no message left, or no day is noted.
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
    const found = datesIn(body)
    const last = found.filter((date) => isLast(body, date))
    return (last.length > 0 ? last : found).flatMap(({ date }) => {
      const day = date === null ? null : wholeDay(date, left)
      return day !== null && day >= left && day <= noted ? [day] : []
    })
  })
  return days.sort().at(-1) ?? noted
}

/** "Le 10 mai au plus tard", "jusqu’au 10 mai": the other days of a letter are of something else. */
function isLast(body: string, { index, length }: FoundDate): boolean {
  const before = fold(body.slice(Math.max(0, index - 40), index))
  const behind = fold(body.slice(index + length, index + length + 40))
  return (
    /\b(?:jusqu (?:au|a)|avant|d ici(?: au)?|au plus tard)(?: le)?\s+(?:\p{L}+di\s+)?$/u.test(before) ||
    /^[\s,]*(?:inclus,? )?au plus tard\b/u.test(behind)
  )
}

/** A day that is said without its year is the next one after the message left. */
function wholeDay(date: string, left: string): string | null {
  if (!date.startsWith('--')) return date
  const year = Number(left.slice(0, 4))
  const [now, next] = [inYear(date, year), inYear(date, year + 1)]
  return now !== null && now >= left ? now : next
}
