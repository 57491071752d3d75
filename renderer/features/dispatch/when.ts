import { formatShortDate, formatTime } from '../../../electron/domain/text/french.ts'
import { civilDate, clockTime } from '../../../electron/domain/time/civil-date.ts'

/** "jeu. 3 déc., 10 h 42". */
export function shortInstant(instant: string): string {
  const when = new Date(instant)
  const time = formatTime(clockTime(when))
  return `${formatShortDate(civilDate(when))}, ${time}`
}
