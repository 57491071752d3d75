import type { Occurrence } from '../../../../electron/domain/meetings/series.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { daysBetween } from '../../../../electron/domain/time/civil-date.ts'
import { holidayOn } from '../../../../electron/domain/time/holidays.ts'
import { occurrenceStateText, seriesText } from '../../../text/series.ts'
import { Thread, type ThreadStop } from '../../../ui/Thread.tsx'
import { type Choices, heldOn, occurrenceKey } from './choices.ts'

/** More stops than this would run into one another. */
const MOST_STOPS = 13

export function SeriesThread(props: {
  label: string
  occurrences: readonly Occurrence[]
  choices: Choices
  today: string
}) {
  const { occurrences, choices, today } = props
  if (occurrences.length < 2 || occurrences.length > MOST_STOPS) return null
  return (
    <div className="year-thread series-thread">
      <Thread label={props.label} stops={stopsOf(occurrences, choices, today)} />
    </div>
  )
}

function stopsOf(occurrences: readonly Occurrence[], choices: Choices, today: string): ThreadStop[] {
  const days = occurrences.map((one) => one.meetingDate ?? heldOn(one, choices))
  const lastPast = days.findLastIndex((day) => day <= today)
  return occurrences.map((occurrence, index) => {
    const { state } = occurrence
    const day = days[index] ?? occurrence.date
    const isOff = state === 'free' && holidayOn(day) !== null
    const next = days[index + 1]
    const isNow = index === lastPast && next !== undefined
    return {
      id: occurrenceKey(occurrence),
      title: dayAndMonth(day),
      detail: isOff ? seriesText.off : occurrenceStateText[state].toLowerCase(),
      state: isNow ? 'now' : index <= lastPast ? 'done' : 'ahead',
      ...(state === 'cancelled' || state === 'skipped' ? { shape: 'off' as const } : {}),
      ...(index > lastPast && (state === 'created' || state === 'moved')
        ? { shape: 'meeting' as const }
        : {}),
      ...(isOff ? { warn: true } : {}),
      ...(isNow
        ? {
            today: {
              part: Math.min(0.95, daysBetween(day, today) / Math.max(1, daysBetween(day, next))),
              label: dayAndMonth(today),
            },
          }
        : {}),
    }
  })
}

/** "10 déc." out of "jeu. 10 déc.". */
function dayAndMonth(date: string): string {
  return formatShortDate(date).replace(/^\S+ /, '')
}
