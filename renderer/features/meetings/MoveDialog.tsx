// Move dialog: another date for a meeting, with the reason that is kept.
import { useState } from 'react'
import type { Meeting } from '../../../electron/domain/meeting.ts'
import { useWrite } from '../../api/use-write.ts'
import { meetingText as text } from '../../text/meeting.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TimeField } from '../../ui/ParsedField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { showUndoToast } from '../../ui/toasts.ts'

/** Once people were told the date, moving it asks for a reason. */
function needsReason(meeting: Meeting): boolean {
  return meeting.state !== 'planned'
}

export function MoveDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const [date, setDate] = useState<string | null>(meeting.date)
  const [startTime, setStartTime] = useState<string | null>(meeting.startTime)
  const [endTime, setEndTime] = useState<string | null>(meeting.endTime)
  const [reason, setReason] = useState('')
  const move = useWrite('meetings.move', {
    onSuccess: () => {
      onClose()
      void showUndoToast(text.moved)
    },
  })
  const missing =
    date === null || startTime === null
      ? text.dateNeeded
      : needsReason(meeting) && reason.trim() === ''
        ? text.reasonNeeded
        : undefined
  const submit = () => {
    if (date === null || startTime === null || missing !== undefined || move.isPending) return
    move.mutate({ id: meeting.id, version: meeting.version, date, startTime, endTime, reason: reason.trim() })
  }
  return (
    <Dialog
      title={text.moveTitle}
      onClose={onClose}
      onSubmit={submit}
      acts={
        <>
          <Button onPress={onClose}>{text.keep}</Button>
          <Button type="submit" look="primary" unavailable={missing}>
            {text.moveConfirm}
          </Button>
        </>
      }
    >
      <p>{text.moveLead}</p>
      <DateField label={text.newDate} value={date} onCommit={setDate} autoFocus />
      <div className="field">
        <div className="two">
          <TimeField label={text.start} value={startTime} onCommit={setStartTime} />
          <TimeField label={text.end} value={endTime} onCommit={setEndTime} />
        </div>
      </div>
      <TextField label={text.reason} value={reason} onCommit={setReason} maxLength={500} />
      {move.error === null ? null : <ErrorBanner error={move.error} />}
    </Dialog>
  )
}
