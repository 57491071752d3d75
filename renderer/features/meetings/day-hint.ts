import { formatDate, formatTime } from '../../../electron/domain/text/french.ts'
import { addDays, civilDate, weekday } from '../../../electron/domain/time/civil-date.ts'
import { holidayOn } from '../../../electron/domain/time/holidays.ts'
import { useQuery } from '../../api/use-query.ts'
import { meetingDeskText } from '../../text/meeting-desk.ts'
import { holidayText } from '../../text/series.ts'

/** Nobody plans a meeting more than some years ahead. */
const FAR_DAYS = 3 * 366

/** The sentence that warns of a day which is not worked, or null. */
export function dayHint(date: string | null): string | null {
  if (date === null) return null
  const holiday = holidayOn(date)
  if (holiday !== null) return meetingDeskText.onHoliday(holidayText[holiday])
  return weekday(date) > 5 ? meetingDeskText.onWeekEnd : null
}

/** The same, that it is not of these years, and that another meeting is on that day. `own`: the meeting that is to be put there. */
export function useDayHints(date: string | null, own: string | null): string[] {
  const meetings = useQuery('meetings.list', { year: null }).data ?? []
  const others = meetings.filter((one) => one.date === date && one.id !== own && one.state !== 'cancelled')
  const taken = others.map(({ number, startTime }) => meetingDeskText.dayTaken(number, formatTime(startTime)))
  const past = date === null ? null : pastHint(date, civilDate(new Date()))
  return [past, dayHint(date), ...taken].filter((hint) => hint !== null)
}

/** A day gone by is one of a meeting taken over, or a year typed wrong; one that is far ahead is the latter. */
function pastHint(date: string, today: string): string | null {
  if (date < today) return meetingDeskText.isPast(formatDate(date))
  return date > addDays(today, FAR_DAYS) ? meetingDeskText.isFar(formatDate(date)) : null
}
