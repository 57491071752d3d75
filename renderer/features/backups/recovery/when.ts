import { formatDateWithoutWeekday, formatTime } from '../../../../electron/domain/text/french.ts'
import { civilDate, clockTime } from '../../../../electron/domain/time/civil-date.ts'

/** "10 h 42" today, else "10 h 42 le 24 novembre 2026"; null stays null. */
export function minuteWords(instant: string | null, now: Date = new Date()): string | null {
  if (instant === null) return null
  const when = new Date(instant)
  const time = formatTime(clockTime(when))
  const day = civilDate(when)
  return day === civilDate(now) ? time : `${time} le ${formatDateWithoutWeekday(day)}`
}
