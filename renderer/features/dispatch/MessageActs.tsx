import Copy from 'lucide-react/icons/copy'
import { useState } from 'react'
import type { ComposedMessage, DispatchView } from '../../../electron/contract/dispatch.ts'
import { addressFault } from '../../../electron/domain/people/addresses.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { ActMenu } from '../../acts/ActMenu.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { outbox } from '../../api/outbox/window.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { HistoryLink } from '../../parts/HistoryLink.tsx'
import { dispatchText as text } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { messageActs, type Part } from './message-acts.ts'
import { SendMessage } from './sending/SendMessage.tsx'
import { useRewrite } from './use-rewrite.ts'

export function MessageActs(props: {
  view: DispatchView
  message: ComposedMessage | null
  onRemoved: () => void
  /** It was put into the drafts of the mailbox, or it left. */
  onHandedOver: (view: DispatchView) => void
}) {
  const { view, onRemoved } = props
  const account = useQuery('sending.settings', {}).data?.account ?? null
  const [isHanding, setHanding] = useState(false)
  const { id, version } = view.dispatch
  const open = useAct('dispatch.openMessage')
  const save = useAct('documents.save', {
    onSuccess: (saved) => {
      if (saved !== null) showToast(text.saved(saved.fileName))
    },
  })
  const copy = useAct('dispatch.copy', { onSuccess: (_, { what }) => showToast(text.copied[what]) })
  const folder = useAct('dispatch.openFolder', {
    onSuccess: ({ fileCount }) => showToast(text.folderOpened(fileCount)),
  })
  const { rewrite, error: rewriteError } = useRewrite(view.dispatch)
  const remove = useWrite('dispatch.remove', {
    onSuccess: () => {
      onRemoved()
      showUndoToast(text.removed)
    },
  })
  /** These acts read what is stored: the field that the press on them left is on its way there. */
  const then = (act: () => void) => () => void outbox.settleRow(id).then(act)
  const parts: Part[] = [
    ...(['to', 'cc', 'bcc'] as const).filter((field) =>
      view.recipients.some((one) => one.field === field && addressFault(one.email) === null),
    ),
    'subject',
    'body',
  ]
  const acts = useActs(messageActs, {
    parts: new Set(parts),
    hasDocuments: view.documents.length > 0,
    way: account?.way ?? null,
    isReached: parts.some((part) => part === 'to' || part === 'cc' || part === 'bcc'),
    send: then(() => setHanding(true)),
    open: then(() => open.mutate({ id })),
    save: then(() => save.mutate({ kind: 'message', id })),
    copy: (what) => then(() => copy.mutate({ id, what }))(),
    folder: then(() => folder.mutate({ id })),
    rewrite,
    remove: () => remove.mutate({ id, version }),
  })
  const error = open.error ?? save.error ?? copy.error ?? folder.error ?? rewriteError ?? remove.error
  return (
    <>
      <div className="row wrap dispatch-acts">
        <ActButton act={acts.send} look="primary" />
        <ActButton
          act={acts.open}
          look={account === null ? 'primary' : 'plain'}
          busy={open.isPending ? text.opening : undefined}
        />
        <ActButton act={acts.save} busy={save.isPending ? text.saving : undefined} />
        <ActMenu
          label={text.copy}
          icon={Copy}
          words
          acts={[acts.to, acts.cc, acts.bcc, acts.subject, acts.body]}
        />
        <HistoryLink of={id} />
        <ActMenu label={text.more} acts={[acts.folder, acts.rewrite, acts.remove]} />
      </div>
      {error === null ? null : <ErrorBanner error={error} />}
      {isHanding && account !== null ? (
        <SendMessage
          view={view}
          account={account}
          message={props.message}
          onDone={props.onHandedOver}
          onClose={() => setHanding(false)}
        />
      ) : null}
    </>
  )
}
