import { formatDate, formatTime, withCapital } from '../../electron/domain/text/french.ts'
import { addDays, civilDate, clockTime } from '../../electron/domain/time/civil-date.ts'
import { settingsText } from './settings.ts'

/** "mardi 24 novembre 2026, 8 h 05", in this desk's time. */
export function instantWords(instant: string): string {
  return `${formatDate(civilDate(new Date(instant)))}, ${timeWords(instant)}`
}

/** The same, but "aujourd’hui, 8 h 05" and "hier, 8 h 05" where they apply. */
export function whenWords(instant: string): string {
  const today = civilDate(new Date())
  const day = civilDate(new Date(instant))
  if (day === today) return settingsText.today(timeWords(instant))
  if (day === addDays(today, -1)) return settingsText.yesterday(timeWords(instant))
  return instantWords(instant)
}

/** "aujourd’hui, mardi 24 novembre 2026". */
export function dayWords(day: string): string {
  const today = civilDate(new Date())
  const words = formatDate(day)
  if (day === today) return withCapital(settingsText.today(words))
  return withCapital(day === addDays(today, -1) ? settingsText.yesterday(words) : words)
}

/** "8 h 05" */
export function timeWords(instant: string | number): string {
  const when = new Date(instant)
  return formatTime(clockTime(when))
}
