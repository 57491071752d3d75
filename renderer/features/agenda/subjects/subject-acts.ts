import CalendarPlus from 'lucide-react/icons/calendar-plus'
import ClipboardPaste from 'lucide-react/icons/clipboard-paste'
import FileDown from 'lucide-react/icons/file-down'
import FileInput from 'lucide-react/icons/file-input'
import Hourglass from 'lucide-react/icons/hourglass'
import MailPlus from 'lucide-react/icons/mail-plus'
import Plus from 'lucide-react/icons/plus'
import Split from 'lucide-react/icons/split'
import Trash2 from 'lucide-react/icons/trash-2'
import { declareActs } from '../../../acts/act.ts'
import { subjectText as text } from '../../../text/subjects.ts'

export type SubjectContext = {
  /** Each null where it cannot be: nothing chosen, no meeting to come, already on an agenda. */
  retain: (() => void) | null
  wait: (() => void) | null
  double: (() => void) | null
  remove: (() => void) | null
}

/** Acts on one subject: a list is worked off with one key. */
export const subjectActs = declareActs<SubjectContext>(
  'subject',
  text.title,
  'rows',
  'subjects',
)({
  retain: {
    label: text.keys.retain,
    icon: CalendarPlus,
    keys: ['I'],
    offered: ({ retain }) => retain !== null,
    perform: ({ retain }) => retain?.(),
  },
  wait: {
    label: text.keys.wait,
    icon: Hourglass,
    keys: ['A'],
    offered: ({ wait }) => wait !== null,
    perform: ({ wait }) => wait?.(),
  },
  double: {
    label: text.double,
    icon: Split,
    offered: ({ double }) => double !== null,
    perform: ({ double }) => double?.(),
  },
  remove: {
    label: text.keys.remove,
    icon: Trash2,
    keys: ['Delete'],
    danger: true,
    offered: ({ remove }) => remove !== null,
    perform: ({ remove }) => remove?.(),
  },
})

export type IntakeContext = {
  paste: () => void
  readSheet: () => void
  saveBlank: () => void
  add: () => void
  choose: () => void
}

/** How a subject comes in. */
export const intakeActs = declareActs<IntakeContext>(
  'subject.intake',
  text.more,
  'rows',
  'subjects',
)({
  paste: { label: text.paste, icon: ClipboardPaste, perform: ({ paste }) => paste() },
  readSheet: { label: text.readSheet, icon: FileInput, perform: ({ readSheet }) => readSheet() },
  blankSheet: {
    label: text.blankSheet,
    icon: FileDown,
    reads: true,
    perform: ({ saveBlank }) => saveBlank(),
  },
  add: { label: text.fresh, synonyms: text.freshSynonyms, icon: Plus, perform: ({ add }) => add() },
  choose: { label: text.choose, icon: MailPlus, perform: ({ choose }) => choose() },
})
