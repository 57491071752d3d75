import { formatDateWithoutWeekday, formatTime } from '../../electron/domain/text/french.ts'
import { civilDate } from '../../electron/domain/time/civil-date.ts'
import { handOverText as text } from '../text/hand-over.ts'

/** "Copie du 12 mai 2026, 10 h 42, il y a 3 heures", in this desk's time; `now` in milliseconds. */
export function copyWords(at: string, now: number): string {
  const when = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const time = formatTime(`${two(when.getHours())}:${two(when.getMinutes())}`)
  return text.shownCopy(
    formatDateWithoutWeekday(civilDate(when)),
    time,
    text.age((now - when.getTime()) / 60_000),
  )
}
