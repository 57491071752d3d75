import { formatShortDate, formatTime } from '../../../../electron/domain/text/french.ts'
import { civilDate, clockTime } from '../../../../electron/domain/time/civil-date.ts'

/** "mar. 24 nov. 2026, 10 h 42". */
export function whenWords(instant: string): string {
  const when = new Date(instant)
  const time = formatTime(clockTime(when))
  return `${formatShortDate(civilDate(when), true)}, ${time}`
}
