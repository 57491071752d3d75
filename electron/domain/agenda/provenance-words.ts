import type { CivilDate } from '../ids.ts'
import type { Body } from '../meetings/body.ts'
import { formatDateWithoutWeekday } from '../text/french.ts'
import type { CarryOrigin } from './carry-over.ts'

/** "12 mai", with its year unless that is the year of the meeting that takes the item up. */
function dayWords(date: CivilDate, target: CivilDate): string {
  const whole = formatDateWithoutWeekday(date)
  return date.slice(0, 4) === target.slice(0, 4) ? whole.slice(0, -5) : whole
}

/** "1er report", "2e report". */
function reportRank(times: number): string {
  return `${times}${times === 1 ? 'er' : 'e'}\u00a0report`
}

/**
 * "reporté de la séance du 12 mai, 2e report", "reporté de la séance annulée du 12 mai".
 * @param target date of the meeting that takes it up.
 */
export function provenanceWords(
  { origin, times }: { origin: CarryOrigin; times: number },
  target: CivilDate,
  word: Body['meetingWord'],
): string {
  const cancelled = origin.state === 'cancelled' ? ' annulée' : ''
  const from = `reporté de la ${word}${cancelled} du ${dayWords(origin.date, target)}`
  return times === 1 ? from : `${from}, ${reportRank(times)}`
}

/** "séance du 12 mai", for a project or a text that was presented there. */
export function meetingOf(origin: CarryOrigin, target: CivilDate, word: Body['meetingWord']): string {
  return `${word} du ${dayWords(origin.date, target)}`
}
