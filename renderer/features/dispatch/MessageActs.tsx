import Copy from 'lucide-react/icons/copy'
import FileDown from 'lucide-react/icons/file-down'
import FolderOpen from 'lucide-react/icons/folder-open'
import Mail from 'lucide-react/icons/mail'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import Trash2 from 'lucide-react/icons/trash-2'
import type { DispatchView } from '../../../electron/contract/dispatch.ts'
import type { Input } from '../../../electron/contract/index.ts'
import { addressFault } from '../../../electron/domain/people/addresses.ts'
import { outbox } from '../../api/outbox/window.ts'
import { useWrite } from '../../api/use-write.ts'
import { dispatchText as text } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Menu, type MenuAct } from '../../ui/Menu.tsx'
import { showToast, showUndoToast } from '../../ui/toasts.ts'
import { useKeepView } from './use-keep-view.ts'

type Part = Input<'dispatch.copy'>['what']

export function MessageActs({ view, onRemoved }: { view: DispatchView; onRemoved: () => void }) {
  const { id, version, meetingId, kind, itemId } = view.dispatch
  const keep = useKeepView()
  const open = useWrite('dispatch.openMessage')
  const save = useWrite('dispatch.saveMessage', {
    onSuccess: (saved) => {
      if (saved !== null) showToast(text.saved(saved.fileName))
    },
  })
  const copy = useWrite('dispatch.copy', { onSuccess: (_, { what }) => showToast(text.copied[what]) })
  const folder = useWrite('dispatch.openFolder', {
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
  const more: MenuAct[] = [
    {
      id: 'rewrite',
      label: text.rewrite,
      icon: RefreshCw,
      onAct: then(() => rewrite.mutate({ meetingId, kind, itemId })),
    },
    {
      id: 'remove',
      label: text.remove,
      icon: Trash2,
      danger: true,
      onAct: () => remove.mutate({ id, version }),
    },
  ]
  const error = open.error ?? save.error ?? copy.error ?? folder.error ?? rewrite.error ?? remove.error
  return (
    <>
      <div className="row wrap dp-acts">
        <Button
          reads
          look="primary"
          icon={Mail}
          busy={open.isPending ? text.opening : undefined}
          onPress={then(() => open.mutate({ id }))}
        >
          {text.open}
        </Button>
        <Button
          icon={FileDown}
          busy={save.isPending ? text.saving : undefined}
          onPress={then(() => save.mutate({ id }))}
        >
          {text.save}
        </Button>
        <Menu
          label={text.copy}
          icon={Copy}
          words
          acts={parts.map((what) => ({
            id: what,
            label: text.copyParts[what],
            icon: Copy,
            reads: true,
            onAct: then(() => copy.mutate({ id, what })),
          }))}
        />
        {view.documents.length === 0 ? null : (
          <Button
            icon={FolderOpen}
            busy={folder.isPending ? text.openingFolder : undefined}
            onPress={then(() => folder.mutate({ id }))}
          >
            {text.folder}
          </Button>
        )}
        <Menu label={text.more} acts={more} />
      </div>
      {error === null ? null : <ErrorBanner error={error} />}
    </>
  )
}
