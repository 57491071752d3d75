import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import ClipboardCopy from 'lucide-react/icons/clipboard-copy'
import Copy from 'lucide-react/icons/copy'
import HistoryIcon from 'lucide-react/icons/history'
import IndentDecrease from 'lucide-react/icons/indent-decrease'
import IndentIncrease from 'lucide-react/icons/indent-increase'
import Minus from 'lucide-react/icons/minus'
import PenLine from 'lucide-react/icons/pen-line'
import Plus from 'lucide-react/icons/plus'
import Timer from 'lucide-react/icons/timer'
import Trash2 from 'lucide-react/icons/trash-2'
import { branchOf } from '../../../electron/domain/agenda/agenda.ts'
import type { Id } from '../../../electron/domain/ids.ts'
import { formatDuration } from '../../../electron/domain/text/french.ts'
import { declareActs } from '../../acts/act.ts'
import { hasItems, isUnlocked, suitsAll } from '../../acts/suits.ts'
import { errorSentence } from '../../api/api-error.ts'
import { newId } from '../../api/new-id.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { copyRows } from '../../parts/grid/copy-rows.ts'
import { hasSelectedWords } from '../../parts/grid/grid-acts.ts'
import { agendaText, clock } from '../../text/agenda.ts'
import { titled } from '../../text/common.ts'
import { gridText } from '../../text/grid.ts'
import { historyText } from '../../text/history.ts'
import type { Row } from './rows.ts'
import { childrenOf, type Direction, heirOf, neighbour } from './tree.ts'
import type { Add, Workspace } from './workspace.ts'

const { table } = agendaText
const columns: readonly GridColumn<Row>[] = [
  { id: 'number', label: table.number, text: ({ number }) => number ?? '' },
  { id: 'start', label: table.start, text: ({ slot }) => clock(slot.start) },
  { id: 'title', label: table.title, text: ({ item }) => item.title },
  {
    id: 'presenter',
    label: table.presenter,
    text: ({ item }) => [item.presenter, item.organisation].filter((words) => words !== '').join(', '),
  },
  { id: 'duration', label: table.duration, text: ({ slot }) => formatDuration(slot.durationMinutes) },
]

/** What letters find a row by. */
export const titleColumns = columns.filter(({ id }) => id === 'title')

/** All of it, for a message or a spreadsheet. */
function copyAgenda(rows: readonly Row[]): void {
  copyRows(rows, columns).then(
    () => showToast(gridText.copied(rows.length)),
    (error: unknown) => showToast(errorSentence(error)),
  )
}

const { carry, menu, keys, synonyms } = agendaText

export type RowContext = {
  workspace: Pick<Workspace, 'agenda' | 'store' | 'choose' | 'startNaming' | 'open' | 'place' | 'announce'>
  /** Of the item; null where none is chosen. */
  id: Id | null
}

/** Minutes that one press of + or - adds or takes. */
const DURATION_STEP = 5
const BREAK_MINUTES = 15

const isThere = ({ workspace, id }: RowContext) => id !== null && workspace.agenda.byId.has(id)

/** Acts on one item of the agenda: the keys of Word's outline, F2 and Enter as in a list of files. */
export const rowActs = declareActs<RowContext>(
  'agenda.item',
  agendaText.rows,
  'rows',
  'agenda',
  suitsAll(hasItems, isUnlocked),
)({
  addBelow: {
    label: menu.addBelow,
    icon: Plus,
    keys: ['Enter'],
    offered: isThere,
    perform: ({ workspace, id }) => openBelow(workspace, id),
  },
  rename: {
    label: menu.rename,
    icon: PenLine,
    keys: ['F2'],
    offered: isThere,
    perform: ({ workspace, id }) => (id === null ? undefined : workspace.startNaming(id)),
  },
  duplicate: {
    label: menu.duplicate,
    synonyms: synonyms.duplicate,
    icon: Copy,
    keys: ['CmdOrCtrl+D'],
    offered: isThere,
    perform: ({ workspace, id }) => (id === null ? undefined : duplicate(workspace, id)),
  },
  copy: {
    label: menu.copy,
    icon: ClipboardCopy,
    keys: ['CmdOrCtrl+C'],
    reads: true,
    offered: isThere,
    leavesKey: hasSelectedWords,
    perform: ({ workspace }) => copyAgenda(workspace.agenda.rows),
  },
  history: {
    label: historyText.beside,
    icon: HistoryIcon,
    reads: true,
    offered: isThere,
    perform: ({ id }) => (id === null ? undefined : navigate(href('history', {}, id))),
  },
  up: { label: menu.up, icon: ArrowUp, keys: ['Alt+Shift+Up'], offered: isThere, perform: moves('up') },
  down: {
    label: menu.down,
    icon: ArrowDown,
    keys: ['Alt+Shift+Down'],
    offered: isThere,
    perform: moves('down'),
  },
  indent: {
    label: menu.indent,
    short: keys.indent,
    icon: IndentIncrease,
    keys: ['Alt+Shift+Right'],
    offered: isThere,
    perform: moves('indent'),
  },
  outdent: {
    label: menu.outdent,
    icon: IndentDecrease,
    keys: ['Alt+Shift+Left'],
    offered: isThere,
    perform: moves('outdent'),
  },
  longer: {
    label: menu.longer,
    short: keys.lengthen,
    icon: Timer,
    keys: ['Plus'],
    offered: isThere,
    perform: lengthens(DURATION_STEP),
  },
  shorter: {
    label: menu.shorter,
    short: keys.lengthen,
    icon: Minus,
    keys: ['-'],
    offered: isThere,
    perform: lengthens(-DURATION_STEP),
  },
  remove: {
    label: menu.remove,
    icon: Trash2,
    keys: ['Delete'],
    danger: true,
    offered: isThere,
    perform: ({ workspace, id }) => (id === null ? undefined : remove(workspace, id)),
  },
  leave: {
    label: keys.leave,
    keys: ['Escape'],
    reads: true,
    perform: ({ workspace }) => workspace.choose(null),
  },
})

