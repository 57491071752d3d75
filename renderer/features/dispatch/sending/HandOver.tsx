import Send from 'lucide-react/icons/send'
import { type ReactNode, useState } from 'react'
import type { ComposedMessage, DispatchView } from '../../../../electron/contract/dispatch.ts'
import type { MailAccount } from '../../../../electron/domain/dispatch/sending.ts'
import { outbox } from '../../../api/outbox/window.ts'
import { showToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { fileSize } from '../../../text/attachments.ts'
import { dispatchText, fieldNameText } from '../../../text/dispatch.ts'
import { sendingText as text } from '../../../text/sending.ts'
import { Button } from '../../../ui/Button.tsx'
import { calledBy, groupsOf } from '../recipient-groups.ts'
import { HandOverDialog } from './HandOverDialog.tsx'

/** The message as it will leave, once more and whole; then it is handed to the server. */
export function HandOver(props: {
  view: DispatchView
  account: MailAccount
  message: ComposedMessage | null
  /** It was put into the drafts, or it left. */
  onDone: (view: DispatchView) => void
}) {
  const { view, account, message } = props
  const { way } = account
  const { id, version } = view.dispatch
  const [isOpen, setOpen] = useState(false)
  const hand = useAct('sending.handOver', {
    onSuccess: (after) => {
      setOpen(false)
      showToast(way === 'drafts' ? text.deposited : text.sent(reached))
      props.onDone(after)
    },
    // Shown by the dialog, or by the banner of a message that may have left.
    onError: ({ code }) => (code === 'mail-perhaps-left' ? setOpen(false) : undefined),
  })
  const groups = groupsOf(view.recipients)
  const reached = groups.reduce(
    (sum, { id: field, rows }) => sum + (field === 'unreached' ? 0 : rows.length),
    0,
  )
  return (
    <>
      <Button
        icon={Send}
        look="primary"
        unavailable={reached === 0 ? dispatchText.noRecipient : undefined}
        // What is typed goes first: the dialog shows what leaves.
        onPress={() => void outbox.settleRow(id).then(() => setOpen(true))}
      >
        {text.act[way]}
      </Button>
      {isOpen ? (
        <HandOverDialog
          account={account}
          title={text.dialog[way]}
          isPending={hand.isPending}
          error={hand.error}
          onConfirm={() => hand.mutate({ id, version })}
          onClose={() => setOpen(false)}
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
              {message === null ? null : <span className="mute"> {fileSize(message.sizeBytes)}</span>}
            </Line>
          </dl>
          <div className="dispatch-sent-body">{view.dispatch.body}</div>
        </HandOverDialog>
      ) : null}
    </>
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
