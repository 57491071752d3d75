import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { ActContextMenu, type MenuPoint } from '../../acts/ActMenu.tsx'
import { type BoundAct, bindActs, isKeyOf, pressKey } from '../../acts/act.ts'
import { capsOf, isLetter, isPressed } from '../../acts/keys.ts'
import { listActs, openActs, stretchActs } from '../../acts/list-acts.ts'
import { actOnScreen, useRowKeys } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { showToast } from '../../api/toasts.ts'
import { gridText as text } from '../../text/grid.ts'
import { isTyping } from '../../ui/typing.ts'
import { usePrinted } from '../printed.ts'
import { useLeadBeside } from './beside.ts'
import { type GridColumn, type GridSort, nextSort, sorted } from './columns.ts'
import { copyRows } from './copy-rows.ts'
import { useDeskColumns } from './desk-columns.ts'
import { CHUNK, GridChunk, type GridGroup, GridRoom } from './GridChunk.tsx'
import { GridHead } from './GridHead.tsx'
import { gridActs, leaveActs } from './grid-acts.ts'
import { choose, chooseAlso, nothingChosen, type Selection } from './selection.ts'
import { useChoosing } from './use-choosing.ts'
import { useDrawnChunks } from './use-drawn-chunks.ts'
import { rowOf, useKeptPlace } from './use-kept-place.ts'
import { halfOf, type Landing, useRowDrag } from './use-row-drag.ts'
import { useTypeAhead } from './use-type-ahead.ts'
import { wholeList } from './whole-list.ts'

export type GridProps<T extends { readonly id: string }> = {
  /** Under which its columns are kept on this desk. */
  list: string
  label: string
  className?: string
  columns: readonly GridColumn<T>[]
  /** All of them, or as long as all of them: what is not read yet is undefined. */
  rows: readonly (T | undefined)[]
  /** Told which stretch is about to be seen, where not all is read. */
  onNear?: (first: number, last: number) => void
  /** Absent: the grid keeps it. */
  selection?: Selection
  /** A row is two lines of words rather than columns. */
  isTwoLines?: boolean
  /** Never more than one row is chosen. */
  isSingle?: boolean
  onSelect?: (selection: Selection) => void
  /** Enter and a double click; with `clickOpens` a click. */
  onOpen?: (row: T) => void
  clickOpens?: boolean
  /** On what is chosen: by their keys, and in the menu of a row. */
  acts?: readonly BoundAct[]
  /** Where whoever reads the rows orders them; absent: the grid does. */
  order?: { readonly sort: GridSort | null; readonly onSort: (by: string) => void }
  /** Only as long as the list stands in its own order. */
  groupOf?: ((row: T) => GridGroup | null) | undefined
  isVoid?: (row: T) => boolean
  /** Below the words of a row, as long as it has any: its acts, its editor. Such rows are laid out by their list. */
  detailOf?: (row: T) => ReactNode
  /** Rows that have a handle (`data-grip`) and can be put elsewhere; only as long as the list stands in its own order. */
  move?: GridMove<T> | null
}

export type GridMove<T> = {
  readonly may: (row: T) => boolean
  readonly drop: (id: string, target: Landing) => void
  /** By their keys, and in the menu of a row. */
  readonly acts: readonly BoundAct[]
}

/** ARIA in HTML allows any role on a table: its rows take the focus, so it is a grid. */
const movedThrough = { role: 'grid' } as const
const chosenFrom = { ...movedThrough, 'aria-multiselectable': true } as const
const none: readonly BoundAct[] = []
/** What acts by itself where it is pressed. */
const OWN = 'a, button, input, select, label, [data-own-press]'

