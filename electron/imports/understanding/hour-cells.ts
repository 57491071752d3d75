import { type TimeSpan, wholeTime } from './clock-times.ts'
import { type Duration, wholeDuration } from './durations.ts'

/** An hour, and behind a comma, a slash, a line's end or in brackets a second piece. */
const BESIDE =
  /^(?<one>[^()[\]\n,;/]{1,25}?)\s?(?:[([](?<aside>[^()[\]]{1,20})[)\]]|[\n,;/]\s?(?<other>[^()[\]]{1,20})|\s(?<bare>\d{1,3}\s?(?:min|mn|minutes|['’′])))$/u

/** Nobody speaks longer than this, and no meeting begins before: what is "10h" and what "1h30" of the two. */
const LONGEST_OR_FIRST = 7

/** "10h00 (5')", "5 min (10h00)", "9h30 – 10h" over "30 min": the hours of a cell and how long it says beside them; null elsewhere. */
export function hoursAndDuration(cell: string): { hours: TimeSpan; duration: Duration } | null {
  const { one = '', aside, other, bare } = BESIDE.exec(cell.trim())?.groups ?? {}
  const second = aside ?? other ?? bare ?? ''
  for (const [time, length] of [
    [one, second],
    [second, one],
  ] as const) {
    const hours = wholeTime(time)
    const duration = wholeDuration(length)
    const isLater = Number(hours?.start.slice(0, 2)) >= LONGEST_OR_FIRST
    if (hours !== null && isLater && duration !== null && (duration.minutes ?? 0) <= LONGEST_OR_FIRST * 60)
      return { hours, duration }
  }
  return null
}

/** The hours that a cell is, whatever it says beside them of how long. */
export function hoursOfCell(cell: string): TimeSpan | null {
  return wholeTime(cell) ?? hoursAndDuration(cell)?.hours ?? null
}
