import { formatDateWithoutWeekday, formatTime } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'

/** "10 h 42" today, else "10 h 42 le 24 novembre 2026"; null stays null. */
export function minuteWords(instant: string | null, now: Date = new Date()): string | null {
  if (instant === null) return null
  const when = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  const time = formatTime(`${two(when.getHours())}:${two(when.getMinutes())}`)
  const day = civilDate(when)
  return day === civilDate(now) ? time : `${time} le ${formatDateWithoutWeekday(day)}`
}
