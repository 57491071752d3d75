import type { Preset } from '../../text/watch.ts'

/** Both days belong to it; null where no date was given yet. */
export type ChosenPeriod = { readonly from: string | null; readonly to: string | null }

/**
 * @param today civil date.
 * @param lastMeeting day of the last meeting; the texts of that very day are in.
 */
export function periodOf(
  preset: Exclude<Preset, 'free'>,
  today: string,
  lastMeeting: string,
): { from: string; to: string } {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const firstOfQuarter = month - ((month - 1) % 3)
  switch (preset) {
    case 'sinceLast':
      return { from: lastMeeting, to: today }
    case 'month':
      return { from: day(year, month, 1), to: day(year, month + 1, 0) }
    case 'lastMonth':
      return { from: day(year, month - 1, 1), to: day(year, month, 0) }
    case 'quarter':
      return { from: day(year, firstOfQuarter, 1), to: day(year, firstOfQuarter + 3, 0) }
  }
}

/** The civil date of a day and month that may lie outside their bounds: day 0 is the last of the month before. */
function day(year: number, month: number, dayOfMonth: number): string {
  return new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10)
}

/** The day of the last meeting up to today that was not cancelled, or null. */
export function lastMeetingDay(
  meetings: readonly { date: string; state: string }[],
  today: string,
): string | null {
  const past = meetings.filter(({ date, state }) => date <= today && state !== 'cancelled')
  return (
    past
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? null
  )
}
