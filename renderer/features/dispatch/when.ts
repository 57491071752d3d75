import { formatShortDate, formatTime } from '../../../electron/domain/text/french.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'

/** "jeu. 3 déc., 10 h 42". */
export function shortInstant(instant: string): string {
  const when = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  const time = formatTime(`${two(when.getHours())}:${two(when.getMinutes())}`)
  return `${formatShortDate(civilDate(when))}, ${time}`
}
