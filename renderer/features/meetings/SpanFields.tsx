import { useState } from 'react'
import { toClockTime, toMinutes } from '../../../electron/domain/agenda/agenda.ts'
import { endsNextDay, isPlausibleSpan } from '../../../electron/domain/meetings/meeting-span.ts'
import { formatDate, formatTime } from '../../../electron/domain/text/french.ts'
import { addDays } from '../../../electron/domain/time/civil-date.ts'
import { meetingDeskText as text } from '../../text/meeting-desk.ts'
import { TimeField } from '../../ui/ParsedField.tsx'

type Span = { startTime: string; endTime: string | null }

/** @param date the day it starts, to say which the next one is; null when it is not known yet. */
export function SpanFields(props: {
  span: Span
  date: string | null
  onCommit: (change: Partial<Span>) => void
}) {
  const { span, date, onCommit } = props
  const [refused, setRefused] = useState(false)
  const { startTime, endTime } = span
  return (
    <>
      <TimeField
        label={text.start}
        value={startTime}
        needed
        onCommit={(time) => {
          setRefused(false)
          if (time !== null) onCommit(startingAt(span, time))
        }}
      />
      <TimeField
        label={text.end}
        value={endTime}
        help={
          endTime !== null && endsNextDay(span)
            ? text.endsNextDay(date === null ? null : formatDate(addDays(date, 1)), formatTime(endTime))
            : undefined
        }
        error={refused ? text.endBeforeStart(formatTime(startTime)) : undefined}
        onCommit={(time) => {
          const plausible = isPlausibleSpan({ startTime, endTime: time })
          setRefused(!plausible)
          if (plausible) onCommit({ endTime: time })
        }}
      />
    </>
  )
}

/** A new start; the end follows at the same distance when it could not stay where it is. */
function startingAt({ startTime, endTime }: Span, time: string): Partial<Span> {
  if (endTime === null || isPlausibleSpan({ startTime: time, endTime })) return { startTime: time }
  const shift = toMinutes(time) - toMinutes(startTime)
  return { startTime: time, endTime: toClockTime(toMinutes(endTime) + shift) }
}
