import type { Reader } from '../../db/driver.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { datesIn } from '../../imports/understanding/dates.ts'

/** A meeting, with every day that it was convened for, and every number under which it was written about. */
export type Named = Pick<Meeting, 'number' | 'date'> & {
  readonly days: readonly string[]
  readonly formerNumbers: readonly number[]
}

export async function namedMeeting(tx: Reader, { id, number, date }: Meeting): Promise<Named> {
  const moves = await tx.selectFrom('meetingMove').select('fromDate').where('meetingId', '=', id).execute()
  const sent = await tx
    .selectFrom('dispatch')
    .select('subject')
    .where('meetingId', '=', id)
    .where('state', '=', 'sent')
    .execute()
  return {
    number,
    date,
    days: [date, ...moves.map(({ fromDate }) => fromDate)],
    formerNumbers: sent.flatMap(({ subject }) => numberNamed(subject) ?? []).filter((one) => one !== number),
  }
}

const WITH_NUMBER = /\b(?:s[ée]ance|r[ée]union)\s+n\s?[°º]\s*(\d{1,3})(?!\d)/iu
const MEETING = /\b(?:s[ée]ance|r[ée]union)\b/iu
/** Between a meeting and its day; "réponse avant le" leads to another. */
const TO_ITS_DAY = /^[^:;!?]*(?<!\b(?:avant|d['’]ici|tard|depuis|pour)\s+)\b(?:du|le)\s+$/iu

function numberNamed(subject: string): number | null {
  const named = WITH_NUMBER.exec(subject)?.[1]
  return named === undefined ? null : Number(named)
}

/** As `datesIn` gives it, of the meeting that is named at a place of the subject. */
function dayNamed(subject: string, from: number): string | null {
  const behind = subject.slice(from)
  return datesIn(behind).find(({ index }) => TO_ITS_DAY.test(behind.slice(0, index)))?.date ?? null
}

/** A subject that names another meeting, by its number or its day: what its mail answers is about that one. */
export function namesAnother(subject: string, { number, date, days, formerNumbers }: Named): boolean {
  const from = MEETING.exec(subject)?.index
  if (from === undefined) return false
  const said = dayNamed(subject, from)
  const day = said?.startsWith('--') === true ? date.slice(0, 4) + said.slice(1) : said
  const isOtherDay = day !== null && !days.includes(day)
  const named = numberNamed(subject)
  // Under a number of before another meeting may stand by now: its day tells.
  if (named === null || number === null || formerNumbers.includes(named)) return isOtherDay
  // Numbers begin again every year.
  return named !== number || (day !== null && !days.some((one) => one.slice(0, 4) === day.slice(0, 4)))
}
