import Pencil from 'lucide-react/icons/pencil'
import SquareCheck from 'lucide-react/icons/square-check'
import type { LineRole } from '../../electron/domain/agenda/said-lines.ts'
import { reviewText as text } from '../text/imports-minutes.ts'
import { isTyping } from '../ui/typing.ts'
import { type Act, declareActs } from './act.ts'

export type ReviewContext = {
  /** What is taken over is kept, in the words of its button. */
  words: string
  whyNot: string | null
  apply: () => void
  next: () => void
}

/** On what was read and is looked at before it is taken over, wherever the focus is. */
export const reviewActs = declareActs<ReviewContext>(
  'review',
  text.title,
  'window',
)({
  next: { label: text.next, keys: ['F8'], reads: true, perform: ({ next }) => next() },
  apply: {
    label: ({ words }) => words,
    short: text.apply,
    keys: ['CmdOrCtrl+Enter'],
    whyNot: ({ whyNot }) => whyNot,
    perform: ({ apply }) => apply(),
  },
})

export type ReviewRowContext = {
  toggle: () => void
  /** Null where a row is corrected in its place. */
  correct: (() => void) | null
  indent: ((by: 1 | -1) => void) | null
  /** Before or after its neighbour. */
  move: ((by: 1 | -1) => void) | null
  /** A row under it, to be written by hand. */
  add: (() => void) | null
}

/** On its focused row. */
export const reviewRowActs = declareActs<ReviewRowContext>(
  'review.row',
  text.title,
  'rows',
)({
  toggle: { label: text.toggle, icon: SquareCheck, keys: ['Space'], perform: ({ toggle }) => toggle() },
  correct: {
    label: text.correct,
    icon: Pencil,
    keys: ['Enter', 'F2'],
    offered: ({ correct }) => correct !== null,
    perform: ({ correct }) => correct?.(),
  },
  indent: {
    label: text.indent,
    keys: ['Alt+Shift+Right'],
    offered: ({ indent }) => indent !== null,
    perform: ({ indent }) => indent?.(1),
  },
  outdent: {
    label: text.outdent,
    keys: ['Alt+Shift+Left'],
    offered: ({ indent }) => indent !== null,
    perform: ({ indent }) => indent?.(-1),
  },
  up: {
    label: text.up,
    keys: ['Alt+Up'],
    offered: ({ move }) => move !== null,
    perform: ({ move }) => move?.(-1),
  },
  down: {
    label: text.down,
    keys: ['Alt+Down'],
    offered: ({ move }) => move !== null,
    perform: ({ move }) => move?.(1),
  },
  add: {
    label: text.add,
    keys: ['Insert'],
    offered: ({ add }) => add !== null,
    perform: ({ add }) => add?.(),
  },
})

export type LinesContext = {
  /** How many lines of the file are chosen. */
  many: number
  say: (role: LineRole) => void
  /** Says the same of the lines that look like them; null where none does. */
  follow: (() => void) | null
}

function says(role: LineRole, key: string): Act<LinesContext> {
  return {
    label: text.roles[role],
    keys: [key],
    whyNot: ({ many }) => (many === 0 ? text.noLines : null),
    perform: ({ say }) => say(role),
  }
}

/** On the chosen lines of the file that is read. */
export const linesActs = declareActs<LinesContext>(
  'review.lines',
  text.linesTitle,
  'rows',
)({
  item: says('item', 'N'),
  person: says('person', 'P'),
  decision: says('decision', 'D'),
  action: says('action', 'A'),
  nothing: says('nothing', 'L'),
  agenda: says('agenda', 'O'),
  follow: {
    label: text.follow,
    keys: ['Enter'],
    offered: ({ follow }) => follow !== null,
    perform: ({ follow }) => follow?.(),
  },
})

/** In the place of the undo of the data: nothing of a review is stored yet, and what is stored lies on other screens. */
export const reviewUndoActs = declareActs<{ undo: (() => void) | null }>(
  'review.undo',
  text.linesTitle,
  'screen',
)({
  undo: {
    label: text.undoReview,
    keys: ['CmdOrCtrl+Z'],
    whyNot: ({ undo }) => (undo === null ? text.nothingToUndo : null),
    leavesKey: () => isTyping(document.activeElement),
    perform: ({ undo }) => undo?.(),
  },
})
