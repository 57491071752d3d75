import type { Draft } from '../../domain/agenda/draft.ts'
import { datesIn, inYear, weekdayBefore } from './dates.ts'
import type { Line } from './lines.ts'

/** "Mardi 7 novembre" where the only year of the file in which it is one stands beside another day. */
export function withYear(partial: string, excerpt: string, lines: readonly Line[]): string {
  const weekday = weekdayBefore(excerpt, partial)
  if (weekday === null) return beforePage(partial, lines) ?? partial
  const years = new Set(
    lines.flatMap(({ text }) => datesIn(text).flatMap(({ date }) => date?.match(/^\d{4}/)?.[0] ?? [])),
  )
  const whole = [...years]
    .flatMap((year) => inYear(partial, year) ?? [])
    .filter((date) => new Date(`${date}T00:00:00Z`).getUTCDay() === weekday)
  return whole.length === 1 ? (whole[0] ?? partial) : partial
}

/** "Réunion du 17/12" on a page put online on 21 December 2026, which only its first lines say. */
function beforePage(partial: string, lines: readonly Line[]): string | null {
  const days = lines
    .slice(0, FIRST)
    .flatMap(({ text }) =>
      datesIn(text).flatMap(({ date }) => (date?.startsWith('-') === false ? [date] : [])),
    )
  const [day] = days
  if (day === undefined || days.length > 1) return null
  const year = Number(day.slice(0, 4)) - (partial.slice(1) > day.slice(4) ? 1 : 0)
  const whole = inYear(partial, year)
  return whole !== null && Date.parse(day) - Date.parse(whole) <= A_MONTH ? whole : null
}

/** So many first lines may hold when a page was put online. */
const FIRST = 3
const A_MONTH = 31 * 24 * 3600 * 1000

/** The next meeting, and what is to be done: "5 mars" said at a meeting of December is of the year after. */
export function afterThis(next: Draft['nextMeeting'], date: string | null): Draft['nextMeeting'] {
  return next?.date == null
    ? next
    : { ...next, date: firstAfter(next.date, date, next.source?.excerpt ?? '') }
}

export function dueAfterThis(actions: Draft['actions'], date: string | null): Draft['actions'] {
  return actions.map((action) =>
    action.dueDate === null
      ? action
      : { ...action, dueDate: firstAfter(action.dueDate, date, action.source.excerpt) },
  )
}

/** The first such day after the meeting, where it is near or its weekday right: a day that is past may be told of. */
function firstAfter(said: string, date: string | null, excerpt: string): string {
  if (!said.startsWith('--') || date === null || date.startsWith('-')) return said
  const year = Number(date.slice(0, 4)) + (said.slice(1) >= date.slice(4) ? 0 : 1)
  const whole = inYear(said, year)
  if (whole === null) return said
  const weekday = weekdayBefore(excerpt, said)
  const isNear = said.slice(1) >= date.slice(4) || Date.parse(whole) - Date.parse(date) < HALF_A_YEAR
  const isRight = weekday === null ? isNear : weekday === new Date(`${whole}T00:00:00Z`).getUTCDay()
  return isRight ? whole : said
}

const HALF_A_YEAR = 183 * 24 * 3600 * 1000
