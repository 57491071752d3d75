import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { ActContextMenu, type MenuPoint } from '../../acts/ActMenu.tsx'
import { bindActs, pressKey } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { actOnScreen, useActs, useRowKeys } from '../../acts/use-acts.ts'
import { chooseOne, theOne } from '../../parts/grid/selection.ts'
import { rowOf, useKeptPlace } from '../../parts/grid/use-kept-place.ts'
import { useRowDrag } from '../../parts/grid/use-row-drag.ts'
import { useTypeAhead } from '../../parts/grid/use-type-ahead.ts'
import { useLead } from '../../parts/ListAndPane.tsx'
import { agendaText } from '../../text/agenda.ts'
import { gridText } from '../../text/grid.ts'
import { EditingOff } from '../../ui/editing.ts'
import { isTyping } from '../../ui/typing.ts'
import { AgendaRow } from './AgendaRow.tsx'
import { type Landing, landingUnder, placeOf } from './landings.ts'
import { rowActs, titleColumns, treeActs } from './row-acts.ts'
import { factsOf, rowAtPlannedEnd } from './rows.ts'
import { useCarry } from './use-carry.ts'
import { useWorkspace } from './workspace.ts'

/** More than the tallest window shows: they are drawn with the screen, the others once they are painted. */
const FIRST = 40
/** From here on only the rows that are seen are laid out. */
const MANY = 80

/** What acts by itself in a row. */
const OWN = 'a, button, input'

export function AgendaTree() {
  const workspace = useWorkspace()
  const { agenda, date, attachmentCounts, chosenId, namingId, choose, startNaming } = workspace
  const { rows } = agenda
  const tree = useRef<HTMLDivElement>(null)
  const off = useContext(EditingOff)
  const [menu, setMenu] = useState<MenuPoint | null>(null)
  const lead = useLead()
  const acts = useActs(rowActs, { workspace, id: chosenId })
  useRowKeys(listActs)
  useRowKeys(treeActs)
  const ids = useMemo(() => rows.map(({ item }) => item.id), [rows])
  const selection = useMemo(() => chooseOne(chosenId), [chosenId])
  const stop = useKeptPlace(tree, ids, selection, (heir) => choose(theOne(heir)), namingId)
  const drag = useRowDrag<Landing>({
    onDrop: (id, landing) => {
      const to = placeOf(rows, id, landing)
      if (to !== null) workspace.place(id, to)
    },
    landingAt: (over) => landingUnder(rows, over),
    wordsOf: (id) => agenda.byId.get(id)?.item.title ?? '',
  })
  const carry = useCarry(workspace)
  const landing = carry.landing ?? drag.target
  const facts = useMemo(() => factsOf(agenda, attachmentCounts), [agenda, attachmentCounts])
  const end = rowAtPlannedEnd(agenda)
  const [isWhole, setWhole] = useState(rows.length <= FIRST)
  useEffect(() => startTransition(() => setWhole(true)), [])
  const goTo = (rank: number) => {
    const id = ids[rank]
    if (id !== undefined) choose(id)
  }
  const typeAhead = useTypeAhead(rows, titleColumns, goTo)
  const pressedRow = ({ target }: { target: EventTarget }) =>
    target instanceof Element && target.closest(OWN) === null ? rowOf(target) : null

  // On the row itself: while it is being named its keys are the text's.
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    const id = target instanceof HTMLElement ? (target.dataset.row ?? null) : null
    const row = id === null ? undefined : agenda.byId.get(id)
    if (id === null || row === undefined || carry.pressKey(event)) return
    const at = ids.indexOf(id)
    const go = (to: string | null) => {
      if (to !== null && agenda.byId.has(to)) choose(to)
    }
    const moves = bindActs(listActs, { at, length: ids.length, go: goTo }, null)
    const family = { parent: row.item.parentId, child: row.hasChildren ? (ids[at + 1] ?? null) : null, go }
    const own = bindActs(rowActs, { workspace, id }, off)
    const levels = bindActs(treeActs, family, null)
    const all = [...Object.values(own), ...Object.values(moves), ...Object.values(levels)]
    if (!pressKey(event, all)) typeAhead(event, at)
  }
  const onClick = (event: MouseEvent) => {
    const { target, detail } = event
    const grip = target instanceof Element ? target.closest<HTMLElement>('.agenda-grip') : null
    const held = grip === null || detail > 0 ? null : rowOf(grip)
    if (held !== null) {
      choose(held)
      rowElement(tree.current, held)?.focus()
      if (off === null) carry.begin(held)
      else workspace.announce(off)
      return
    }
    const id = pressedRow(event)
    if (id === null) return
    choose(id)
    rowElement(tree.current, id)?.focus({ preventScroll: true })
    // A press on a row asks for its fields, also where they stand in its place.
    lead?.show()
  }
  const onContextMenu = (event: MouseEvent) => {
    const id = rowOf(event.target)
    const row = id === null ? null : rowElement(tree.current, id)
    // A title that is being written has the system's menu, for its spelling.
    if (id === null || row === null || isTyping(document.activeElement)) return
    event.preventDefault()
    choose(id)
    setMenu({ element: row, x: event.clientX, y: event.clientY })
  }
  // Whoever comes in by Tab for the first time begins at a row, and reads it beside the list.
  const wasEntered = useRef(false)
  const onFocus = ({ target }: FocusEvent) => {
    if (target === tree.current && stop !== null) rowElement(tree.current, stop)?.focus()
    const id = target instanceof HTMLElement ? (target.dataset.row ?? null) : null
    if (id !== null && !wasEntered.current && chosenId === null) choose(id)
    wasEntered.current ||= id !== null
  }

  const chosenRank = chosenId === null ? -1 : ids.indexOf(chosenId)
  const drawn = isWhole ? rows : rows.slice(0, Math.max(FIRST, chosenRank + 1))
  return (
    <>
      <div className="agenda-box">
        <div
          ref={tree}
          role="treegrid"
          className={rows.length > MANY ? 'agenda long' : 'agenda'}
          aria-label={agendaText.rows}
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onDoubleClick={(event) => {
            const id = pressedRow(event)
            if (id !== null) startNaming(id)
          }}
          onContextMenu={onContextMenu}
          onFocus={onFocus}
          onBlur={carry.leave}
          {...drag.handlers}
        >
          {drawn.map((row, rank) => {
            const { id } = row.item
            return (
              <AgendaRow
                key={id}
                row={row}
                {...facts(id)}
                isFirst={rank === 0}
                isLast={rank === rows.length - 1}
                plannedEnd={row === end ? agenda.planned : null}
                computedEnd={row === end ? agenda.table.end : null}
                date={date}
                isChosen={id === chosenId}
                isNamed={id === namingId}
                isStop={id === stop}
                isCarried={id === (carry.id ?? drag.dragged)}
                mark={landing?.at === id ? landing : null}
              />
            )
          })}
        </div>
      </div>
      {menu === null ? null : (
        <ActContextMenu
          label={gridText.menu}
          at={menu}
          acts={[...Object.values(acts), ...actOnScreen('window.print')]}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  )
}

function rowElement(tree: HTMLElement | null, id: string): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null
}
