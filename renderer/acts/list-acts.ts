import SquareArrowOutUpRight from 'lucide-react/icons/square-arrow-out-up-right'
import { listText as text } from '../text/grid.ts'
import { type Act, declareActs } from './act.ts'

export type ListContext = {
  /** Of the row where the keyboard is, and of how many; -1 while it is on none. */
  at: number
  length: number
  go: (to: number) => void
}

/** Rows that Page up and Page down pass over. */
const PAGE = 10

function goes(key: string, to: (context: ListContext) => number): Act<ListContext> {
  return {
    label: text.choose,
    keys: [key],
    reads: true,
    perform: (context) => {
      const { length, go } = context
      if (length > 0) go(Math.max(0, Math.min(to(context), length - 1)))
    },
  }
}

/** Moving through a list whose rows take the focus. */
export const listActs = declareActs<ListContext>(
  'list',
  text.title,
  'rows',
)({
  previous: goes('Up', ({ at }) => at - 1),
  next: goes('Down', ({ at }) => at + 1),
  pageUp: goes('PageUp', ({ at }) => at - PAGE),
  pageDown: goes('PageDown', ({ at }) => at + PAGE),
  first: goes('Home', () => 0),
  last: goes('End', ({ length }) => length - 1),
})

/** For a list whose rows open. */
export const openActs = declareActs<{ open: () => void }>(
  'list.open',
  text.title,
  'rows',
)({
  open: {
    label: text.open,
    icon: SquareArrowOutUpRight,
    keys: ['Enter'],
    reads: true,
    perform: ({ open }) => open(),
  },
})

/** Shift with a move: from the row where the choice began to the one that is reached. */
export const stretchActs = declareActs<ListContext>(
  'list.stretch',
  text.title,
  'rows',
)(
  Object.fromEntries(
    Object.entries(listActs.acts).map(([name, act]) => [
      name,
      { ...act, label: text.stretch, keys: (act.keys ?? []).map((key) => `Shift+${key}`) },
    ]),
  ),
)
