import CalendarArrowDown from 'lucide-react/icons/calendar-arrow-down'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import ClipboardPaste from 'lucide-react/icons/clipboard-paste'
import CloudDownload from 'lucide-react/icons/cloud-download'
import FileDown from 'lucide-react/icons/file-down'
import FileUp from 'lucide-react/icons/file-up'
import Newspaper from 'lucide-react/icons/newspaper'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import { type Act, declareActs } from '../../acts/act.ts'
import { legifranceText } from '../../text/legifrance.ts'
import { watchText as text } from '../../text/watch.ts'
import { dueText } from '../../text/watch-due.ts'
import { watchListText } from '../../text/watch-list.ts'
import { watchPasteText } from '../../text/watch-paste.ts'

export type WatchContext = {
  follow: () => void
  paste: () => void
  /** Opens the fields of the chosen text; null where there is none. */
  edit: (() => void) | null
  /** Asks Légifrance for what the chosen text lacks; null where there are no keys, or it has no reference. */
  complete: (() => void) | null
  toggleBulletin: () => void
  /** The next one, in words. */
  meeting: string | null
  /** Puts the chosen text on the agenda of the next meeting; null where there is none of either. */
  put: (() => void) | null
  /** Whether the keyboard is in the list: a letter acts there alone. */
  isInList: () => boolean
}

const put: Act<Pick<WatchContext, 'meeting' | 'put'>> = {
  label: ({ meeting }) => (meeting === null ? watchPasteText.put : watchPasteText.putOn(meeting)),
  short: watchPasteText.putKey,
  icon: CalendarPlus,
  keys: ['I'],
  offered: ({ put }) => put !== null,
  perform: ({ put }) => put?.(),
}

/** On a deadline of a text. */
export const dueActs = declareActs<Pick<WatchContext, 'meeting' | 'put'>>(
  'watch.due',
  dueText.title,
  'rows',
  'watchDue',
)({ put })

export const watchActs = declareActs<WatchContext>(
  'watch',
  text.title,
  'screen',
  'watch',
)({
  follow: { label: text.add, synonyms: text.addSynonyms, icon: Plus, perform: ({ follow }) => follow() },
  paste: { label: watchPasteText.act, icon: ClipboardPaste, reads: true, perform: ({ paste }) => paste() },
  bulletin: {
    label: text.bulletin.title,
    synonyms: text.bulletin.synonyms,
    icon: Newspaper,
    reads: true,
    perform: ({ toggleBulletin }) => toggleBulletin(),
  },
  edit: {
    label: text.edit,
    short: text.editKey,
    icon: Pencil,
    keys: ['E'],
    offered: ({ edit }) => edit !== null,
    leavesKey: ({ isInList }) => !isInList(),
    perform: ({ edit }) => edit?.(),
  },
  complete: {
    label: legifranceText.complete,
    icon: CloudDownload,
    offered: ({ complete }) => complete !== null,
    perform: ({ complete }) => complete?.(),
  },
  put: { ...put, leavesKey: ({ isInList }) => !isInList() },
})

export type ListContext = { save: () => void; choose: () => void; due: () => void; saveDue: () => void }

/** The list as a table, written for a spreadsheet or read from one, and its deadlines as a list or a calendar. */
export const tableActs = declareActs<ListContext>(
  'watch.table',
  watchListText.menu,
  'rows',
  'watch',
)({
  export: { label: watchListText.export, icon: FileDown, reads: true, perform: ({ save }) => save() },
  import: { label: watchListText.import, icon: FileUp, perform: ({ choose }) => choose() },
  due: { label: dueText.open, icon: CalendarClock, reads: true, perform: ({ due }) => due() },
  saveDue: {
    label: dueText.export,
    icon: CalendarArrowDown,
    reads: true,
    perform: ({ saveDue }) => saveDue(),
  },
})
