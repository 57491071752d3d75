import type { MeetingRow } from '../../../electron/domain/meetings/meeting.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { civilDate, daysBetween } from '../../../electron/domain/time/civil-date.ts'
import { meetingText } from '../../text/meeting.ts'
import { Thread, type ThreadStop } from '../../ui/Thread.tsx'
import { meetingStateWords } from './meeting-badge.tsx'
import { meetingHref } from './place-words.ts'

/** More stops than this would run into one another. */
const MOST_STOPS = 13

/** "10 déc." out of "jeu. 10 déc.". */
const dayAndMonth = (date: string) => formatShortDate(date).replace(/^\S+ /, '')

export function YearThread({ year, rows }: { year: number; rows: readonly MeetingRow[] }) {
  if (rows.length < 2 || rows.length > MOST_STOPS) return null
  return (
    <div className="year-thread">
      <Thread label={meetingText.yearThread(year)} stops={yearStops(rows, civilDate(new Date()))} />
    </div>
  )
}

function yearStops(rows: readonly MeetingRow[], today: string): ThreadStop[] {
  const inOrder = [...rows].sort((a, b) => a.date.localeCompare(b.date))
  const lastPast = inOrder.findLastIndex((row) => row.date <= today)
  return inOrder.map((row, index) => {
    const next = inOrder[index + 1]
    const isNow = index === lastPast && next !== undefined
    const words = row.state === 'planned' ? meetingText.ahead : meetingStateWords(row).toLowerCase()
    return {
      id: row.id,
      title: dayAndMonth(row.date),
      detail: words.replace(/^cr /, ''),
      href: meetingHref(row),
      state: isNow ? 'now' : index <= lastPast ? 'done' : 'ahead',
      ...(row.state === 'cancelled' ? { shape: 'off' as const } : {}),
      ...(index > lastPast && row.state !== 'cancelled' ? { shape: 'meeting' as const } : {}),
      ...(row.minutesState === 'review' ? { warn: true } : {}),
      ...(isNow
        ? {
            today: {
              part: Math.min(
                0.95,
                daysBetween(row.date, today) / Math.max(1, daysBetween(row.date, next.date)),
              ),
              label: dayAndMonth(today),
            },
          }
        : {}),
    }
  })
}
