import ArrowLeftRight from 'lucide-react/icons/arrow-left-right'
import Check from 'lucide-react/icons/check'
import CheckCheck from 'lucide-react/icons/check-check'
import PenLine from 'lucide-react/icons/pen-line'
import Undo2 from 'lucide-react/icons/undo-2'
import X from 'lucide-react/icons/x'
import type { Circle, ObservationState } from '../../../../electron/domain/minutes/observation.ts'
import { declareActs } from '../../../acts/act.ts'
import { observationsText as text } from '../../../text/observations.ts'
import type { Numbered } from './use-observations.ts'

export type ObservationContext = {
  row: Numbered
  /** Retained, and not read in the text. */
  isOwed: boolean
  acts: {
    say: (row: Numbered, state: ObservationState) => void
    settle: (row: Numbered) => void
    toCircle: (row: Numbered, circle: Circle) => void
    remove: (row: Numbered) => void
    step: (row: Numbered, by: 1 | -1) => void
  }
}

const otherCircle = ({ observation }: Numbered): Circle =>
  observation.circle === 'internal' ? 'members' : 'internal'

/** On the observation of the focused row, and on the opened one. */
export const observationActs = declareActs<ObservationContext>(
  'observation',
  text.title,
  'rows',
)({
  accept: {
    label: text.accept,
    icon: Check,
    keys: ['A'],
    perform: ({ row, acts }) => acts.say(row, 'accepted'),
  },
  reword: {
    label: text.reword,
    icon: PenLine,
    keys: ['R'],
    asksWords: true,
    perform: ({ row, acts }) => acts.say(row, 'reworded'),
  },
  refuse: {
    label: text.refuse,
    icon: X,
    keys: ['X'],
    asksWords: true,
    perform: ({ row, acts }) => acts.say(row, 'refused'),
  },
  reopen: {
    label: text.reopen,
    short: text.keyOpen,
    icon: Undo2,
    keys: ['E'],
    perform: ({ row, acts }) => acts.say(row, 'open'),
  },
  settle: {
    label: text.settle,
    icon: CheckCheck,
    keys: ['P'],
    offered: ({ isOwed }) => isOwed,
    perform: ({ row, acts }) => acts.settle(row),
  },
  toCircle: {
    label: ({ row }) => text.toCircle(otherCircle(row)),
    icon: ArrowLeftRight,
    perform: ({ row, acts }) => acts.toCircle(row, otherCircle(row)),
  },
  remove: { label: text.keyRemove, keys: ['Delete'], perform: ({ row, acts }) => acts.remove(row) },
  previous: {
    label: text.keyList,
    keys: ['Up'],
    reads: true,
    perform: ({ row, acts }) => acts.step(row, -1),
  },
  next: { label: text.keyList, keys: ['Down'], reads: true, perform: ({ row, acts }) => acts.step(row, 1) },
})

/** Wherever the focus is on the screen. */
export const observationsActs = declareActs<{ goToOpen: () => void }>(
  'observations',
  text.title,
  'screen',
)({
  nextOpen: { label: text.keyNext, keys: ['F8'], reads: true, perform: ({ goToOpen }) => goToOpen() },
})

/** In the field of another wording. */
export const wordingActs = declareActs<{ isEmpty: boolean; write: () => void }>(
  'observation.wording',
  text.wording,
  'rows',
)({
  write: {
    label: text.writeWording,
    icon: PenLine,
    keys: ['CmdOrCtrl+Enter'],
    whyNot: ({ isEmpty }) => (isEmpty ? text.wording : null),
    perform: ({ write }) => write(),
  },
})

export type ManyContext = {
  /** Null: of everybody. */
  author: string | null
  ids: readonly string[]
  decide: (ids: readonly string[], state: 'accepted' | 'refused') => void
}

/** On all that wait, or all that wait of one author. */
export const manyActs = declareActs<ManyContext>(
  'observation.many',
  text.all,
  'rows',
)({
  accept: {
    label: ({ author, ids }) =>
      author === null ? text.acceptAll(ids.length) : text.acceptAllOf(author, ids.length),
    icon: Check,
    perform: ({ ids, decide }) => decide(ids, 'accepted'),
  },
  refuse: {
    label: ({ author, ids }) => text.refuseAllOf(author ?? '', ids.length),
    icon: X,
    offered: ({ author }) => author !== null,
    perform: ({ ids, decide }) => decide(ids, 'refused'),
  },
})
