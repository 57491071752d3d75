import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { bindActs, pressKey } from '../../acts/act.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { gridText as text } from '../../text/grid.ts'
import type { GridColumn, GridSort } from './columns.ts'
import { headActs } from './grid-acts.ts'

/** What one key adds to a column, in pixels; and less than the least of them says nothing. */
const STEP = 16
const LEAST = 48

type Widths = Readonly<Record<string, number>>

export function GridHead<T>(props: {
  columns: readonly GridColumn<T>[]
  sort: GridSort | null
  onSort: (by: string) => void
  /** As they are dragged, and as they are left; null where columns have no widths of their own. */
  onWidths: ((widths: Widths, isLeft: boolean) => void) | null
  onLeave: () => void
}) {
  const { columns, sort, onWidths } = props
  const head = useRef<HTMLTableRowElement>(null)
  useRowKeys(headActs)
  const drag = useRef<{ column: number; x: number; widths: Widths } | null>(null)

  const measured = (): Widths => {
    const cells = [...(head.current?.children ?? [])]
    return Object.fromEntries(
      columns.map(({ id }, rank) => [id, Math.round(cells[rank]?.getBoundingClientRect().width ?? 0)]),
    )
  }
  const resized = (widths: Widths, rank: number, by: number): Widths => {
    // The column that takes what is left has no width of its own: its edge is that of its neighbour.
    const isRest = columns[rank]?.rowHeader === true
    const target = columns[isRest ? rank + 1 : rank] ?? columns[rank - 1]
    if (target === undefined) return widths
    const width = Math.max(LEAST, (widths[target.id] ?? 0) + (isRest ? -by : by))
    return { ...widths, [target.id]: width }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const cells = [...(head.current?.children ?? [])]
    const at = cells.findIndex((cell) => cell.contains(document.activeElement))
    const column = columns[at]
    if (column === undefined) return
    const focus = (rank: number) => cells[rank]?.querySelector<HTMLElement>('button')?.focus()
    const bound = bindActs(
      headActs,
      {
        sort: column.unsorted === true ? null : () => props.onSort(column.id),
        go: (by) => {
          // On to the next that has a name, if there is one.
          let to = at + by
          while (columns[to]?.label === '') to += by
          if (columns[to] !== undefined) focus(to)
        },
        widen: onWidths === null ? null : (by) => onWidths(resized(measured(), at, by * STEP), true),
        toRows: props.onLeave,
      },
      null,
    )
    pressKey(event, Object.values(bound))
  }
  const onPointerMove = (event: PointerEvent) => {
    const { current } = drag
    if (current === null) return
    onWidths?.(resized(current.widths, current.column, event.clientX - current.x), false)
  }
  const onPointerUp = (event: PointerEvent) => {
    const { current } = drag
    drag.current = null
    if (current !== null) onWidths?.(resized(current.widths, current.column, event.clientX - current.x), true)
  }
  return (
    <thead>
      {/* Where columns do not stand over their words, it is said what pressing them does. */}
      <tr ref={head} aria-rowindex={1} data-sort-by={text.sortBy} onKeyDown={onKeyDown}>
        {columns.map((column, rank) => (
          <th
            key={column.id}
            scope="col"
            aria-sort={column.unsorted === true ? undefined : stateOf(sort, column.id)}
            className={`${column.numeric === true ? 'numeric' : ''} ${column.className ?? ''}`}
          >
            {/* A column without a name holds no words: buttons, marks. */}
            {column.label === '' ? null : (
              <button
                type="button"
                // Reached by the arrow above the first row: a list is one stop of the Tab key.
                tabIndex={-1}
                className="grid-sort"
                onClick={column.unsorted === true ? undefined : () => props.onSort(column.id)}
              >
                {column.label}
                <span aria-hidden="true">{sort?.by !== column.id ? '' : sort.descending ? ' ↓' : ' ↑'}</span>
              </button>
            )}
            {onWidths === null || rank === columns.length - 1 ? null : (
              <span
                className="grid-edge"
                aria-hidden="true"
                onPointerDown={(event) => {
                  event.preventDefault()
                  event.currentTarget.setPointerCapture(event.pointerId)
                  drag.current = { column: rank, x: event.clientX, widths: measured() }
                }}
                onPointerMove={onPointerMove}
                onPointerUp={onPointerUp}
              />
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function stateOf(sort: GridSort | null, id: string): 'ascending' | 'descending' | 'none' {
  return sort?.by !== id ? 'none' : sort.descending ? 'descending' : 'ascending'
}
