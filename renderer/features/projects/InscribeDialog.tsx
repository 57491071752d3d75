import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { useUpcomingRead } from '../../parts/use-upcoming.ts'
import { agendaText } from '../../text/agenda.ts'
import { commonText } from '../../text/common.ts'
import { projectText } from '../../text/project.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { noWords, useKept } from '../../ui/kept.ts'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { ListedProject } from './board-lanes.ts'

const text = projectText.inscribe

export function InscribeDialog({
  row,
  onClose,
}: {
  row: Pick<ListedProject, 'id' | 'title' | 'asked'>
  onClose: () => void
}) {
  const upcoming = useUpcomingRead()
  const meetings = upcoming.meetings ?? []
  // From the day it is wished for, or the next one.
  const wished = meetings.find(({ date }) => date >= (row.asked?.wishedOn ?? '')) ?? meetings[0]
  const [chosen, setChosen, forget] = useKept<string | null>(`inscribe:${row.id}`, null, noWords)
  const meeting = meetings.find(({ id }) => id === chosen) ?? wished
  const inscribe = useWrite('projects.inscribe', {
    onSuccess: () => {
      forget()
      onClose()
      if (meeting !== undefined)
        showUndoToast(text.done(meeting.words), {
          label: agendaText.region,
          run: () => navigate(href('agenda', { meetingId: meeting.id })),
        })
    },
  })
  const send = () => {
    if (meeting !== undefined && !inscribe.isPending)
      inscribe.mutate({ projectId: row.id, meetingId: meeting.id })
  }
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={send}
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
          {meeting === undefined ? null : (
            <Button look="primary" type="submit" busy={inscribe.isPending ? text.acting : undefined}>
              {text.act}
            </Button>
          )}
        </>
      }
    >
      {inscribe.error === null ? null : <ErrorBanner error={inscribe.error} />}
      {upcoming.error === null ? null : <ErrorBanner error={upcoming.error} />}
      {upcoming.meetings === undefined ? (
        upcoming.error === null ? (
          <Skeleton lines={2} />
        ) : null
      ) : meeting === undefined ? (
        <p>{text.noMeeting}</p>
      ) : (
        <>
          <p>{text.lead(row.title)}</p>
          {row.asked === null ? null : <p className="mute text-15">{text.asAsked}</p>}
          <Select
            label={text.meeting}
            value={meeting.id}
            choices={meetings.map(({ id, label }) => ({ value: id, label }))}
            onCommit={setChosen}
          />
        </>
      )}
    </Dialog>
  )
}
