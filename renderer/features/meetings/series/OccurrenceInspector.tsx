import CalendarClock from 'lucide-react/icons/calendar-clock'
import CalendarX from 'lucide-react/icons/calendar-x'
import { useState } from 'react'
import { canBecome } from '../../../../electron/domain/meetings/meeting.ts'
import { isAhead } from '../../../../electron/domain/meetings/opened.ts'
import type { Occurrence } from '../../../../electron/domain/meetings/series.ts'
import { formatDate } from '../../../../electron/domain/text/french.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { href } from '../../../app/paths.ts'
import { occurrenceText as text } from '../../../text/series.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { useKept } from '../../../ui/kept.ts'
import { CheckBox } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { CancelDialog } from '../CancelDialog.tsx'
import { dayHint } from '../day-hint.ts'
import { MoveDialog } from '../MoveDialog.tsx'
import { MeetingBadge } from '../meeting-badge.tsx'
import { timesWords } from '../place-words.ts'
import { type Choice, sameDayLater } from './choices.ts'

type Props = {
  seriesId: string
  occurrence: Occurrence
  /** The day on which it is to be held, and whether it is to be created. */
  day: string
  isTaken: boolean
  onChoose: (choice: Choice) => void
  onClose: () => void
}

export function OccurrenceInspector(props: Props) {
  const { occurrence, onClose } = props
  return (
    <Inspector title={formatDate(occurrence.date)} onClose={onClose}>
      {occurrence.meetingId === null ? (
        occurrence.state === 'free' ? (
          <Free {...props} />
        ) : (
          <Skipped {...props} />
        )
      ) : (
        <Made meetingId={occurrence.meetingId} occurrence={occurrence} />
      )}
    </Inspector>
  )
}

function Free({ seriesId, occurrence, day, isTaken, onChoose }: Props) {
  const { date } = occurrence
  const [reason, setReason, forget] = useKept(`skip:${seriesId}:${date}`, '')
  const skip = useWrite('series.skip', {
    onSuccess: () => {
      forget()
      showUndoToast(text.skipped)
    },
  })
  const hint = dayHint(day)
  const later = sameDayLater(date)
  return (
    <>
      {hint === null ? null : <Banner tone="warn">{hint}</Banner>}
      <CheckBox label={text.take} checked={isTaken} onCommit={(take) => onChoose({ take })} />
      <div className="stack-2">
        <DateField
          label={text.heldOn}
          keptAs={`skip:${seriesId}:${date}:held`}
          value={day}
          needed
          onCommit={(on) => onChoose({ on: on === date ? null : on, take: true })}
        />
        <p className="mute small">{text.heldHelp}</p>
        <div className="row wrap">
          {day === date ? (
            <Button small onPress={() => onChoose({ on: later, take: true })}>
              {text.nextWeek(formatDate(later))}
            </Button>
          ) : (
            <Button small onPress={() => onChoose({ on: null })}>
              {text.ownDay}
            </Button>
          )}
        </div>
      </div>
      <hr className="rule" />
      <h3 className="h3">{text.skipTitle}</h3>
      {skip.error === null ? null : <ErrorBanner error={skip.error} />}
      <TextField label={text.skipReason} prose value={reason} onCommit={setReason} />
      <div className="row">
        <Button writes onPress={() => skip.mutate({ id: seriesId, date, reason: reason.trim() })}>
          {text.skip}
        </Button>
      </div>
    </>
  )
}

function Skipped({ seriesId, occurrence }: Props) {
  const { date, reason } = occurrence
  const skip = useWrite('series.skip')
  const unskip = useWrite('series.unskip')
  const error = skip.error ?? unskip.error
  return (
    <>
      <h3 className="h3">{text.skipTitle}</h3>
      {error === null ? null : <ErrorBanner error={error} />}
      <TextField
        label={text.skipReason}
        prose
        value={reason}
        onCommit={(typed) => skip.mutate({ id: seriesId, date, reason: typed.trim() })}
      />
      <div className="row">
        <Button writes onPress={() => unskip.mutate({ id: seriesId, date })}>
          {text.unskip}
        </Button>
      </div>
    </>
  )
}

function Made({ meetingId, occurrence }: { meetingId: string; occurrence: Occurrence }) {
  const file = useQuery('meetings.get', { id: meetingId })
  const [asking, setAsking] = useState<'move' | 'cancel' | null>(null)
  if (file.data === undefined) return file.error === null ? null : <ErrorBanner error={file.error} />
  const { meeting, minutes } = file.data
  const close = () => setAsking(null)
  return (
    <>
      <div>
        <MeetingBadge row={{ ...meeting, minutesState: minutes?.state ?? null }} />
      </div>
      <p>
        {formatDate(meeting.date)}, {timesWords(meeting)}
      </p>
      {meeting.date === occurrence.date ? null : (
        <p className="mute">{text.movedFrom(formatDate(occurrence.date))}</p>
      )}
      {occurrence.reason === '' ? null : <p className="mute">{text.reason(occurrence.reason)}</p>}
      <div className="row wrap">
        <a className="button" href={href('preparation', { meetingId })}>
          {text.openMeeting}
        </a>
        {isAhead(meeting) ? (
          <Button icon={CalendarClock} onPress={() => setAsking('move')}>
            {text.move}
          </Button>
        ) : null}
        {canBecome(meeting.state, 'cancelled') ? (
          <Button icon={CalendarX} onPress={() => setAsking('cancel')}>
            {text.cancel}
          </Button>
        ) : null}
      </div>
      {asking === 'move' ? <MoveDialog meeting={meeting} onClose={close} /> : null}
      {asking === 'cancel' ? <CancelDialog meeting={meeting} onClose={close} /> : null}
    </>
  )
}
