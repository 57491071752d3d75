import type { CivilDate } from '../ids.ts'
import { addDays } from '../time/civil-date.ts'
import { nearestWorkingDay } from '../time/holidays.ts'

const MINUTES_DAYS = 15

/** The day by which the minutes of a meeting are expected: one that is worked. */
export function minutesDue(meetingDate: CivilDate): CivilDate {
  return nearestWorkingDay(addDays(meetingDate, MINUTES_DAYS), 1)
}
