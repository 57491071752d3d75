import { useState } from 'react'
import { newId } from '../../api/new-id.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { commonText } from '../../text/common.ts'
import { meetingDeskText as text } from '../../text/meeting-desk.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TimeField } from '../../ui/ParsedField.tsx'
import { CheckBox, Select } from '../../ui/Select.tsx'
import { dayHint } from './day-hint.ts'
import { NONE, seriesChoices } from './series-choices.ts'

export function NewMeetingDialog({ onClose }: { onClose: () => void }) {
  const [date, setDate] = useState<string | null>(null)
  const series = useQuery('series.list', {})
  const [picked, setPicked] = useState<string | null>(null)
  const [typedStart, setTypedStart] = useState<string | null>(null)
  const all = series.data ?? []
  // Nothing said: the oldest series, whose numbers and members the meeting takes.
  const seriesId = picked ?? all[0]?.id ?? NONE
  const usualStart = all.find(({ id }) => id === seriesId)?.startTime ?? '14:00'
  const startTime = typedStart ?? usualStart
  const hint = dayHint(date)
  const [fromTemplate, setFromTemplate] = useState(true)
  const create = useWrite('meetings.create', {
    onSuccess: (meeting) => {
      onClose()
      navigate(href('agenda', { meetingId: meeting.id }))
    },
  })
  const submit = () => {
    if (date === null || create.isPending) return
    create.mutate({
      id: newId(),
      fields: { date, startTime },
      fromTemplate,
      seriesId: seriesId === NONE ? null : seriesId,
    })
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
        <TimeField label={text.start} value={startTime} onCommit={setTypedStart} />
      </div>
      {hint === null ? null : <Banner tone="warn">{hint}</Banner>}
      {all.length === 0 ? null : (
        <Select
          label={text.series}
          help={text.seriesHelp}
          value={seriesId}
          choices={seriesChoices(all)}
          onCommit={setPicked}
        />
      )}
      <CheckBox label={text.template} checked={fromTemplate} onCommit={setFromTemplate} />
      {create.error === null ? null : <ErrorBanner error={create.error} />}
    </Dialog>
  )
}
