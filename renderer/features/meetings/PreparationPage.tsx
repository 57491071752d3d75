// Preparation page: the fields of a meeting, edited in place and saved as they are typed.
import CalendarClock from 'lucide-react/icons/calendar-clock'
import { useState } from 'react'
import { formatDate, formatTime } from '../../../electron/domain/french.ts'
import { type Meeting, MeetingMode, type MeetingState } from '../../../electron/domain/meeting.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { homeText } from '../../text/home.ts'
import { meetingActText, meetingModeText, meetingStateText, meetingText as text } from '../../text/meeting.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { HeadActs } from '../../ui/HeadActs.tsx'
import { NumberField, TimeField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { commonKeys, useStatusLine } from '../../ui/status.ts'
import { TextField } from '../../ui/TextField.tsx'
import { showUndoToast } from '../../ui/toasts.ts'
import { MoveDialog } from './MoveDialog.tsx'

const modes = MeetingMode.options.map((value) => ({ value, label: meetingModeText[value] }))

export function PreparationPage({ meetingId }: { meetingId: string; focusId: string | null }) {
  const file = useQuery('meetings.get', { id: meetingId })
  useStatusLine([], commonKeys)
  // The frame above waits for the same read and says its failure.
  return file.data === undefined ? null : <PreparationForm meeting={file.data.meeting} />
}

function PreparationForm({ meeting }: { meeting: Meeting }) {
  const [moving, setMoving] = useState(false)
  const [endRefused, setEndRefused] = useState(false)
  const { patch, error, retry } = usePatch(
    'meetings.update',
    { id: meeting.id, version: meeting.version },
    (after) => after.version,
  )
  return (
    <div className="scroll pad prep">
      <NextStep meeting={meeting} />
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} />}
      <section className="stack" aria-label={text.identity}>
        <h2 className="h2">{text.identity}</h2>
        <div className="form-grid">
          <NumberField
            label={text.number}
            help={text.numberHelp}
            value={meeting.number}
            min={1}
            max={999}
            onCommit={(number) => patch({ number })}
          />
          <TextField
            label={text.titleField}
            help={text.titleHelp}
            value={meeting.title}
            maxLength={500}
            onCommit={(title) => patch({ title })}
          />
        </div>
      </section>
      <section className="stack" aria-label={text.when}>
        <h2 className="h2">{text.when}</h2>
        <div className="row row-3 wrap">
          <span>{formatDate(meeting.date)}</span>
          <Button small icon={CalendarClock} onPress={() => setMoving(true)}>
            {text.moveAct}
          </Button>
        </div>
        <div className="form-grid">
          <TimeField
            label={text.start}
            value={meeting.startTime}
            onCommit={(startTime) => {
              if (startTime !== null) patch({ startTime })
            }}
          />
          <TimeField
            label={text.end}
            value={meeting.endTime}
            error={endRefused ? text.endBeforeStart(formatTime(meeting.startTime)) : undefined}
            onCommit={(endTime) => {
              const refused = endTime !== null && endTime <= meeting.startTime
              setEndRefused(refused)
              if (!refused) patch({ endTime })
            }}
          />
        </div>
        <Moves meetingId={meeting.id} />
      </section>
      <section className="stack" aria-label={text.where}>
        <h2 className="h2">{text.where}</h2>
        <div className="form-grid">
          <Select
            label={text.mode}
            value={meeting.mode}
            choices={modes}
            onCommit={(mode) => patch({ mode })}
          />
          <TextField
            label={text.place}
            value={meeting.place}
            maxLength={500}
            onCommit={(place) => patch({ place })}
          />
          <TextField
            label={text.videoLink}
            type="url"
            value={meeting.videoLink}
            maxLength={2000}
            onCommit={(videoLink) => patch({ videoLink })}
          />
        </div>
      </section>
      <section className="stack" aria-label={text.who}>
        <h2 className="h2">{text.who}</h2>
        <div className="form-grid">
          <TextField
            label={text.chair}
            value={meeting.chair}
            maxLength={500}
            onCommit={(chair) => patch({ chair })}
          />
          <TextField
            label={text.secretary}
            value={meeting.secretary}
            maxLength={500}
            onCommit={(secretary) => patch({ secretary })}
          />
        </div>
      </section>
      {moving ? <MoveDialog meeting={meeting} onClose={() => setMoving(false)} /> : null}
    </div>
  )
}

/** The state that comes next along the life cycle; the others are in the menu. */
const nextState: Readonly<Record<MeetingState, MeetingState | null>> = {
  planned: 'convened',
  convened: 'inSession',
  inSession: 'held',
  held: null,
  cancelled: 'planned',
}

function NextStep({ meeting }: { meeting: Meeting }) {
  const state = nextState[meeting.state]
  const setState = useWrite('meetings.setState', {
    onSuccess: (after) => {
      if (after.state === 'inSession') navigate(href('minutes', { meetingId: after.id }))
      else void showUndoToast(text.stateNow(meetingStateText[after.state]))
    },
  })
  return (
    <>
      <HeadActs>
        {state === null ? (
          <a className="btn primary" href={href('minutes', { meetingId: meeting.id })}>
            {homeText.openMinutes}
          </a>
        ) : (
          <Button
            look="primary"
            onPress={() => setState.mutate({ id: meeting.id, version: meeting.version, state })}
          >
            {meetingActText[state]}
          </Button>
        )}
      </HeadActs>
      {setState.error === null ? null : <ErrorBanner error={setState.error} />}
    </>
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