type Family = { parent: Id | null; child: Id | null; go: (to: Id | null) => void }

/** Sub-items are always open: the arrows to the sides lead from level to level. */
export const treeActs = declareActs<Family>(
  'agenda.levels',
  agendaText.rows,
  'rows',
)({
  parent: {
    label: agendaText.toParent,
    keys: ['Left'],
    reads: true,
    perform: ({ parent, go }) => go(parent),
  },
  child: { label: agendaText.toChild, keys: ['Right'], reads: true, perform: ({ child, go }) => go(child) },
})

type CarryContext = { go: (step: 1 | -1) => void; drop: () => void; leave: () => void }

/** While an item is carried. */
export const carryActs = declareActs<CarryContext>(
  'agenda.carry',
  carry.title,
  'rows',
)({
  previous: { label: carry.choose, keys: ['Up', 'Shift+Tab'], reads: true, perform: ({ go }) => go(-1) },
  next: { label: carry.choose, keys: ['Down', 'Tab'], reads: true, perform: ({ go }) => go(1) },
  drop: { label: carry.drop, keys: ['Enter', 'Space'], reads: true, perform: ({ drop }) => drop() },
  leave: { label: carry.leave, keys: ['Escape'], reads: true, perform: ({ leave }) => leave() },
})

/** Opens a row for a new item below this one; below the last where there is none. */
export function openBelow({ store, open }: RowContext['workspace'], id: Id | null): void {
  open({ ...below(store.getState().view.items, id), fields: { title: '', kind: 'item' } })
}

export function addBreak({ store, choose }: RowContext['workspace'], id: Id | null): void {
  const added = below(store.getState().view.items, id)
  choose(added.id)
  const fields = { title: agendaText.breakTitle, kind: 'break' as const, durationMinutes: BREAK_MINUTES }
  void store.do({ ...added, fields })
}

function below(items: Parameters<typeof childrenOf>[0], id: Id | null): Omit<Add, 'fields'> {
  const above = items.find((item) => item.id === id)
  const afterId = above?.id ?? childrenOf(items, null).at(-1)?.id ?? null
  return { type: 'add', id: newId(), parentId: above?.parentId ?? null, afterId }
}

/** The copy is at once the one whose title is written. */
function duplicate({ store, startNaming, announce }: RowContext['workspace'], id: Id): void {
  const branch = branchOf(store.getState().view.items, id)
  const [first, ...others] = branch.map(() => newId())
  if (first === undefined) return
  void store.do({ type: 'duplicate', id, ids: [first, ...others] })
  startNaming(first)
  announce(agendaText.duplicated(titled(branch[0]?.title ?? '')))
}

function moves(direction: Direction) {
  return ({ workspace, id }: RowContext): void => {
    if (id === null) return
    const to = neighbour(workspace.store.getState().view.items, id, direction)
    if (to === null) workspace.announce(agendaText.atEdge)
    else workspace.place(id, to)
  }
}

function lengthens(by: number) {
  return ({ workspace: { store }, id }: RowContext): void => {
    const item = store.getState().view.items.find((one) => one.id === id)
    if (item !== undefined) store.type(item.id, { durationMinutes: lengthened(item.durationMinutes, by) })
  }
}

/** Never under zero nor over a day; an unset duration counts as zero. */
function lengthened(minutes: number | null, by: number): number {
  return Math.min(24 * 60, Math.max(0, (minutes ?? 0) + by))
}

function remove({ agenda, store, choose }: RowContext['workspace'], id: Id): void {
  const title = titled(agenda.byId.get(id)?.item.title ?? '')
  choose(heirOf(store.getState().view.items, id))
  void store.do({ type: 'remove', id }).then(() => {
    const stays = store.getState().view.items.some((one) => one.id === id)
    if (stays) choose(id)
    else showUndoToast(agendaText.removed(title))
  })
}
