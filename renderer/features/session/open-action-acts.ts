import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import { declareActs } from '../../acts/act.ts'
import { openActionsText as text } from '../../text/session-pane.ts'

export type OpenActionContext = {
  row: ActionRow
  acts: {
    done: (row: ActionRow) => void
    putOff: (row: ActionRow) => void
    comment: (row: ActionRow) => void
    move: (id: string, step: 1 | -1) => void
    leave: () => void
  }
}

/** On the action of the focused row. */
export const openActionActs = declareActs<OpenActionContext>(
  'session.openAction',
  text.list,
  'rows',
)({
  done: { label: text.keys.done, keys: ['Space'], perform: ({ row, acts }) => acts.done(row) },
  putOff: { label: text.keys.putOff, keys: ['R'], perform: ({ row, acts }) => acts.putOff(row) },
  comment: { label: text.keys.comment, keys: ['C'], perform: ({ row, acts }) => acts.comment(row) },
  previous: {
    label: text.keys.move,
    keys: ['Up'],
    reads: true,
    perform: ({ row, acts }) => acts.move(row.action.id, -1),
  },
  next: {
    label: text.keys.move,
    keys: ['Down'],
    reads: true,
    perform: ({ row, acts }) => acts.move(row.action.id, 1),
  },
  leave: { label: text.keys.leave, keys: ['Escape'], reads: true, perform: ({ acts }) => acts.leave() },
})
