import Copy from 'lucide-react/icons/copy'
import ListChecks from 'lucide-react/icons/list-checks'
import { type Act, declareActs } from '../../acts/act.ts'
import { gridText as text } from '../../text/grid.ts'

export type GridContext = {
  copy: () => void
  /** Null where no more than one row is chosen. */
  many: { all: () => void; also: () => void } | null
}

/** Words selected with the mouse are what one wants to copy. */
export const hasSelectedWords = () => window.getSelection()?.isCollapsed === false

/** On the rows of any list. */
export const gridActs = declareActs<GridContext>(
  'grid',
  text.title,
  'rows',
)({
  copy: {
    label: text.copy,
    icon: Copy,
    keys: ['CmdOrCtrl+C'],
    reads: true,
    leavesKey: hasSelectedWords,
    perform: ({ copy }) => copy(),
  },
  chooseAll: {
    label: text.chooseAll,
    icon: ListChecks,
    keys: ['CmdOrCtrl+A'],
    reads: true,
    offered: ({ many }) => many !== null,
    perform: ({ many }) => many?.all(),
  },
  chooseAlso: {
    label: text.chooseAlso,
    keys: ['CmdOrCtrl+Space'],
    reads: true,
    offered: ({ many }) => many !== null,
    perform: ({ many }) => many?.also(),
  },
})

/** After what the rows' own acts do with its key: the pane that shows the chosen row closes. */
export const leaveActs = declareActs<{ leave: (() => void) | null }>(
  'grid.leave',
  text.title,
  'rows',
)({
  leave: {
    label: text.leave,
    keys: ['Escape'],
    reads: true,
    offered: ({ leave }) => leave !== null,
    perform: ({ leave }) => leave?.(),
  },
})

export type HeadContext = {
  sort: (() => void) | null
  go: (by: 1 | -1) => void
  /** Null where the columns have no widths of their own. */
  widen: ((by: 1 | -1) => void) | null
  toRows: () => void
}

function widens(key: string, by: 1 | -1): Act<HeadContext> {
  return {
    label: text.width,
    keys: [key],
    reads: true,
    offered: ({ widen }) => widen !== null,
    perform: ({ widen }) => widen?.(by),
  }
}

/** On the titles of the columns, which the arrow above the first row reaches. */
export const headActs = declareActs<HeadContext>(
  'grid.head',
  text.columns,
  'rows',
)({
  sort: {
    label: text.sort,
    keys: ['Enter', 'Space'],
    reads: true,
    offered: ({ sort }) => sort !== null,
    perform: ({ sort }) => sort?.(),
  },
  left: { label: text.otherColumn, keys: ['Left'], reads: true, perform: ({ go }) => go(-1) },
  right: { label: text.otherColumn, keys: ['Right'], reads: true, perform: ({ go }) => go(1) },
  narrower: widens('-', -1),
  wider: widens('Plus', 1),
  toRows: { label: text.toRows, keys: ['Down'], reads: true, perform: ({ toRows }) => toRows() },
})
