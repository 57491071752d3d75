import GripVertical from 'lucide-react/icons/grip-vertical'
import { memo, type ReactNode } from 'react'
import { directoryText as text } from '../../text/directory.ts'
import { Icon } from '../../ui/Icon.tsx'

export type GridColumn = {
  readonly id: string
  readonly label: string
  readonly className?: string
  readonly numeric?: boolean
}

export type GridRow = {
  readonly id: string
  /** One per column; the first names the row. */
  readonly cells: readonly ReactNode[]
}

export type DropPlace = 'before' | 'after'

export const DirectoryRow = memo(function DirectoryRow(props: {
  row: GridRow
  columns: readonly GridColumn[]
  isChosen: boolean
  isStop: boolean
  canMove: boolean
  landing: DropPlace | null
}) {
  const { row, columns, isChosen, landing } = props
  return (
    <tr
      data-entry={row.id}
      data-landing={landing ?? undefined}
      tabIndex={props.isStop ? 0 : -1}
      aria-selected={isChosen}
      className="directory-row"
    >
      <td className="directory-grip">
        {props.canMove ? (
          <span draggable data-grip={row.id} title={text.order.drag}>
            <Icon of={GripVertical} size={16} />
          </span>
        ) : null}
      </td>
      {columns.map((column, rank) => {
        const className = `${column.className ?? ''} ${column.numeric === true ? 'numeric' : ''}`
        return rank === 0 ? (
          <th key={column.id} scope="row" className={className}>
            {row.cells[rank]}
          </th>
        ) : (
          <td key={column.id} className={className}>
            {row.cells[rank]}
          </td>
        )
      })}
    </tr>
  )
})
