import { Fragment, type KeyboardEvent, type MouseEvent, memo, type ReactNode, useEffect, useRef } from 'react'
import { type BoundAct, bindActs, isKeyOf, pressKey } from '../../acts/act.ts'
import { listActs, openActs, stretchActs } from '../../acts/list-acts.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { registerActs } from './follow-up-acts.ts'
import { choose, chooseAll, chooseAlso, chooseTo, type Selection } from './selection.ts'

export type GridColumn = {
  readonly id: string
  readonly label: string
  readonly className?: string
  /** How the list is ordered by it now; undefined: it cannot be. */
  readonly sorted?: 'ascending' | 'descending' | 'none'
  readonly onSort?: () => void
}
export type GridRow = {
  readonly id: string
  /** Said once above the rows that share it, with how many there are. */
  readonly group: { readonly label: string; readonly count: number } | null
  /** One per column; the first names the row. */
  readonly cells: readonly ReactNode[]
  readonly isVoid?: boolean
}

/** ARIA in HTML allows any role on a table: its rows take the focus, so it is a grid. */
const movedThrough = { role: 'grid', 'aria-multiselectable': true } as const

export function RegisterGrid(props: {
  label: string
  className: string
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  selection: Selection
  onSelect: (selection: Selection) => void
  /** Enter. */
  onOpen: () => void
  /** On what is chosen, by their keys. */
  acts: readonly BoundAct[]
}) {
  const { columns, rows, selection, onSelect } = props
  const grid = useRef<HTMLTableElement>(null)
  const order = rows.map(({ id }) => id)
  const stop = selection.at !== null && order.includes(selection.at) ? selection.at : order[0]
  useInView(grid, selection.at, rows)
  useRowKeys(listActs)
  useRowKeys(stretchActs)
  useRowKeys(openActs)
  useRowKeys(registerActs)

  const onKeyDown = (event: KeyboardEvent) => {
    const id = rowOf(event.target)
    // Only where a row itself has the focus: in a field or on a button the same keys mean something else.
    if (id === null || !(event.target instanceof HTMLElement) || event.target.dataset.row !== id) return
    const context = { at: order.indexOf(id), length: order.length }
    const choosing = [
      ...Object.values(bindActs(registerActs, { chooseAll: () => onSelect(chooseAll(order)) }, null)),
      ...Object.values(
        bindActs(listActs, { ...context, go: (to) => onSelect(choose(order[to] ?? id)) }, null),
      ),
      ...Object.values(
        bindActs(
          stretchActs,
          { ...context, go: (to) => onSelect(chooseTo(selection, order, order[to] ?? id)) },
          null,
        ),
      ),
      bindActs(openActs, { open: props.onOpen }, null).open,
    ]
    if (pressKey(event, choosing)) return
    if (!selection.ids.has(id) && isKeyOf(event, props.acts)) {
      event.preventDefault()
      onSelect(choose(id))
    } else pressKey(event, props.acts)
  }
  const onClick = (event: MouseEvent) => {
    const id = rowOf(event.target)
    if (id === null || (event.target instanceof Element && event.target.closest('[data-own-press]') !== null))
      return
    if (event.shiftKey) onSelect(chooseTo(selection, order, id))
    else if (event.ctrlKey || event.metaKey) onSelect(chooseAlso(selection, id))
    else onSelect(choose(id))
  }
  return (
    <table
      ref={grid}
      {...movedThrough}
      aria-label={props.label}
      className={`table register-grid ${props.className}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
      // A stretch chosen with Shift is no selected text.
      onMouseDown={(event) => {
        if (event.shiftKey) event.preventDefault()
      }}
    >
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" aria-sort={column.sorted} className={column.className}>
              {column.onSort === undefined ? (
                column.label
              ) : (
                <button type="button" className="register-sort" onClick={column.onSort}>
                  {column.label}
                  <span aria-hidden="true">
                    {column.sorted === 'ascending' ? ' ↑' : column.sorted === 'descending' ? ' ↓' : ''}
                  </span>
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, rank) => (
          <Fragment key={row.id}>
            {row.group === null || row.group.label === rows[rank - 1]?.group?.label ? null : (
              <tr className="group">
                <th scope="colgroup" colSpan={columns.length}>
                  {row.group.label}
                  <span className="count">{row.group.count}</span>
                </th>
              </tr>
            )}
            <Row row={row} columns={columns} isChosen={selection.ids.has(row.id)} isStop={row.id === stop} />
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { row: GridRow; columns: readonly GridColumn[]; isChosen: boolean; isStop: boolean }

/** Kept as it is while other rows are chosen. */
const Row = memo(
  function Row({ row, columns, isChosen, isStop }: RowProps) {
    return (
      <tr
        data-row={row.id}
        tabIndex={isStop ? 0 : -1}
        aria-selected={isChosen}
        className={row.isVoid === true ? 'register-row void' : 'register-row'}
      >
        {columns.map((column, rank) =>
          rank === 0 ? (
            <th key={column.id} scope="row" className={column.className}>
              {row.cells[rank]}
            </th>
          ) : (
            <td key={column.id} className={column.className}>
              {row.cells[rank]}
            </td>
          ),
        )}
      </tr>
    )
  },
  (before, after) =>
    before.row === after.row && before.isChosen === after.isChosen && before.isStop === after.isStop,
)

function rowOf(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest('[data-row]') : null
  return row?.getAttribute('data-row') ?? null
}

/** The row where the keys are is in view, and keeps the focus when the list is drawn anew around it. */
function useInView(
  grid: { readonly current: HTMLTableElement | null },
  at: string | null,
  rows: readonly GridRow[],
): void {
  const wasInside = useRef(false)
  useEffect(() => {
    const row = rows.some(({ id }) => id === at)
      ? grid.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)
      : null
    if (row === null || row === undefined) return
    row.scrollIntoView?.({ block: 'nearest' })
    const active = document.activeElement
    const isLost = wasInside.current && (active === null || active === document.body)
    if (grid.current?.contains(active) === true || isLost) row.focus({ preventScroll: true })
    wasInside.current = grid.current?.contains(document.activeElement) === true
  }, [at, rows, grid])
}
