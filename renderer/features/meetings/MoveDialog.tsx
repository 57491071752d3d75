import type { CivilDate } from '../../../electron/domain/ids.ts'
import { isSameTime, type Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { meetingDeskText as text } from '../../text/meeting-desk.ts'
import { Banner, ErrorBanner, sayGivenUp } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useKept } from '../../ui/kept.ts'
import { TextField } from '../../ui/TextField.tsx'
import { useDayHints } from './day-hint.ts'
import { SpanFields } from './SpanFields.tsx'

export function MoveDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { startTime, endTime } = meeting
  const [typed, setTyped, forget] = useKept(
    `move:${meeting.id}`,
    { date: meeting.date as CivilDate | null, startTime, endTime, reason: '' },
    ({ reason }) => [reason],
  )
  const { reason, ...to } = typed
  const change = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }))
  // Once people were told the date, moving it asks for a reason and is announced.
  const isAnnounced = meeting.state !== 'planned'
  const move = useWrite('meetings.move', {
    onSuccess: ({ id }) => {
      forget()
      onClose()
      showUndoToast(text.moved, {
        label: text.dateChangeMessage,
        run: () => navigate(href('dispatch', { meetingId: id }, 'dateChange')),
      })
    },
  })
  const { date } = to
  const isHere = date !== null && isSameTime(meeting, { ...to, date })
  const isReasonMissing = isAnnounced && reason.trim() === ''
  const missing =
    date === null
      ? text.dateNeeded
      : isHere
        ? text.otherDateNeeded
        : isReasonMissing
          ? text.reasonNeeded
          : undefined
  const submit = () => {
    if (date === null || missing !== undefined || move.isPending) return
    move.mutate({ id: meeting.id, version: meeting.version, ...to, date, reason: reason.trim() })
  }
  const hints = useDayHints(date, meeting.id)
  return (
    <Dialog
      title={text.moveTitle}
      onClose={onClose}
      onSubmit={submit}
      acts={
        <>
          <Button
            onPress={() => {
              sayGivenUp(forget())
              onClose()
            }}
          >
            {text.keep}
          </Button>
          <Button type="submit" look="primary" unavailable={missing}>
            {text.moveConfirm}
          </Button>
        </>
      }
    >
      <p>{text.moveLead}</p>
      {isAnnounced ? (
        <Banner tone="warn">
          {text.moveFollows}
          <ul className="bullets">
            {text.moveFollowsList.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Banner>
      ) : null}
      <DateField
        label={text.newDate}
        keptAs={`move:${meeting.id}:date`}
        value={date}
        onCommit={(day) => change({ date: day })}
        autoFocus
      />
      {hints.length === 0 ? null : <Banner tone="warn">{hints.join(' ')}</Banner>}
      <div className="field">
        <div className="two">
          <SpanFields span={to} date={date} onCommit={change} />
        </div>
      </div>
      <TextField label={text.reason} prose value={reason} onCommit={(words) => change({ reason: words })} />
      {move.error === null ? null : <ErrorBanner error={move.error} />}
    </Dialog>
  )
}
