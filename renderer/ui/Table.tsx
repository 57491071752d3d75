import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Table as AriaTable, Cell, Column, Row, TableBody, TableHeader } from 'react-aria-components/Table'

export type TableColumn<T> = {
  id: string
  label: string
  cell: (row: T) => ReactNode
  numeric?: boolean
  /** Names the row for screen readers; one column has it. */
  rowHeader?: boolean
  className?: string
}

/** `onOpen` is Enter and double click; without it a click only chooses. */
export function Table<T extends { id: string }>(props: {
  label: string
  columns: readonly TableColumn<T>[]
  rows: readonly T[]
  chosen?: string | null
  onChoose?: (id: string) => void
  onOpen?: (id: string) => void
  isVoid?: (row: T) => boolean
  textOf: (row: T) => string
}) {
  const { onChoose, onOpen } = props
  const choosing = onChoose !== undefined
  return (
    <I18nProvider locale="fr-FR">
      <AriaTable
        className="table"
        aria-label={props.label}
        {...(choosing
          ? {
              selectionMode: 'single' as const,
              selectionBehavior: 'replace' as const,
              selectedKeys: props.chosen === null || props.chosen === undefined ? [] : [props.chosen],
              onSelectionChange: (keys: 'all' | Set<string | number>) => {
                if (keys === 'all') return
                for (const key of keys) onChoose(String(key))
              },
            }
          : {})}
        {...(onOpen === undefined ? {} : { onRowAction: (key: string | number) => onOpen(String(key)) })}
      >
        <TableHeader>
          {props.columns.map((column) => (
            <Column
              key={column.id}
              id={column.id}
              isRowHeader={column.rowHeader === true}
              className={`${column.numeric === true ? 'numeric' : ''} ${column.className ?? ''}`}
            >
              {column.label}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {props.rows.map((row) => (
            <Row
              key={row.id}
              id={row.id}
              textValue={props.textOf(row)}
              className={props.isVoid?.(row) === true ? 'void' : ''}
            >
              {props.columns.map((column) => (
                <Cell
                  key={column.id}
                  className={`${column.numeric === true ? 'numeric' : ''} ${column.rowHeader === true ? 'strong' : ''} ${column.className ?? ''}`}
                >
                  {column.cell(row)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </AriaTable>
    </I18nProvider>
  )
}
