import type { Editor } from '@tiptap/core'
import Bold from 'lucide-react/icons/bold'
import Columns3 from 'lucide-react/icons/columns-3'
import Diamond from 'lucide-react/icons/diamond'
import HistoryIcon from 'lucide-react/icons/history'
import ImagePlus from 'lucide-react/icons/image-plus'
import Italic from 'lucide-react/icons/italic'
import Link from 'lucide-react/icons/link'
import List from 'lucide-react/icons/list'
import ListOrdered from 'lucide-react/icons/list-ordered'
import MessagesSquare from 'lucide-react/icons/messages-square'
import NotebookPen from 'lucide-react/icons/notebook-pen'
import Quote from 'lucide-react/icons/quote'
import Send from 'lucide-react/icons/send'
import SquareCheck from 'lucide-react/icons/square-check'
import Table from 'lucide-react/icons/table'
import { type Act, declareActs } from '../../acts/act.ts'
import { isCorrectable, isSealed, isWritten } from '../../acts/suits.ts'
import { faceKey } from '../../parts/FacesPane.tsx'
import { minutesText as text } from '../../text/minutes.ts'
import { lifeText, notesText } from '../../text/minutes-life.ts'
import { minutesVersionsText } from '../../text/minutes-versions.ts'
import { observationsText } from '../../text/observations.ts'
import { panesText } from '../../text/panes.ts'
import { pictureText } from '../../text/picture.ts'
import type { IconShape } from '../../ui/Icon.tsx'
import type { Blocks } from './use-blocks.ts'
import { type Face, faces } from './use-side.ts'

export type DeskContext = {
  /** The item that is shown; null where another section is. */
  itemId: string | null
  blocks: Pick<Blocks, 'addDecision' | 'addAction'>
  move: (step: 1 | -1) => void
  show: (face: Face) => void
  toggleVersions: () => void
}

const needsItem = ({ itemId }: DeskContext) => (itemId === null ? text.chooseItem : null)

/** Acts of the screen of the minutes, wherever the cursor is. */
export const deskActs = declareActs<DeskContext>(
  'minutes',
  text.text,
  'screen',
  'minutes',
  isWritten,
)({
  addDecision: {
    label: text.decision,
    icon: Diamond,
    keys: ['CmdOrCtrl+D'],
    whyNot: needsItem,
    perform: ({ itemId, blocks }) => (itemId === null ? undefined : void blocks.addDecision(itemId)),
  },
  addAction: {
    label: text.action,
    icon: SquareCheck,
    keys: ['CmdOrCtrl+J'],
    whyNot: needsItem,
    perform: ({ itemId, blocks }) => (itemId === null ? undefined : void blocks.addAction(itemId)),
  },
  nextSection: {
    label: text.nextSection,
    keys: ['CmdOrCtrl+Down'],
    reads: true,
    perform: ({ move }) => move(1),
  },
  previousSection: {
    label: text.previousSection,
    keys: ['CmdOrCtrl+Up'],
    reads: true,
    perform: ({ move }) => move(-1),
  },
  versions: {
    label: minutesVersionsText.open,
    icon: HistoryIcon,
    reads: true,
    perform: ({ toggleVersions }) => toggleVersions(),
  },
  preview: {
    label: text.preview,
    synonyms: text.previewSynonyms,
    icon: Columns3,
    ...shows('page'),
  },
  notes: { label: notesText.open, icon: NotebookPen, ...shows('notes') },
  observations: { label: observationsText.title, icon: MessagesSquare, ...shows('observations') },
})

function shows(face: Face) {
  return {
    short: panesText.right.key,
    keys: [faceKey(faces.indexOf(face) + 1)],
    reads: true,
    perform: ({ show }: DeskContext) => show(face),
  } as const
}

/** Acts of minutes that are approved. */
export const approvedActs = declareActs<{ toggleVersions: () => void; sendApproved: () => void }>(
  'minutes.approved',
  text.text,
  'rows',
  'minutes',
  isSealed,
)({
  versions: {
    label: minutesVersionsText.open,
    icon: HistoryIcon,
    reads: true,
    perform: ({ toggleVersions }) => toggleVersions(),
  },
  send: {
    label: lifeText.sendApproved,
    icon: Send,
    suits: isCorrectable,
    perform: ({ sendApproved }) => sendApproved(),
  },
})

export type FormatContext = {
  /** Of the text that had the cursor last. */
  editor: Editor | null
  isInTable: boolean
  openLink: () => void
  choosePictures: () => void
}

/** Acts on the text under the cursor. */
export const formatActs = declareActs<FormatContext>(
  'minutes.format',
  text.toolbar,
  'screen',
)({
  bold: mark(text.bold, Bold, 'CmdOrCtrl+B', (chain) => chain.toggleBold()),
  italic: mark(text.italic, Italic, 'CmdOrCtrl+I', (chain) => chain.toggleItalic()),
  bulletList: mark(text.bulletList, List, 'CmdOrCtrl+Shift+8', (chain) => chain.toggleBulletList()),
  orderedList: mark(text.orderedList, ListOrdered, 'CmdOrCtrl+Shift+7', (chain) => chain.toggleOrderedList()),
  quote: mark(text.quote, Quote, 'CmdOrCtrl+Shift+B', (chain) => chain.toggleBlockquote()),
  link: {
    label: text.link,
    icon: Link,
    keys: ['CmdOrCtrl+Shift+K'],
    whyNot: needsText,
    perform: ({ openLink }) => openLink(),
  },
  table: {
    label: text.table,
    icon: Table,
    keys: ['CmdOrCtrl+Shift+T'],
    whyNot: needsText,
    perform: inText((chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true })),
  },
  picture: {
    label: pictureText.add,
    icon: ImagePlus,
    keys: ['CmdOrCtrl+Shift+P'],
    whyNot: needsText,
    perform: ({ choosePictures }) => choosePictures(),
  },
  addRow: tableAct(text.addRow, (chain) => chain.addRowAfter()),
  removeRow: tableAct(text.removeRow, (chain) => chain.deleteRow()),
  addColumn: tableAct(text.addColumn, (chain) => chain.addColumnAfter()),
  removeColumn: tableAct(text.removeColumn, (chain) => chain.deleteColumn()),
  removeTable: tableAct(text.removeTable, (chain) => chain.deleteTable()),
})

type Chain = ReturnType<Editor['chain']>
type Change = (chain: Chain) => Chain

function needsText({ editor }: FormatContext): string | null {
  return editor === null ? text.noText : null
}

function inText(change: Change) {
  return ({ editor }: FormatContext): void => {
    if (editor !== null) change(editor.chain().focus()).run()
  }
}

function mark(label: string, icon: IconShape, key: string, change: Change): Act<FormatContext> {
  return {
    ...{ label, icon, keys: [key], whyNot: needsText, perform: inText(change) },
    // In another field, as in none, these keys are not the text's.
    leavesKey: ({ editor }) => editor === null || !editor.isFocused,
  }
}

function tableAct(label: string, change: Change): Act<FormatContext> {
  return { label, offered: ({ isInTable }) => isInTable, perform: inText(change) }
}
