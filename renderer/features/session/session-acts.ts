import CirclePause from 'lucide-react/icons/circle-pause'
import FileDown from 'lucide-react/icons/file-down'
import Monitor from 'lucide-react/icons/monitor'
import { declareActs } from '../../acts/act.ts'
import { sessionText as text } from '../../text/session.ts'
import { saveDraft } from './save-draft.ts'

export type DeskContext = {
  meetingId: string
  isOpen: boolean
  isSuspended: boolean
  pause: () => void
  close: () => void
  togglePresenter: () => void
  step: (by: 1 | -1) => void
  notePosition: () => void
  focusAttendance: () => void
}

const isOpen = (context: DeskContext) => context.isOpen
const isHeld = (context: DeskContext) => !context.isOpen

/** Acts of the live screen; their keys never take the focus from the line that is typed. */
export const deskActs = declareActs<DeskContext>(
  'session',
  text.screen,
  'screen',
)({
  attendance: {
    label: text.keys.attendance,
    keys: ['F4'],
    reads: true,
    offered: isOpen,
    perform: ({ focusAttendance }) => focusAttendance(),
  },
  presenter: {
    label: text.presenter,
    icon: Monitor,
    reads: true,
    offered: isOpen,
    perform: ({ togglePresenter }) => togglePresenter(),
  },
  pause: {
    label: ({ isSuspended }) => (isSuspended ? text.resume : text.suspend),
    short: text.keys.pause,
    icon: CirclePause,
    keys: ['CmdOrCtrl+M'],
    offered: isOpen,
    perform: ({ pause }) => pause(),
  },
  position: {
    label: text.addPosition,
    short: text.keys.position,
    keys: ['CmdOrCtrl+P'],
    offered: isOpen,
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
    keys: ['CmdOrCtrl+Up'],
    offered: isOpen,
    perform: ({ step }) => step(-1),
  },
  close: { label: text.close, offered: isOpen, perform: ({ close }) => close() },
  saveDraft: {
    label: text.saveDraft,
    icon: FileDown,
    reads: true,
    offered: isHeld,
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
