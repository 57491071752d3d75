import { Fragment, memo, type ReactNode } from 'react'
import { gridText as text } from '../../text/grid.ts'
import type { GridColumn } from './columns.ts'
import type { Landing } from './use-row-drag.ts'

/** Rows that are drawn together or not at all; two of them are more than the tallest window shows. */
export const CHUNK = 20

/** Of rows that follow one another and belong together: said once above them. */
export type GridGroup = {
  readonly id: string
  /** Null: nothing but `over` is said. */
  readonly words: ReactNode | null
  /** Said once above the groups that share it. */
  readonly over?: string | null
}

type Look<T> = {
  columns: readonly GridColumn<T>[]
  groupOf?: ((row: T) => GridGroup | null) | undefined
  isVoid?: ((row: T) => boolean) | undefined
  detailOf?: ((row: T) => ReactNode) | undefined
}

type ChunkProps<T> = Look<T> & {
  /** The rank of its first row in the whole list. */
  from: number
  rows: readonly (T | undefined)[]
  /** The one before its first. */
  before: T | undefined
  chosen: ReadonlySet<string>
  stop: string | null
  landing: Landing | null
  mayMove: ((row: T) => boolean) | undefined
  /** Of a row that is not read yet, so that it takes the room of one. */
  rowHeight: number
}

/** Rows that are not drawn. One cell: over all columns it would give room to those that a narrow window hides. */
export const GridRoom = memo(function GridRoom(props: { height: number }) {
  return (
    <tr className="grid-room">
      <td style={{ height: props.height }} />
    </tr>
  )
})

export function GridChunk<T extends { readonly id: string }>(props: ChunkProps<T>) {
  const { rows, columns, groupOf } = props
  return (
    <>
      {rows.map((row, rank) => {
        const index = props.from + rank
        if (row === undefined)
          return (
            <tr key={index} className="grid-unread" aria-rowindex={index + 2} aria-busy="true">
              <td colSpan={columns.length} className="mute" style={{ height: props.rowHeight }}>
                {text.unread}
              </td>
            </tr>
          )
        const previous = rank === 0 ? props.before : rows[rank - 1]
        const group = groupOf?.(row) ?? null
        const last = (previous && groupOf?.(previous)) ?? null
        const isFirst = group !== null && group.id !== last?.id
        const over = group?.over ?? null
        return (
          <Fragment key={row.id}>
            {over === null || over === last?.over ? null : (
              <tr className="group over">
                <th scope="colgroup" colSpan={columns.length}>
                  {over}
                </th>
              </tr>
            )}
            {isFirst && group.words !== null ? (
              <tr className="group">
                <th scope="colgroup" colSpan={columns.length}>
                  {group.words}
                </th>
              </tr>
            ) : null}
            <Row
              row={row}
              columns={columns}
              index={index}
              isVoid={props.isVoid?.(row) === true}
              detail={props.detailOf?.(row) ?? null}
              isChosen={props.chosen.has(row.id)}
              isStop={row.id === props.stop}
              landing={props.landing?.id === row.id ? props.landing.place : undefined}
              isMovable={props.mayMove?.(row) === true}
            />
          </Fragment>
        )
      })}
    </>
  )
}

type RowProps<T> = {
  row: T
  columns: readonly GridColumn<T>[]
  index: number
  isVoid: boolean
  detail: ReactNode
  isChosen: boolean
  isStop: boolean
  landing: Landing['place'] | undefined
  isMovable: boolean
}

function RowOf<T extends { readonly id: string }>({ row, columns, ...state }: RowProps<T>) {
  return (
    <tr
      data-row={row.id}
      data-landing={state.landing}
      data-movable={state.isMovable ? '' : undefined}
      tabIndex={state.isStop ? 0 : -1}
      aria-rowindex={state.index + 2}
      aria-selected={state.isChosen}
      className={state.isVoid ? 'grid-row void' : 'grid-row'}
    >
      {columns.map((column) => {
        const content = column.cell === undefined ? column.text(row) : column.cell(row)
        const className = `${column.numeric === true ? 'numeric' : ''} ${column.className ?? ''}`
        return column.rowHeader === true ? (
          <th key={column.id} scope="row" className={className}>
            {content}
          </th>
        ) : (
          <td key={column.id} className={className}>
            {content}
          </td>
        )
      })}
      {state.detail === null ? null : (
        <td className="grid-detail" colSpan={columns.length}>
          {state.detail}
        </td>
      )}
    </tr>
  )
}

/** Kept as it is while other rows are chosen. */
const Row = memo(RowOf) as typeof RowOf
