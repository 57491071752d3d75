import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { meetingDeskText as text } from '../../text/meeting-desk.ts'
import { Banner, ErrorBanner, sayGivenUp } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useKept } from '../../ui/kept.ts'
import { TextField } from '../../ui/TextField.tsx'

export function CancelDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const [reason, setReason, forget] = useKept(`cancel:${meeting.id}`, '')
  const isAnnounced = meeting.state !== 'planned'
  const cancel = useWrite('meetings.cancel', {
    onSuccess: ({ id }) => {
      forget()
      onClose()
      showUndoToast(
        text.cancelled,
        isAnnounced
          ? {
              label: text.cancellationMessage,
              run: () => navigate(href('dispatch', { meetingId: id }, 'cancellation')),
            }
          : null,
      )
    },
  })
  const missing = reason.trim() === '' ? text.reasonNeeded : undefined
  return (
    <Dialog
      title={text.cancelTitle}
      onClose={onClose}
      onSubmit={() => {
        if (missing === undefined && !cancel.isPending) {
          cancel.mutate({ id: meeting.id, version: meeting.version, reason: reason.trim() })
        }
      }}
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
            {text.cancelConfirm}
          </Button>
        </>
      }
    >
      <p>{text.cancelLead}</p>
      {isAnnounced ? <Banner tone="warn">{text.cancelFollows}</Banner> : null}
      <TextField label={text.reason} prose value={reason} onCommit={setReason} autoFocus />
      {cancel.error === null ? null : <ErrorBanner error={cancel.error} />}
    </Dialog>
  )
}
