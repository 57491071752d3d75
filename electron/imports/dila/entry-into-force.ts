import { addDays } from '../../domain/time/civil-date.ts'
import { datesIn } from '../understanding/dates.ts'
import { fold } from '../understanding/fold.ts'

/** Null when the words give none, or several: then people read the words. */
export function entryIntoForce(words: string, publishedOn: string | null): string | null {
  const isNextDay = /\blendemain\b.*\bpublication\b/.test(fold(words))
  const dates = datesIn(words).map(({ date }) => date)
  if (isNextDay) return dates.length === 0 && publishedOn !== null ? addDays(publishedOn, 1) : null
  const [date] = dates
  return dates.length === 1 && date !== null && date !== undefined && !date.startsWith('-') ? date : null
}
