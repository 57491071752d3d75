import Copy from 'lucide-react/icons/copy'
import ListChecks from 'lucide-react/icons/list-checks'
import { declareActs } from '../../acts/act.ts'
import { gridText as text } from '../../text/grid.ts'

export type GridContext = {
  copy: () => void
  chooseAll: () => void
  chooseAlso: () => void
}

/** Words selected with the mouse are what one wants to copy. */
const hasSelectedWords = () => window.getSelection()?.isCollapsed === false

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
    perform: ({ chooseAll }) => chooseAll(),
  },
  chooseAlso: {
    label: text.chooseAlso,
    keys: ['CmdOrCtrl+Space'],
    reads: true,
    perform: ({ chooseAlso }) => chooseAlso(),
  },
})

export type HeadContext = {
  sort: (() => void) | null
  go: (by: 1 | -1) => void
  widen: (by: 1 | -1) => void
  toRows: () => void
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
  narrower: { label: text.width, keys: ['-'], reads: true, perform: ({ widen }) => widen(-1) },
  wider: { label: text.width, keys: ['Plus'], reads: true, perform: ({ widen }) => widen(1) },
  toRows: { label: text.toRows, keys: ['Down'], reads: true, perform: ({ toRows }) => toRows() },
})
