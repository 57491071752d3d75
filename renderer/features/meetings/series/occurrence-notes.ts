import type { Occurrence } from '../../../../electron/domain/meetings/series.ts'
import { formatShortDate, withCapital } from '../../../../electron/domain/text/french.ts'
import { weekday } from '../../../../electron/domain/time/civil-date.ts'
import { holidayOn } from '../../../../electron/domain/time/holidays.ts'
import { holidayText, seriesText as text } from '../../../text/series.ts'
import { type Choices, heldOn } from './choices.ts'

/** The marks of a date, most important first; `isWarning` when the day itself does not suit. */
export function occurrenceNotes(
  occurrence: Occurrence,
  choices: Choices,
  today: string,
): { words: string; isWarning: boolean } {
  const { date, holiday, state, meetingDate, reason, byRule } = occurrence
  const day = meetingDate ?? heldOn(occurrence, choices)
  const other = day === date ? null : formatShortDate(day, day.slice(0, 4) !== date.slice(0, 4))
  const dayFault = faultOf(day)
  const notes = [
    other === null ? null : state === 'free' ? text.heldOn(other) : text.movedTo(other),
    other === null ? dayFault : null,
    other !== null && holiday !== null ? text.insteadOf(holidayText[holiday]) : null,
    other !== null && dayFault !== null ? dayFault : null,
    state === 'free' && day < today ? text.past : null,
    byRule ? null : text.offRule,
    reason === '' ? null : reason,
  ].filter((note) => note !== null)
  const words = notes.join(' · ')
  const isWarning = dayFault !== null && state !== 'skipped' && state !== 'cancelled'
  return { words: withCapital(words), isWarning }
}

function faultOf(day: string): string | null {
  const holiday = holidayOn(day)
  if (holiday !== null) return text.holiday(holidayText[holiday])
  return weekday(day) > 5 ? text.weekEnd : null
}
