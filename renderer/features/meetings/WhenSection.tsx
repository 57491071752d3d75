import CalendarClock from 'lucide-react/icons/calendar-clock'
import { useState } from 'react'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { isAhead } from '../../../electron/domain/meetings/opened.ts'
import { formatDate } from '../../../electron/domain/text/french.ts'
import { useQuery } from '../../api/use-query.ts'
import { meetingDeskText as text } from '../../text/meeting-desk.ts'
import { Button } from '../../ui/Button.tsx'
import { dayHint } from './day-hint.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { SpanFields } from './SpanFields.tsx'

export function WhenSection(props: {
  meeting: Meeting
  onPatch: (patch: { startTime?: string; endTime?: string | null }) => void
}) {
  const { meeting, onPatch } = props
  const [moving, setMoving] = useState(false)
  const { date, occurrenceDate } = meeting
  const hints = [
    dayHint(date),
    occurrenceDate === null || occurrenceDate === date ? null : text.ruleDate(formatDate(occurrenceDate)),
  ].filter((hint) => hint !== null)
  return (
    <section className="stack" aria-label={text.when}>
      <h2 className="h2">{text.when}</h2>
      <div className="row row-3 wrap">
        <span>{formatDate(date)}</span>
        <Button
          small
          icon={CalendarClock}
          unavailable={isAhead(meeting) ? undefined : text.notMovable}
          onPress={() => setMoving(true)}
        >
          {text.moveAct}
        </Button>
        {hints.length === 0 ? null : <span className="mute">{hints.join(' ')}</span>}
      </div>
      <div className="form-grid">
        <SpanFields span={meeting} date={date} onCommit={onPatch} />
      </div>
      <Moves meetingId={meeting.id} />
      {moving ? <MoveDialog meeting={meeting} onClose={() => setMoving(false)} /> : null}
    </section>
  )
}

function Moves({ meetingId }: { meetingId: string }) {
  const moves = useQuery('meetings.moves', { id: meetingId })
  if (moves.data === undefined || moves.data.length === 0) return null
  return (
    <div>
      <h3 className="h3">{text.moves}</h3>
      <ul className="list">
        {moves.data.map((move) => (
          <li key={move.id}>
            {text.movedFrom(formatDate(move.fromDate), formatDate(move.toDate), move.reason)}
          </li>
        ))}
      </ul>
    </div>
  )
}
