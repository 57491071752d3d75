import { reviewText as text } from '../text/frame.ts'
import { declareActs } from './act.ts'

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
}

/** On its focused row. */
export const reviewRowActs = declareActs<ReviewRowContext>(
  'review.row',
  text.title,
  'rows',
)({
  toggle: { label: text.toggle, keys: ['Space'], perform: ({ toggle }) => toggle() },
  correct: {
    label: text.correct,
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
})
