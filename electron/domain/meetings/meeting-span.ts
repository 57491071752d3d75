// From when to when, on civil clocks, over midnight when need be; without zod, for the first screen.
import type { ClockTime } from '../ids.ts'

/** A meeting longer than this has a slip in its hours. */
const LONGEST_MINUTES = 12 * 60

type Span = { startTime: ClockTime; endTime: ClockTime | null }

const minutes = (time: ClockTime) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Whether the meeting ends after midnight: an end before the start is the next day's. */
export function endsNextDay({ startTime, endTime }: Span): boolean {
  return endTime !== null && endTime < startTime
}

/**
 * Whether the hours can be a meeting's. It has a length, of at most twelve hours: beyond, an end before the start is
 * a slip rather than an evening. Clocks that change in the night change nothing: what is printed is what is meant.
 */
export function isPlausibleSpan(span: Span): boolean {
  if (span.endTime === null) return true
  const length = minutes(span.endTime) - minutes(span.startTime) + (endsNextDay(span) ? 1440 : 0)
  return length > 0 && length <= LONGEST_MINUTES
}

/** Whether one hour of a meeting comes before another; not those of an evening that ends after midnight. */
export const isReversed = (from: ClockTime | null, to: ClockTime | null) =>
  from !== null &&
  endsNextDay({ startTime: from, endTime: to }) &&
  !isPlausibleSpan({ startTime: from, endTime: to })
