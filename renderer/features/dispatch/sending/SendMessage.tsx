import type { ReactNode } from 'react'
import type { ComposedMessage, DispatchView } from '../../../../electron/contract/dispatch.ts'
import type { MailAccount } from '../../../../electron/domain/dispatch/sending.ts'
import { formatSize } from '../../../../electron/domain/text/french.ts'
import { showToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { dispatchText, fieldNameText } from '../../../text/dispatch.ts'
import { sendingText as text } from '../../../text/sending.ts'
import { calledBy, groupsOf } from '../recipient-groups.ts'
import { SendDialog } from './SendDialog.tsx'

/** The message as it will leave, once more and whole; then it is handed to the server. */
export function SendMessage(props: {
  view: DispatchView
  account: MailAccount
  message: ComposedMessage | null
  /** It was put into the drafts, or it left. */
  onDone: (view: DispatchView) => void
  onClose: () => void
}) {
  const { view, account, message, onClose } = props
  const { way } = account
  const { id, version } = view.dispatch
  const hand = useAct('sending.send', {
    onSuccess: (after) => {
      onClose()
      showToast(text.done[way])
      props.onDone(after)
    },
    // Shown by the dialog, or by the banner of a message that may have left.
    onError: ({ code }) => (code === 'mail-perhaps-left' ? onClose() : undefined),
  })
  const groups = groupsOf(view.recipients)
  return (
    <SendDialog
      account={account}
      title={text.dialog[way]}
      isPending={hand.isPending}
      error={hand.error}
      onConfirm={() => hand.mutate({ id, version })}
      onClose={onClose}
    >
      <dl className="definitions">
        <Line label={text.from}>
          <Sender /> <span className="mute">{text.through(account.host)}</span>
        </Line>
        {groups.map((group) => (
          <Line
            key={group.id}
            label={
              group.id === 'unreached' ? dispatchText.recipients.unreached : fieldNameText[group.id].long
            }
          >
            {group.rows.map(calledBy).join(', ')}
          </Line>
        ))}
        <Line label={text.subject}>{view.dispatch.subject}</Line>
        <Line label={text.documents}>
          {view.documents.length === 0
            ? text.noDocument
            : (message?.documents ?? view.documents).map(({ fileName }) => fileName).join(', ')}
          {message === null ? null : <span className="mute"> {formatSize(message.sizeBytes)}</span>}
        </Line>
      </dl>
      <div className="dispatch-sent-body">{view.dispatch.body}</div>
    </SendDialog>
  )
}

function Sender() {
  const body = useQuery('settings.body', {})
  return <>{body.data === undefined ? '' : body.data.email || text.noFrom}</>
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="dispatch-fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
