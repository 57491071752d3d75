// Hours of a whole agenda, each against the next.
import { minutesOf, timesIn } from './clock-times.ts'
import type { FoundItem } from './found-item.ts'
import type { Line } from './lines.ts'

/**
 * "9h Accueil", "10h Exposés", "13h Atelier" above the same day told again from its first hour on, with many more hours: the
 * programme is what is told at length.
 */
export function overviewIn(lines: readonly Line[]): Set<Line> {
  const timed = lines.filter((line) => line.timed)
  const starts = timed.map(({ words }) => timesIn(words)[0]?.start ?? '')
  const again = starts.findIndex((start, at) => at >= 2 && start === starts[0])
  const [brief, long] = [starts.slice(0, again), starts.slice(again)]
  const rise = (hours: readonly string[]) =>
    hours.every((hour, at) => at === 0 || hour >= (hours[at - 1] ?? ''))
  const isTold = long.length >= 2 * brief.length && (long.at(-1) ?? '') >= (brief.at(-1) ?? '')
  return new Set(again > 0 && rise(brief) && rise(long) && isTold ? timed.slice(0, again) : [])
}

/** Fewer hours may stand beside single items of an agenda that has none. */
const LEAST_TIMED = 3
/** Between two hours further apart stands something that is not written. */
const LONGEST_MINUTES = 150
/** A meal, where they lie on either side of noon. */
const LONGEST_AT_NOON = 90
const NOON = { from: 12 * 60, to: 14 * 60 }

/** Minutes by which a morning is before the afternoon of the day before. */
const LEAST_BACK = 180

/**
 * "9 h 30 Budget, 10 h 15 Conventions": where every item has its hour, each lasts until the next one, the last until the end of
 * the meeting; what is written of its duration stays.
 * @param end `HH:MM`, null when the file says none
 */
export function lastUntilTheNext(items: readonly FoundItem[], end: string | null): void {
  const starts = items.flatMap(({ fixedStart, depth, isPart }) =>
    fixedStart === null || depth > 0 || isPart ? [] : [minutesOf(fixedStart)],
  )
  const isWhole = starts.length === items.length && starts.length >= LEAST_TIMED
  // Far back, it is the morning of another day; at the same hour they go on side by side.
  const isRising = starts.slice(1).every((start, at) => {
    const after = start - (starts[at] ?? start)
    return after > 0 || after <= -LEAST_BACK
  })
  if (!isWhole || !isRising) return
  for (const [at, item] of items.entries()) {
    const next = starts[at + 1] ?? (end === null ? null : minutesOf(end))
    const start = starts[at] ?? 0
    const minutes = (next ?? 0) - start
    const isAtNoon = start < NOON.to && start + minutes > NOON.from
    const most = isAtNoon ? LONGEST_AT_NOON : LONGEST_MINUTES
    if (item.durationMinutes === null && item.durationRange === null && minutes > 0 && minutes <= most)
      item.durationMinutes = minutes
  }
}

/** A written duration against its hours, hours that go back, or an item that runs into the next one's hour. */
export function hoursThatDisagree(items: readonly FoundItem[]): FoundItem[] {
  const timed = items.filter((item) => item.fixedStart !== null)
  const running = timed.filter((item, at) => {
    const next = timed[at + 1]
    if (next === undefined || item.fixedStart === null || next.fixedStart === null) return false
    if (next.depth > item.depth) return false
    const start = minutesOf(item.fixedStart)
    const after = minutesOf(next.fixedStart) - start
    // More than twelve hours back is the next day.
    return after > -720 && (after < 0 || (item.durationMinutes ?? 0) > after)
  })
  return items.filter((item) => item.hoursDisagree || running.includes(item))
}
