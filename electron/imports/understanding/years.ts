import type { Draft } from '../../domain/agenda/draft.ts'
import { datesIn, weekdayBefore } from './dates.ts'
import type { Line } from './lines.ts'

/** "Mardi 7 novembre" where the only year of the file in which it is one stands beside another day. */
export function withYear(partial: string, excerpt: string, lines: readonly Line[]): string {
  const weekday = weekdayBefore(excerpt, partial)
  if (weekday === null) return partial
  const years = new Set(
    lines.flatMap(({ text }) => datesIn(text).flatMap(({ date }) => date?.match(/^\d{4}/)?.[0] ?? [])),
  )
  const whole = [...years]
    .map((year) => `${year}${partial.slice(1)}`)
    .filter((date) => new Date(`${date}T00:00:00Z`).getUTCDay() === weekday)
  return whole.length === 1 ? (whole[0] ?? partial) : partial
}

/** "Mercredi 5 mars" said at a meeting of December: the weekday says which year it is. */
export function afterThis(next: Draft['nextMeeting'], date: string | null): Draft['nextMeeting'] {
  if (next?.date?.startsWith('--') !== true || date === null || date.startsWith('-')) return next
  const said = next.date.slice(1)
  const year = Number(date.slice(0, 4)) + (said > date.slice(4) ? 0 : 1)
  const weekday = weekdayBefore(next.source?.excerpt ?? '', next.date)
  return weekday === new Date(`${year}${said}T00:00:00Z`).getUTCDay()
    ? { ...next, date: `${year}${said}` }
    : next
}
