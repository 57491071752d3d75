import type { Reader } from '../../db/driver.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { datesIn } from '../../imports/understanding/dates.ts'

/** A meeting, and every day that it was convened for. */
export type Named = Pick<Meeting, 'number' | 'date'> & { readonly days: readonly string[] }

export async function namedMeeting(tx: Reader, { id, number, date }: Meeting): Promise<Named> {
  const moves = await tx.selectFrom('meetingMove').select('fromDate').where('meetingId', '=', id).execute()
  return { number, date, days: [date, ...moves.map(({ fromDate }) => fromDate)] }
}

const WITH_NUMBER = /\b(?:s[ée]ance|r[ée]union)\s+n\s?[°º]\s*(\d{1,3})(?!\d)/iu
const MEETING = /\b(?:s[ée]ance|r[ée]union)\b/iu

/** A subject that names another meeting, by its number or its day: what its mail answers is about that one. */
export function namesAnother(subject: string, { number, date, days }: Named): boolean {
  const from = MEETING.exec(subject)?.index
  if (from === undefined) return false
  const said = datesIn(subject.slice(from))[0]?.date ?? null
  const day = said?.startsWith('--') === true ? date.slice(0, 4) + said.slice(1) : said
  const named = WITH_NUMBER.exec(subject)?.[1]
  if (named === undefined || number === null) return day !== null && !days.includes(day)
  // Numbers begin again every year.
  return (
    Number(named) !== number || (day !== null && !days.some((one) => one.slice(0, 4) === day.slice(0, 4)))
  )
}
