import { weekday } from '../../../electron/domain/time/civil-date.ts'
import { holidayOn } from '../../../electron/domain/time/holidays.ts'
import { meetingDeskText } from '../../text/meeting-desk.ts'
import { holidayText } from '../../text/series.ts'

/** The sentence that warns of a day which is not worked, or null. */
export function dayHint(date: string | null): string | null {
  if (date === null) return null
  const holiday = holidayOn(date)
  if (holiday !== null) return meetingDeskText.onHoliday(holidayText[holiday])
  return weekday(date) > 5 ? meetingDeskText.onWeekEnd : null
}
