import FileDown from 'lucide-react/icons/file-down'
import FileInput from 'lucide-react/icons/file-input'
import GitCompareArrows from 'lucide-react/icons/git-compare-arrows'
import { declareActs } from '../../../acts/act.ts'
import { isUnsealed } from '../../../acts/suits.ts'
import { notebooksText as text } from '../../../text/notebooks.ts'

export type NotebookContext = {
  /** How many were read, and how many of their lines wait. */
  read: number
  open: number
  compare: () => void
  saveBlank: () => void
  choose: () => void
}

/** What goes out of and comes back into a meeting as a notebook. */
export const notebookActs = declareActs<NotebookContext>(
  'notebook',
  text.title,
  'rows',
  'notebooks',
)({
  compare: {
    label: ({ open }) => text.compare(open),
    icon: GitCompareArrows,
    reads: true,
    offered: ({ read }) => read > 0,
    perform: ({ compare }) => compare(),
  },
  saveBlank: { label: text.save, icon: FileDown, reads: true, perform: ({ saveBlank }) => saveBlank() },
  choose: {
    label: text.read,
    icon: FileInput,
    suits: isUnsealed,
    perform: ({ choose }) => choose(),
  },
})
