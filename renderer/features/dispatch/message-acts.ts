import Copy from 'lucide-react/icons/copy'
import FileDown from 'lucide-react/icons/file-down'
import FolderOpen from 'lucide-react/icons/folder-open'
import Mail from 'lucide-react/icons/mail'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import Send from 'lucide-react/icons/send'
import Trash2 from 'lucide-react/icons/trash-2'
import type { Input } from '../../../electron/contract/index.ts'
import type { MailAccount } from '../../../electron/domain/dispatch/sending.ts'
import { type Act, declareActs } from '../../acts/act.ts'
import { dispatchText as text } from '../../text/dispatch.ts'
import { sendingText } from '../../text/sending.ts'

export type Part = Input<'dispatch.copy'>['what']

export type MessageContext = {
  /** The parts of the message that can be copied. */
  parts: ReadonlySet<Part>
  hasDocuments: boolean
  /** Where messages leave from here, if anywhere. */
  way: MailAccount['way'] | null
  isReached: boolean
  send: () => void
  open: () => void
  save: () => void
  copy: (part: Part) => void
  folder: () => void
  rewrite: () => void
  remove: () => void
}

export const messageActs = declareActs<MessageContext>(
  'dispatch.message',
  text.message,
  'rows',
)({
  // Shown whole before anything leaves.
  send: {
    label: ({ way }) => sendingText.act[way ?? 'server'],
    short: sendingText.act.server,
    icon: Send,
    offered: ({ way }) => way !== null,
    whyNot: ({ isReached }) => (isReached ? null : text.noRecipient),
    perform: ({ send }) => send(),
  },
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
