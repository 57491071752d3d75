import type { CivilDate } from '../ids.ts'
import type { Period } from '../watch/period.ts'
import { addDays, addMonths, daysBetween } from './civil-date.ts'

/** The calendar year of a day. */
export function yearOf(date: CivilDate): Period {
  const year = date.slice(0, 4)
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** How many whole calendar months a period is; null when it begins or ends within one. */
function wholeMonths({ from, to }: Period): number | null {
  const after = addDays(to, 1)
  if (!from.endsWith('-01') || !after.endsWith('-01')) return null
  const [fromYear, fromMonth] = from.split('-').map(Number)
  const [toYear, toMonth] = after.split('-').map(Number)
  return ((toYear ?? 0) - (fromYear ?? 0)) * 12 + (toMonth ?? 0) - (fromMonth ?? 0)
}

/** The period that touches another on one side: as many whole months when it is made of such, else as many days. */
function beside(period: Period, steps: 1 | -1): Period {
  const months = wholeMonths(period)
  const days = daysBetween(period.from, period.to) + 1
  const from = months === null ? addDays(period.from, steps * days) : addMonths(period.from, steps * months)
  return {
    from,
    to: months === null ? addDays(from, days - 1) : addDays(addMonths(from, months), -1),
  }
}

/** The period right before, the one a report is compared with: 2025 of 2026, the first half of a year of its second. */
export const previousPeriod = (period: Period): Period => beside(period, -1)
export const nextPeriod = (period: Period): Period => beside(period, 1)

/** The year when a period is a whole calendar one. */
export function calendarYear({ from, to }: Period): string | null {
  const year = from.slice(0, 4)
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : null
}
