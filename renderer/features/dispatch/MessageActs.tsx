import Copy from 'lucide-react/icons/copy'
import FileDown from 'lucide-react/icons/file-down'
import FolderOpen from 'lucide-react/icons/folder-open'
import Mail from 'lucide-react/icons/mail'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import Trash2 from 'lucide-react/icons/trash-2'
import type { DispatchView } from '../../../electron/contract/dispatch.ts'
import type { Input } from '../../../electron/contract/index.ts'
import { addressFault } from '../../../electron/domain/people/addresses.ts'
import { ActButton, ActMenu } from '../../acts/ActButton.tsx'
import { type Act, declareActs } from '../../acts/act.ts'
import { useActs } from '../../acts/use-acts.ts'
import { outbox } from '../../api/outbox/window.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { dispatchText as text } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { showToast, showUndoToast } from '../../ui/toasts.ts'
import { useKeepView } from './use-keep-view.ts'

type Part = Input<'dispatch.copy'>['what']

type MessageContext = {
  /** The parts of the message that can be copied. */
  parts: ReadonlySet<Part>
  hasDocuments: boolean
  open: () => void
  save: () => void
  copy: (part: Part) => void
  folder: () => void
  rewrite: () => void
  remove: () => void
}

const messageActs = declareActs<MessageContext>(
  'dispatch.message',
  text.message,
  'rows',
)({
  open: { label: text.open, icon: Mail, reads: true, perform: ({ open }) => open() },
  save: { label: text.save, icon: FileDown, reads: true, perform: ({ save }) => save() },
  to: copies('to'),
  cc: copies('cc'),
  bcc: copies('bcc'),
  subject: copies('subject'),
  body: copies('body'),
  folder: {
    label: text.folder,
    icon: FolderOpen,
    reads: true,
    offered: ({ hasDocuments }) => hasDocuments,
    perform: ({ folder }) => folder(),
  },
  rewrite: { label: text.rewrite, icon: RefreshCw, perform: ({ rewrite }) => rewrite() },
  remove: { label: text.remove, icon: Trash2, danger: true, perform: ({ remove }) => remove() },
})

function copies(part: Part): Act<MessageContext> {
  return {
    label: text.copyParts[part],
    icon: Copy,
    reads: true,
    offered: ({ parts }) => parts.has(part),
    perform: ({ copy }) => copy(part),
  }
}

export function MessageActs({ view, onRemoved }: { view: DispatchView; onRemoved: () => void }) {
  const { id, version, meetingId, kind, itemId } = view.dispatch
  const keep = useKeepView()
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
  const rewrite = useWrite('dispatch.prepare', {
    onSuccess: (views) => {
      for (const one of views) keep(one)
      void showUndoToast(text.rewritten)
    },
  })
  const remove = useWrite('dispatch.remove', {
    onSuccess: () => {
      onRemoved()
      void showUndoToast(text.removed)
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
    open: then(() => open.mutate({ id })),
    save: then(() => save.mutate({ kind: 'message', id })),
    copy: (what) => then(() => copy.mutate({ id, what }))(),
    folder: then(() => folder.mutate({ id })),
    rewrite: then(() => rewrite.mutate({ meetingId, kind, itemId })),
    remove: () => remove.mutate({ id, version }),
  })
  const error = open.error ?? save.error ?? copy.error ?? folder.error ?? rewrite.error ?? remove.error
  return (
    <>
      <div className="row wrap dispatch-acts">
        <ActButton act={acts.open} look="primary" busy={open.isPending ? text.opening : undefined} />
        <ActButton act={acts.save} busy={save.isPending ? text.saving : undefined} />
        <ActMenu
          label={text.copy}
          icon={Copy}
          words
          acts={[acts.to, acts.cc, acts.bcc, acts.subject, acts.body]}
        />
        <ActButton act={acts.folder} busy={folder.isPending ? text.openingFolder : undefined} />
        <ActMenu label={text.more} acts={[acts.rewrite, acts.remove]} />
      </div>
      {error === null ? null : <ErrorBanner error={error} />}
    </>
  )
}