export function Grid<T extends { readonly id: string }>(props: GridProps<T>) {
  const { columns, order, onOpen } = props
  const grid = useRef<HTMLTableElement>(null)
  const [kept, setKept] = useState(nothingChosen)
  const [desk, setDesk] = useDeskColumns(props.list)
  const [dragged, setDragged] = useState<Readonly<Record<string, number>> | null>(null)
  const [menu, setMenu] = useState<MenuPoint | null>(null)
  const { isSingle = false, isTwoLines = false } = props
  const hasWidths = !isTwoLines && props.detailOf === undefined
  const selection = props.selection ?? kept
  const sort = order === undefined ? desk.sort : order.sort
  const ownSort = order === undefined ? sort : null
  const rows = useMemo(() => sorted(props.rows, columns, ownSort), [props.rows, columns, ownSort])
  const move = ownSort === null ? (props.move ?? null) : null
  const acts = [...(move?.acts ?? none), ...(props.acts ?? none)]
  const drag = useRowDrag({ onDrop: move?.drop ?? null, landingAt: halfOf })
  const ids = useMemo(() => rows.map((row) => row?.id ?? ''), [rows])
  const { at } = selection
  const atIndex = at === null ? -1 : ids.indexOf(at)
  const { onSelect, awaitedAt, goTo, stretchTo, chooseAllRows } = useChoosing({
    ...{ ids, at, onNear: props.onNear },
    report: props.onSelect ?? setKept,
  })
  const { chunks, readDrawn, heightOf, rowHeight } = useDrawnChunks(
    grid,
    rows.length,
    awaitedAt ?? Math.max(0, atIndex),
    props.onNear,
  )
  const now = useRef(rows)
  now.current = rows
  const drawn = useRef(readDrawn)
  drawn.current = readDrawn
  const wholeRows = async () => {
    const whole = await wholeList(() => now.current, props.onNear ?? (() => undefined))
    // What one looks at may have gone again for the rows read last.
    drawn.current()
    return whole
  }
  usePrinted({
    kind: 'list',
    list: async () => {
      const named = columns.filter(({ label }) => label !== '')
      const whole = await wholeRows()
      return {
        title: props.label,
        heads: named.map(({ label }) => label),
        rows: whole.map((row) => named.map(({ text, printed = text }) => printed(row))),
      }
    },
  })
  useRowKeys(listActs)
  useRowKeys(stretchActs)
  useRowKeys(openActs)
  useRowKeys(gridActs)
  useRowKeys(leaveActs)
  const stop = useKeptPlace(grid, ids, selection, onSelect)
  // What was asked for on a row that was not chosen yet is done once it is.
  const asked = useRef<{ row: string; act: string | null } | null>(null)
  useEffect(() => {
    const { current } = asked
    if (current === null || at !== current.row) return
    asked.current = null
    const act = acts.find(({ id }) => id === current.act)
    if (act?.isOffered === true) act.run()
  })
  const typeAhead = useTypeAhead(rows, columns, goTo)
  const copyChosen = async ({ ids: wanted }: Selection) => {
    const read = rows.filter((row): row is T => row !== undefined && wanted.has(row.id))
    const copied = read.length === wanted.size ? read : (await wholeRows()).filter(({ id }) => wanted.has(id))
    await copyRows(copied, columns)
    return copied.length
  }
  const { lead, press } = useLeadBeside(grid, selection)
  const open = (id: string) => {
    const row = rows.find((one) => one?.id === id)
    press(null)
    lead()
    if (row !== undefined) onOpen?.(row)
  }
  const own = (chosen: Selection): BoundAct[] => [
    ...(onOpen === undefined || chosen.at === null
      ? []
      : Object.values(bindActs(openActs, { open: () => open(chosen.at ?? '') }, null))),
    ...Object.values(
      bindActs(
        gridActs,
        {
          copy: () => {
            copyChosen(chosen).then(
              (count) => showToast(text.copied(count)),
              (error: unknown) => showToast(errorSentence(error)),
            )
          },
          many: isSingle
            ? null
            : {
                all: chooseAllRows,
                also: () => (chosen.at === null ? undefined : onSelect(chooseAlso(selection, chosen.at))),
              },
        },
        null,
      ),
    ),
  ]

  const { leave } = bindActs(
    leaveActs,
    { leave: selection.ids.size === 0 ? null : () => onSelect(nothingChosen) },
    null,
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const id = rowOf(event.target)
    // Only where a row itself has the focus: in a field or on a button the same keys mean something else.
    if (id === null || !(event.target instanceof HTMLElement) || event.target.dataset.row !== id) return
    press(null)
    const index = ids.indexOf(id)
    if (event.key === 'ArrowUp' && index === 0 && !event.shiftKey) {
      event.preventDefault()
      grid.current?.querySelector<HTMLElement>('thead button')?.focus()
      return
    }
    // A key that is held down goes on from the row that is still being read, or not drawn yet.
    const reached = selection.ids.size === 0 || selection.at === null ? -1 : ids.indexOf(selection.at)
    const context = { at: awaitedAt ?? (reached < 0 ? index : reached), length: ids.length }
    // Where nothing is chosen yet the keys begin at the row that has the focus.
    const begun = selection.ids.size === 0 ? choose(id) : { ...selection, at: id }
    const moves = bindActs(listActs, { ...context, go: goTo }, null)
    const stretch = isSingle ? goTo : (to: number) => stretchTo(begun, to)
    const stretches = bindActs(stretchActs, { ...context, go: stretch }, null)
    if (pressKey(event, [...Object.values(moves), ...Object.values(stretches), ...own(begun)])) return
    if (!selection.ids.has(id) && isKeyOf(event, acts)) {
      event.preventDefault()
      asked.current = { row: id, act: actOfKey(event, acts) }
      onSelect(choose(id))
    } else if (!pressKey(event, [...acts, leave])) typeAhead(event, index)
  }
  const onClick = (event: MouseEvent) => {
    const id = rowOf(event.target)
    if (id === null || isOwnPress(event)) return
    press(null)
    if (event.shiftKey && !isSingle) stretchTo(selection, ids.indexOf(id))
    else if ((event.ctrlKey || event.metaKey) && !isSingle) onSelect(chooseAlso(selection, id))
    else {
      // The second half of a double click leads nowhere.
      if (event.detail < 2) press(id)
      onSelect(choose(id))
      // Words drawn over with the mouse are wanted as words.
      if (props.clickOpens === true && window.getSelection()?.isCollapsed !== false) open(id)
    }
  }
  const onContextMenu = (event: MouseEvent) => {
    const id = rowOf(event.target)
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    // Words that are typed have the menu of words.
    if (id === null || row === null || (event.target instanceof Element && isTyping(event.target))) return
    event.preventDefault()
    if (!selection.ids.has(id)) onSelect(choose(id))
    setMenu({ element: row, x: event.clientX, y: event.clientY })
  }
  const widths = dragged ?? desk.widths
  const isFixed = Object.keys(widths).length > 0
  return (
    <>
      <table
        ref={grid}
        {...(isSingle ? movedThrough : chosenFrom)}
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        className={`table grid ${isFixed ? 'fixed' : ''} ${isTwoLines ? 'two-lines' : ''} ${props.clickOpens === true ? 'opens' : ''} ${props.className ?? ''}`}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => {
          const id = rowOf(event.target)
          if (id !== null && props.clickOpens !== true && !isOwnPress(event)) open(id)
        }}
        onContextMenu={onContextMenu}
        {...drag.handlers}
        // A stretch chosen with Shift is no selected text.
        onMouseDown={(event) => {
          if (event.shiftKey) event.preventDefault()
        }}
      >
        {hasWidths ? (
          <colgroup>
            {columns.map(({ id, className, rowHeader }) => (
              <col
                key={id}
                className={className}
                style={rowHeader === true || widths[id] === undefined ? undefined : { width: widths[id] }}
              />
            ))}
          </colgroup>
        ) : null}
        <GridHead
          columns={columns}
          sort={sort}
          onSort={(by) => (order === undefined ? setDesk({ sort: nextSort(sort, by) }) : order.onSort(by))}
          onWidths={
            hasWidths
              ? (next, isLeft) => {
                  setDragged(isLeft ? null : next)
                  if (isLeft) setDesk({ widths: next })
                }
              : null
          }
          onLeave={() => grid.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()}
        />
        {chunks.map((piece) => (
          <tbody
            key={piece.from}
            data-chunk={piece.from}
            data-far={piece.isFar ? '' : undefined}
            aria-hidden={piece.isDrawn ? undefined : true}
          >
            {piece.isDrawn ? (
              <GridChunk
                from={piece.from}
                rows={rows.slice(piece.from, piece.from + CHUNK)}
                before={rows[piece.from - 1]}
                columns={columns}
                chosen={selection.ids}
                stop={stop}
                groupOf={ownSort === null ? props.groupOf : undefined}
                isVoid={props.isVoid}
                detailOf={props.detailOf}
                rowHeight={rowHeight()}
                landing={drag.target}
                mayMove={move?.may}
              />
            ) : (
              <GridRoom height={heightOf(piece)} />
            )}
          </tbody>
        ))}
      </table>
      {menu === null ? null : (
        <ActContextMenu
          label={text.menu}
          at={menu}
          acts={[...acts, ...own(selection).filter(notAmong(acts)), ...actOnScreen('window.print')]}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  )
}

/** What the list itself calls by the same key is said once, in its words. */
function notAmong(acts: readonly BoundAct[]) {
  const caps = new Set(acts.flatMap(({ keys }) => keys.map((key) => capsOf(key).join())))
  return ({ keys: [key] }: BoundAct) => key === undefined || !caps.has(capsOf(key).join())
}

/** Letters only choose: they may belong to words that somebody believes to be typing. */
function actOfKey(event: KeyboardEvent, acts: readonly BoundAct[]): string | null {
  const act = acts.find(({ keys }) => keys.some((key) => isPressed(key, event) && !isLetter(key)))
  return act?.id ?? null
}

function isOwnPress({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest(OWN) !== null
}
