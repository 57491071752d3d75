import type { Occurrence } from '../../../../electron/domain/meetings/series.ts'
import { addDays } from '../../../../electron/domain/time/civil-date.ts'
import { isWorkingDay } from '../../../../electron/domain/time/holidays.ts'

/** Choices about one date; those not made follow from the date itself. */
export type Choice = { take?: boolean; on?: string | null }
export type Choices = ReadonlyMap<string, Choice>

/** The day on which a date would be held. */
export function heldOn({ date }: Occurrence, choices: Choices): string {
  return choices.get(date)?.on ?? date
}

/** Whether a date is to be created: as ticked, otherwise when it is still to come and worked. */
export function isTaken(occurrence: Occurrence, choices: Choices, today: string): boolean {
  if (occurrence.state !== 'free') return false
  const day = heldOn(occurrence, choices)
  return choices.get(occurrence.date)?.take ?? (day >= today && isWorkingDay(day))
}

/** Input of `series.createMeetings`. */
export function chosenDates(
  occurrences: readonly Occurrence[],
  choices: Choices,
  today: string,
): { date: string; on: string | null }[] {
  return occurrences
    .filter((occurrence) => isTaken(occurrence, choices, today))
    .map(({ date }) => ({ date, on: choices.get(date)?.on ?? null }))
}

/** The first same day of a later week that is worked: where a meeting goes when its own day does not suit. */
export function sameDayLater(date: string): string {
  let day = addDays(date, 7)
  while (!isWorkingDay(day)) day = addDays(day, 7)
  return day
}

/** Names an occurrence on the screen: its meeting, or its date while it has none. */
export function occurrenceKey({ meetingId, date }: Occurrence): string {
  return meetingId ?? date
}
