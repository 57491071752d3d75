import { declareActs } from '../../../acts/act.ts'
import { notebooksText as text } from '../../../text/notebooks.ts'
import type { Group } from './groups.ts'
import { stepLine } from './merge-focus.ts'
import type { Merge } from './use-merge.ts'

export type MergeContext = { groups: readonly Group[]; merge: Merge; id: string }

/** The line where the keys are, while it is to be decided. */
function openLine({ groups, id }: MergeContext) {
  const group = groups.find(({ rows }) => rows.some(({ line }) => line?.id === id))
  const row = group?.rows.find(({ line }) => line?.id === id)
  const line = row?.line
  if (group === undefined || row === undefined || line == null || line.state !== 'proposed') return null
  return { group, line, twin: row.twin }
}

const isOpen = (context: MergeContext) => openLine(context) !== null

/** Lines of notebooks are walked by the arrows and decided by one letter; the next one to decide takes the focus. */
export const mergeActs = declareActs<MergeContext>(
  'notebooks',
  text.title,
  'rows',
)({
  next: {
    label: text.keys.move,
    keys: ['Down'],
    reads: true,
    perform: () => stepLine((lines, from) => lines[from + 1]),
  },
  previous: {
    label: text.keys.back,
    keys: ['Up'],
    reads: true,
    perform: () => stepLine((lines, from) => lines[from - 1]),
  },
  take: {
    label: text.keys.take,
    keys: ['P'],
    offered: isOpen,
    perform: (context) => {
      const open = openLine(context)
      if (open !== null) void context.merge.decide([open.line], 'kept')
    },
  },
  instead: {
    label: text.keys.instead,
    keys: ['R'],
    offered: (context) => openLine(context)?.twin?.state === 'kept',
    perform: (context) => {
      const open = openLine(context)
      if (open?.twin != null) void context.merge.takeInstead(open.line, open.twin)
    },
  },
  leave: {
    label: text.keys.leave,
    keys: ['L'],
    offered: isOpen,
    perform: (context) => {
      const open = openLine(context)
      if (open !== null) void context.merge.decide([open.line], 'left')
    },
  },
  takeAll: {
    label: text.keys.takeAll,
    keys: ['Shift+P'],
    offered: isOpen,
    perform: (context) => {
      const open = openLine(context)
      if (open !== null) void context.merge.takeAll(open.group.open)
    },
  },
})
