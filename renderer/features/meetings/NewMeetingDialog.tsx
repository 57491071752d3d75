// New meeting dialog: a date is enough; the rest is filled in on the meeting itself.
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { commonText } from '../../text/common.ts'
import { meetingText as text } from '../../text/meeting.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TimeField } from '../../ui/ParsedField.tsx'
import { CheckBox } from '../../ui/Select.tsx'

export function NewMeetingDialog({ onClose }: { onClose: () => void }) {
  const [date, setDate] = useState<string | null>(null)
  const [startTime, setStartTime] = useState<string | null>('14:00')
  const [fromTemplate, setFromTemplate] = useState(true)
  const create = useWrite('meetings.create', {
    onSuccess: (meeting) => {
      onClose()
      navigate(href('agenda', { meetingId: meeting.id }))
    },
  })
  const submit = () => {
    if (date === null || create.isPending) return
    create.mutate({ fields: { date, ...(startTime === null ? {} : { startTime }) }, fromTemplate })
  }
  return (
    <Dialog
      title={text.createTitle}
      onClose={onClose}
      onSubmit={submit}
      acts={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            type="submit"
            look="primary"
            busy={create.isPending ? text.creating : undefined}
            unavailable={date === null ? text.dateNeeded : undefined}
          >
            {text.create}
          </Button>
        </>
      }
    >
      <div className="first-when">
        <DateField label={text.date} value={date} onCommit={setDate} autoFocus />
        <TimeField label={text.start} value={startTime} onCommit={setStartTime} />
      </div>
      <CheckBox label={text.template} checked={fromTemplate} onCommit={setFromTemplate} />
      {create.error === null ? null : <ErrorBanner error={create.error} />}
    </Dialog>
  )
}
