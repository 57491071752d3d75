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
import { useKept } from '../../ui/kept.ts'
import { TimeField } from '../../ui/ParsedField.tsx'
import { CheckBox, Select } from '../../ui/Select.tsx'
import { useDayHints } from './day-hint.ts'
import { NONE, seriesChoices } from './series-choices.ts'

export function NewMeetingDialog({ onClose }: { onClose: () => void }) {
  const series = useQuery('series.list', {})
  const [said, setSaid, forget] = useKept('new-meeting', {
    date: null as string | null,
    seriesId: null as string | null,
    startTime: null as string | null,
    fromTemplate: true,
  })
  const say = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const { date, fromTemplate } = said
  const all = series.data ?? []
  // Nothing said: the oldest series, whose numbers and members the meeting takes.
  const seriesId = said.seriesId ?? all[0]?.id ?? NONE
  const usualStart = all.find(({ id }) => id === seriesId)?.startTime ?? '14:00'
  const startTime = said.startTime ?? usualStart
  const hints = useDayHints(date, null)
  const create = useWrite('meetings.create', {
    onSuccess: (meeting) => {
      forget()
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
          <Button
            onPress={() => {
              forget()
              onClose()
            }}
          >
            {commonText.cancel}
          </Button>
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
        <DateField
          label={text.date}
          keptAs="new-meeting:date"
          value={date}
          onCommit={(day) => say({ date: day })}
          autoFocus
        />
        <TimeField
          label={text.start}
          value={startTime}
          needed
          keptAs="new-meeting:start"
          onCommit={(time) => say({ startTime: time })}
        />
      </div>
      {hints.length === 0 ? null : <Banner tone="warn">{hints.join(' ')}</Banner>}
      {all.length === 0 ? null : (
        <Select
          label={text.series}
          help={text.seriesHelp}
          value={seriesId}
          choices={seriesChoices(all)}
          onCommit={(id) => say({ seriesId: id })}
        />
      )}
      <CheckBox
        label={text.template}
        checked={fromTemplate}
        onCommit={(isTaken) => say({ fromTemplate: isTaken })}
      />
      {create.error === null ? null : <ErrorBanner error={create.error} />}
    </Dialog>
  )
}
