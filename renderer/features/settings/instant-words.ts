// Instant words: when and how big, as the settings write it.
import { civilDate } from '../../../electron/domain/civil-date.ts'
import { formatDate, formatTime } from '../../../electron/domain/french.ts'
import { settingsText } from '../../text/settings.ts'

/** "mardi 24 novembre 2026, 8 h 05", in this desk's time. */
export function instantWords(instant: string): string {
  const when = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${formatDate(civilDate(when))}, ${formatTime(`${two(when.getHours())}:${two(when.getMinutes())}`)}`
}

/** "640 Ko", "3,2 Mo". */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  return megabytes < 1
    ? settingsText.kilobytes(String(Math.max(1, Math.round(bytes / 1024))))
    : settingsText.megabytes(megabytes.toFixed(1).replace('.', ','))
}
