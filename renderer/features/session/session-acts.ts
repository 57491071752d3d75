import ArrowUp from 'lucide-react/icons/arrow-up'
import CirclePause from 'lucide-react/icons/circle-pause'
import CircleStop from 'lucide-react/icons/circle-stop'
import FileDown from 'lucide-react/icons/file-down'
import Mic from 'lucide-react/icons/mic'
import Monitor from 'lucide-react/icons/monitor'
import Scale from 'lucide-react/icons/scale'
import TextCursorInput from 'lucide-react/icons/text-cursor-input'
import Users from 'lucide-react/icons/users'
import { declareActs } from '../../acts/act.ts'
import { isNotOver, isUnderWay, onItsScreen } from '../../acts/suits.ts'
import { faceKey } from '../../parts/FacesPane.tsx'
import { panesText } from '../../text/panes.ts'
import { sessionText as text } from '../../text/session.ts'
import { sessionPaneText as paneText } from '../../text/session-pane.ts'
import { saveDraft } from './save-draft.ts'

/** What the pane at right shows. */
export type Face = 'item' | 'attendance' | 'floor'

export type DeskContext = {
  meetingId: string
  isOpen: boolean
  isSuspended: boolean
  pause: () => void
  close: () => void
  togglePresenter: () => void
  step: (by: 1 | -1) => void
  notePosition: () => void
  show: (face: Face) => void
  /** To the list of those present, and back to the line. */
  attend: () => void
}

const isOpen = (context: DeskContext) => context.isOpen
const isHeld = (context: DeskContext) => !context.isOpen

/** Acts of the live screen; their keys never take the focus from the line that is typed. */
export const deskActs = declareActs<DeskContext>(
  'session',
  text.screen,
  'screen',
  'session',
)({
  item: {
    label: paneText.labels.item,
    short: panesText.right.key,
    icon: TextCursorInput,
    keys: [faceKey(1)],
    reads: true,
    suits: isUnderWay,
    perform: ({ show }) => show('item'),
  },
  attendance: {
    label: text.keys.attendance,
    icon: Users,
    keys: ['F4', faceKey(2)],
    reads: true,
    suits: isUnderWay,
    perform: ({ attend }) => attend(),
  },
  floor: {
    label: paneText.labels.floor,
    short: panesText.right.key,
    icon: Mic,
    keys: [faceKey(3)],
    reads: true,
    suits: isUnderWay,
    perform: ({ show }) => show('floor'),
  },
  presenter: {
    label: text.presenter,
    icon: Monitor,
    reads: true,
    offered: isOpen,
    suits: isNotOver,
    perform: ({ togglePresenter }) => togglePresenter(),
  },
  pause: {
    label: ({ isSuspended }) => (isSuspended ? text.resume : text.suspend),
    short: text.keys.pause,
    icon: CirclePause,
    keys: ['CmdOrCtrl+M'],
    offered: isOpen,
    suits: isUnderWay,
    perform: ({ pause }) => pause(),
  },
  position: {
    label: text.addPosition,
    short: text.keys.position,
    icon: Scale,
    keys: ['CmdOrCtrl+Shift+P'],
    offered: isOpen,
    suits: isNotOver,
    perform: ({ notePosition }) => notePosition(),
  },
  nextItem: {
    label: text.keys.next,
    keys: ['CmdOrCtrl+Down'],
    offered: isOpen,
    perform: ({ step }) => step(1),
  },
  previousItem: {
    label: text.keys.previous,
    icon: ArrowUp,
    keys: ['CmdOrCtrl+Up'],
    offered: isOpen,
    suits: isUnderWay,
    perform: ({ step }) => step(-1),
  },
  close: {
    label: text.close,
    synonyms: text.closeSynonyms,
    icon: CircleStop,
    offered: isOpen,
    suits: isUnderWay,
    perform: ({ close }) => close(),
  },
  saveDraft: {
    label: text.saveDraft,
    icon: FileDown,
    reads: true,
    offered: isHeld,
    suits: onItsScreen,
    perform: ({ meetingId }) => void saveDraft(meetingId),
  },
})

export type FieldContext = {
  /** Nothing is typed and nothing proposed: the arrows are free. */
  isEmpty: boolean
  recall: () => void
  /** Null where the line has no date to give, or nobody else to name. */
  giveDate: (() => void) | null
  nextPerson: (() => void) | null
}

/** Keys of the field where everything of the meeting is typed. */
export const fieldActs = declareActs<FieldContext>(
  'session.field',
  text.field,
  'rows',
)({
  recall: {
    label: text.keys.recall,
    keys: ['Up'],
    offered: ({ isEmpty }) => isEmpty,
    perform: ({ recall }) => recall(),
  },
  giveDate: {
    label: text.keys.giveDate,
    keys: ['F2'],
    offered: ({ giveDate }) => giveDate !== null,
    perform: ({ giveDate }) => giveDate?.(),
  },
  nextPerson: {
    label: text.keys.nextPerson,
    keys: ['F3'],
    offered: ({ nextPerson }) => nextPerson !== null,
    perform: ({ nextPerson }) => nextPerson?.(),
  },
})
