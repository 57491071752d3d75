import {
  type DragEvent,
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import { bindActs, pressKey } from '../../acts/act.ts'
import { listActs, openActs } from '../../acts/list-acts.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { EditingOff } from '../../ui/editing.ts'
import { DirectoryRow, type DropPlace, type GridColumn, type GridRow } from './DirectoryRow.tsx'
import { entryActs } from './entry-acts.ts'
import type { DirectoryOrder } from './use-directory-order.ts'

export type GridSection = {
  readonly id: string
  /** Said once above the sections that share it. */
  readonly over: string | null
  readonly heading: ReactNode | null
  readonly rows: readonly GridRow[]
}

/** ARIA in HTML allows any role on a table: its rows take the focus, so it is a grid. */
const movedThrough = { role: 'grid' } as const

export function DirectoryGrid(props: {
  label: string
  /** Widths of the columns. */
  className: string
  columns: readonly GridColumn[]
  sections: readonly GridSection[]
  chosen: string | null
  onChoose: (id: string) => void
  onRemove: (id: string) => void
  /** Null while a filter hides part of the list: a place among what is hidden would be a guess. */
  order: DirectoryOrder | null
}) {
  const { columns, sections, chosen, onChoose, order } = props
  const off = useContext(EditingOff)
  useRowKeys(listActs)
  useRowKeys(openActs)
  useRowKeys(entryActs)
  const grid = useRef<HTMLTableElement>(null)
  const ids = sections.flatMap(({ rows }) => rows.map(({ id }) => id))
  const stop = chosen !== null && ids.includes(chosen) ? chosen : ids[0]
  const drag = useRowDrag(order)
  useChosenInView(grid, chosen, sections)

  const onKeyDown = (event: KeyboardEvent) => {
    const id = entryOf(event.target)
    if (id === null || !(event.target instanceof HTMLElement) || event.target.dataset.entry !== id) return
    const step = order === null ? null : (by: 1 | -1) => order.step(id, by)
    const own = bindActs(entryActs, { step, remove: () => props.onRemove(id) }, off)
    const go = (to: number) => onChoose(ids[to] ?? id)
    const list = bindActs(listActs, { at: ids.indexOf(id), length: ids.length, go }, null)
    const { open } = bindActs(openActs, { open: focusInspector }, null)
    pressKey(event, [...Object.values(own), ...Object.values(list), open])
  }
  const choose = (target: EventTarget) => {
    const id = entryOf(target)
    if (id !== null && id !== chosen) onChoose(id)
  }
  return (
    <table
      ref={grid}
      {...movedThrough}
      aria-label={props.label}
      className={`table directory-grid ${props.className}`}
      onKeyDown={onKeyDown}
      onFocus={(event) => choose(event.target)}
      onClick={(event) => choose(event.target)}
      {...drag.handlers}
    >
      <thead>
        <tr>
          <td className="directory-grip" />
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={`${column.className ?? ''} ${column.numeric === true ? 'numeric' : ''}`}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sections.map((section, rank) => (
          <Fragment key={section.id}>
            <Headings section={section} before={sections[rank - 1]} width={columns.length + 1} />
            {section.rows.map((row) => (
              <DirectoryRow
                key={row.id}
                row={row}
                columns={columns}
                isChosen={row.id === chosen}
                isStop={row.id === stop}
                canMove={order !== null && section.rows.length > 1}
                landing={drag.target?.id === row.id ? drag.target.place : null}
              />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function Headings(props: { section: GridSection; before: GridSection | undefined; width: number }) {
  const { section, before, width } = props
  return (
    <>
      {section.over === null || section.over === before?.over ? null : (
        <tr className="group directory-over">
          <th scope="colgroup" colSpan={width}>
            {section.over}
          </th>
        </tr>
      )}
      {section.heading === null ? null : (
        <tr className="group">
          <th scope="colgroup" colSpan={width}>
            {section.heading}
          </th>
        </tr>
      )}
    </>
  )
}

function entryOf(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest('[data-entry]') : null
  return row?.getAttribute('data-entry') ?? null
}

function focusInspector(): void {
  document.querySelector<HTMLElement>('.inspector-body input, .inspector-body select')?.focus()
}

/** The chosen row is in view, and keeps the focus when the list is drawn anew around it. */
function useChosenInView(
  grid: { readonly current: HTMLTableElement | null },
  chosen: string | null,
  sections: readonly GridSection[],
): void {
  const wasInside = useRef(false)
  useEffect(() => {
    // Also when a list in another order has moved the row.
    const isShown = sections.some(({ rows }) => rows.some(({ id }) => id === chosen))
    const row = isShown ? grid.current?.querySelector<HTMLElement>(`[data-entry="${chosen}"]`) : null
    if (row === null || row === undefined) return
    row.scrollIntoView({ block: 'nearest' })
    const active = document.activeElement
    const isLost = wasInside.current && (active === null || active === document.body)
    if (grid.current?.contains(active) === true || isLost) row.focus()
    wasInside.current = grid.current?.contains(document.activeElement) === true
  }, [chosen, sections, grid])
}

type Target = { id: string; place: DropPlace }

/** Dragging by the handle; only the half of a row that the mouse is over says before or after. */
function useRowDrag(order: DirectoryOrder | null) {
  const dragged = useRef<string | null>(null)
  const [target, setTarget] = useState<Target | null>(null)
  const end = () => {
    dragged.current = null
    setTarget(null)
  }
  const handlers = {
    onDragStart: (event: DragEvent) => {
      const grip = event.target instanceof Element ? event.target.closest('[data-grip]') : null
      dragged.current = grip?.getAttribute('data-grip') ?? null
      const row = grip?.closest('tr')
      if (row !== null && row !== undefined) event.dataTransfer.setDragImage(row, 12, 12)
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event: DragEvent) => {
      const row = event.target instanceof Element ? event.target.closest('[data-entry]') : null
      const id = row?.getAttribute('data-entry') ?? null
      if (dragged.current === null || row === null || id === null || id === dragged.current)
        return setTarget(null)
      event.preventDefault()
      const { top, height } = row.getBoundingClientRect()
      const place = event.clientY < top + height / 2 ? 'before' : 'after'
      setTarget((now) => (now?.id === id && now.place === place ? now : { id, place }))
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      if (dragged.current !== null && target !== null) order?.drop(dragged.current, target)
      end()
    },
    onDragEnd: end,
  }
  return { target, handlers }
}
