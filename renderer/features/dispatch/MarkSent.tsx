import MailCheck from 'lucide-react/icons/mail-check'
import type { DispatchView } from '../../../electron/contract/dispatch.ts'
import type { DispatchKind } from '../../../electron/domain/dispatch/dispatch.ts'
import type { MeetingState } from '../../../electron/domain/meetings/meeting.ts'
import { useWrite } from '../../api/use-write.ts'
import { dispatchKindText, markingText, dispatchText as text } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { showUndoToast } from '../../ui/toasts.ts'

export function MarkSent(props: {
  view: DispatchView
  meetingState: MeetingState
  onSent: (view: DispatchView) => void
}) {
  const { dispatch, warnings } = props.view
  const convenes = dispatch.kind === 'convocation' && props.meetingState === 'planned'
  const mark = useWrite('dispatch.markSent', {
    onSuccess: (after) => {
      props.onSent(after)
      void showUndoToast(convenes ? text.markedConvened : text.marked(dispatchKindText[dispatch.kind]))
    },
  })
  return (
    <div className="dp-mark">
      {mark.error === null ? null : <ErrorBanner error={mark.error} />}
      <p className="grow mute">{text.markHint(hintOf(dispatch.kind, convenes))}</p>
      <Button
        icon={MailCheck}
        unavailable={warnings.includes('no-recipient') ? text.noRecipient : undefined}
        busy={mark.isPending ? text.marking : undefined}
        onPress={() => mark.mutate({ id: dispatch.id, version: dispatch.version })}
      >
        {text.mark}
      </Button>
    </div>
  )
}

/** A convocation sent again changes nothing in the meeting any more. */
function hintOf(kind: DispatchKind, convenes: boolean): string | undefined {
  return kind === 'convocation' && !convenes ? undefined : markingText[kind]
}
