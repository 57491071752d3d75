import type { Body } from '../../domain/meetings/body.ts'
import { formatDateWithoutWeekday } from '../../domain/text/french.ts'

/** The words for `{séance}` in the title of an approval: "séance n° 4 du 12 mars 2026". */
export function meetingWords(
  word: Body['meetingWord'],
  { number, date }: { number: number | null; date: string },
): string {
  const day = formatDateWithoutWeekday(date)
  return number === null ? `${word} du ${day}` : `${word} n°\u00a0${number} du ${day}`
}
