import ArrowRight from 'lucide-react/icons/arrow-right'
import BadgeCheck from 'lucide-react/icons/badge-check'
import BellRing from 'lucide-react/icons/bell-ring'
import Send from 'lucide-react/icons/send'
import Undo2 from 'lucide-react/icons/undo-2'
import { type MinutesState, MinutesState as State } from '../../../../electron/domain/minutes/minutes.ts'
import { declareActs } from '../../../acts/act.ts'
import { isWritten, mayLeave } from '../../../acts/suits.ts'
import type { PrepareMessage } from '../../../parts/use-prepare-message.ts'
import { minutesStateAct, minutesText } from '../../../text/minutes.ts'
import { lifeText as text } from '../../../text/minutes-life.ts'

export type StateContext = {
  state: MinutesState
  /** The meeting goes on: its minutes go to nobody yet. */
  isUnderWay: boolean
  /** It is not opened, and its day is ahead: they are prepared, and say nothing that took place. */
  isToCome: boolean
  /** Since it was validated. */
  isChanged: boolean
  setState: (state: MinutesState) => void
  message: PrepareMessage
  toMembers: () => void
  approve: () => void
}

/** States that a person reaches by hand, in order; the approval has its own panel. */
const reachable: readonly MinutesState[] = State.options.filter((state) => state !== 'approved')

function stepFrom(state: MinutesState, by: 1 | -1): MinutesState | undefined {
  return reachable[reachable.indexOf(state) + by]
}

const isOver = ({ isUnderWay }: StateContext) => !isUnderWay
const waitsForItsDay = ({ isToCome }: StateContext) => (isToCome ? text.toCome : null)

/** Acts on the minutes as a whole. */
export const stateActs = declareActs<StateContext>(
  'minutes.state',
  minutesText.stateMenu,
  'rows',
  'minutes',
  isWritten,
)({
  toChair: {
    label: text.toChair,
    icon: Send,
    offered: isOver,
    suits: mayLeave,
    whyNot: waitsForItsDay,
    perform: ({ message }) => message.start('internalMinutes'),
  },
  toMembers: {
    label: text.toMembers,
    icon: Send,
    offered: isOver,
    suits: mayLeave,
    whyNot: waitsForItsDay,
    perform: ({ toMembers }) => toMembers(),
  },
  remind: {
    label: text.remind,
    icon: BellRing,
    offered: (context) => isOver(context) && context.state === 'review',
    suits: (meeting) => mayLeave(meeting) && meeting.minutesState === 'review',
    whyNot: waitsForItsDay,
    perform: ({ message }) => message.start('reviewReminder'),
  },
  remindActions: {
    label: text.remindActions,
    icon: BellRing,
    perform: ({ message }) => message.start('actionsReminder'),
  },
  approve: {
    label: ({ state }) => (state === 'validated' ? text.approve : text.follow),
    short: text.approve,
    icon: BadgeCheck,
    suits: ({ minutesState }) => minutesState === 'validated',
    perform: ({ approve }) => approve(),
  },
  validate: {
    label: ({ isChanged }) => (isChanged ? text.validateAnew : text.validate),
    short: text.validate,
    icon: BadgeCheck,
    offered: ({ state, isChanged }) => state === 'review' || isChanged,
    suits: ({ minutesState }) => minutesState === 'review',
    whyNot: waitsForItsDay,
    perform: ({ setState }) => setState('validated'),
  },
  forward: {
    label: ({ state }) => minutesStateAct[stepFrom(state, 1) ?? state],
    icon: ArrowRight,
    // Validating says it already where it is a step.
    offered: (context) =>
      isOver(context) && context.state !== 'review' && stepFrom(context.state, 1) !== undefined,
    whyNot: waitsForItsDay,
    perform: ({ state, setState }) => setState(stepFrom(state, 1) ?? state),
  },
  back: {
    label: ({ state }) => minutesText.stepBack(stepFrom(state, -1) ?? state),
    icon: Undo2,
    offered: ({ state }) => stepFrom(state, -1) !== undefined,
    perform: ({ state, setState }) => setState(stepFrom(state, -1) ?? state),
  },
})

/** The act that comes next in each state. */
export const nextAct = {
  drafting: 'toChair',
  internalReview: 'toMembers',
  review: 'validate',
  validated: 'approve',
  approved: 'approve',
} as const satisfies Readonly<Record<MinutesState, keyof (typeof stateActs)['acts']>>
