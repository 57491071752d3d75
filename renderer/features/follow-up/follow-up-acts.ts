import CalendarClock from 'lucide-react/icons/calendar-clock'
import Check from 'lucide-react/icons/check'
import CircleOff from 'lucide-react/icons/circle-off'
import CirclePlay from 'lucide-react/icons/circle-play'
import Mail from 'lucide-react/icons/mail'
import Pencil from 'lucide-react/icons/pencil'
import Replace from 'lucide-react/icons/replace'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import UserRound from 'lucide-react/icons/user-round'
import type { ActionRow, DecisionRow } from '../../../electron/contract/follow-up.ts'
import { isOpenAction } from '../../../electron/domain/minutes/action.ts'
import { declareActs } from '../../acts/act.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import type { ActionActs } from './use-action-acts.ts'
import type { Reminders } from './use-reminders.ts'

/** The question that is open in the inspector. */
export type Asked = 'postpone' | 'drop' | 'reassign' | 'edit' | null

export type ActionsContext = {
  rows: readonly ActionRow[]
  acts: Pick<ActionActs, 'setState'>
  reminders: Pick<Reminders, 'prepare'>
  ask: (asked: Exclude<Asked, null>) => void
}

const openOf = ({ rows }: ActionsContext) => rows.filter(({ action }) => isOpenAction(action))
const hasOpen = (context: ActionsContext) => openOf(context).length > 0
const isDone = ({ rows }: ActionsContext) =>
  rows.length > 0 && rows.every(({ action }) => action.state === 'done')

/** Acts on one or many actions of the register. */
export const actionActs = declareActs<ActionsContext>(
  'followUp.action',
  text.acts.region,
  'rows',
  'followUp',
)({
  toggle: {
    label: text.keys.done,
    keys: ['Space'],
    offered: ({ rows }) => rows.length > 0,
    perform: (context) => context.acts.setState(context.rows, isDone(context) ? 'todo' : 'done'),
  },
  done: {
    label: text.acts.done,
    icon: Check,
    offered: hasOpen,
    perform: (context) => context.acts.setState(openOf(context), 'done'),
  },
  postpone: {
    label: text.acts.postpone,
    icon: CalendarClock,
    keys: ['R'],
    offered: hasOpen,
    perform: ({ ask }) => ask('postpone'),
  },
  remind: {
    label: ({ rows }) => (rows.length === 1 ? text.remindOne : text.remindSome),
    icon: Mail,
    reads: true,
    offered: hasOpen,
    perform: (context) => context.reminders.prepare(openOf(context).map(({ action }) => action.id)),
  },
  start: {
    label: text.acts.start,
    icon: CirclePlay,
    offered: (context) => openOf(context).some(({ action }) => action.state !== 'inProgress'),
    perform: (context) => context.acts.setState(openOf(context), 'inProgress'),
  },
  drop: { label: text.acts.drop, icon: CircleOff, offered: hasOpen, perform: ({ ask }) => ask('drop') },
  reassign: {
    label: text.acts.reassign,
    icon: UserRound,
    offered: hasOpen,
    perform: ({ ask }) => ask('reassign'),
  },
  edit: {
    label: text.acts.edit,
    icon: Pencil,
    keys: ['E'],
    offered: ({ rows }) => rows.length === 1,
    perform: ({ ask }) => ask('edit'),
  },
  reopen: {
    label: text.acts.reopen,
    icon: RotateCcw,
    offered: (context) => context.rows.length > 0 && !hasOpen(context),
    perform: ({ rows, acts }) => acts.setState(rows, 'todo'),
  },
})

/** The question that is open in the inspector of a decision. */
export type AskedOfDecision = 'replace' | 'void' | null

export type DecisionContext = {
  /** Null where none is chosen alone. */
  row: DecisionRow | null
  ask: (asked: Exclude<AskedOfDecision, null>) => void
  bringBack: (row: DecisionRow) => void
}

const isInForce = ({ row }: DecisionContext) => row?.now.state === 'inForce'

export const decisionActs = declareActs<DecisionContext>(
  'followUp.decision',
  text.acts.region,
  'rows',
  'followUpDecisions',
)({
  replace: {
    label: text.acts.replace,
    icon: Replace,
    offered: isInForce,
    perform: ({ ask }) => ask('replace'),
  },
  void: { label: text.acts.void, icon: CircleOff, offered: isInForce, perform: ({ ask }) => ask('void') },
  inForce: {
    label: text.acts.inForce,
    icon: RotateCcw,
    offered: (context) => context.row !== null && !isInForce(context),
    perform: ({ row, bringBack }) => (row === null ? undefined : bringBack(row)),
  },
})
