import { z } from 'zod'
import type { CivilDate } from '../ids.ts'
import { addDays } from '../time/civil-date.ts'
import type { TextDeadline } from './text-life.ts'
import { unpublished, type WatchItem } from './watch.ts'

/** Both days belong to it. */
export type Period = { readonly from: CivilDate; readonly to: CivilDate }

export const BulletinScope = z.enum(['news', 'whole'])
export type BulletinScope = z.infer<typeof BulletinScope>

/** `published` in the period; `preparation`: not out at its end; `deadline`: out before, with a date still to come. */
export type PeriodPart = 'published' | 'preparation' | 'deadline'

/** Deadlines are announced this many months after that of the period's end. */
const MONTHS_AHEAD = 6

/** The last day whose deadlines are announced: the end of the sixth month after that of the period's end. */
export function horizonOf({ to }: Period): CivilDate {
  return endOfMonth(to, MONTHS_AHEAD)
}

function endOfMonth(day: CivilDate, after: number): CivilDate {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return new Date(Date.UTC(year, month + after, 0)).toISOString().slice(0, 10)
}

/** What applies until then is news: the end of the second month after that of the period's end. */
export function soonOf({ to }: Period): CivilDate {
  return endOfMonth(to, 2)
}

type Dated = WatchItem & { readonly deadlines: readonly Pick<TextDeadline, 'date'>[] }

/** A text that came out in the period may be due as well, on a day that its publication does not say. */
export function isDue(item: Dated, period: Period, until: CivilDate): boolean {
  const part = partOf(item, period)
  if (part !== 'published' || item.status === 'repealed') return part === 'deadline'
  const inForceOn = comesIntoForceAsUsual(item) ? null : item.inForceOn
  return [inForceOn, item.appliesOn, ...item.deadlines.map(({ date }) => date)].some(
    (date) => date !== null && date >= period.from && date <= until,
  )
}

/** The one part of the bulletin where a text stands; null: it is not spoken of. */
export function partOf(item: Dated, period: Period): PeriodPart | null {
  const { publishedOn, status } = item
  if (publishedOn !== null && publishedOn >= period.from && publishedOn <= period.to) return 'published'
  if (publishedOn === null || publishedOn > period.to) {
    if (unpublished.includes(status)) return 'preparation'
    // It came out later: a bulletin of that time will say so.
    if (publishedOn !== null) return null
  }
  if (status === 'repealed') return null
  const horizon = horizonOf(period)
  return [item.inForceOn, item.appliesOn, ...item.deadlines.map(({ date }) => date)].some(
    (date) => date !== null && date >= period.from && date <= horizon,
  )
    ? 'deadline'
    : null
}

/**
 * Whether a text comes into force as every text does, the day after its publication: then its publication says it all.
 * Source: Code civil, article 1.
 */
export function comesIntoForceAsUsual({
  publishedOn,
  inForceOn,
}: Pick<WatchItem, 'publishedOn' | 'inForceOn'>): boolean {
  return publishedOn !== null && inForceOn !== null && inForceOn <= addDays(publishedOn, 1)
}
