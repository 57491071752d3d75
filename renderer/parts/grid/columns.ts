import type { ReactNode } from 'react'

export type GridColumn<T> = {
  readonly id: string
  readonly label: string
  /** What the cell says: shown where nothing else is, copied, sorted by. */
  readonly text: (row: T) => string
  /** On paper, where what stands under the words is wanted too. */
  readonly printed?: (row: T) => string
  /** As it is shown, where that is more than its words. */
  readonly cell?: (row: T) => ReactNode
  /** What it is sorted by where its words would sort wrong; null goes last in either direction. */
  readonly rank?: (row: T) => string | number | null
  /** Where the order would say nothing, or whoever reads the rows cannot give it. */
  readonly unsorted?: boolean
  readonly numeric?: boolean
  /** Names the row for screen readers, and takes the room that the others leave; one column does. */
  readonly rowHeader?: boolean
  readonly className?: string
}

export type GridSort = { readonly by: string; readonly descending: boolean }

/** First down the column, then up, then as the list was. */
export function nextSort(sort: GridSort | null, by: string): GridSort | null {
  if (sort?.by !== by) return { by, descending: false }
  return sort.descending ? null : { by, descending: true }
}

const french = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })

export function sorted<T>(
  rows: readonly (T | undefined)[],
  columns: readonly GridColumn<T>[],
  sort: GridSort | null,
): readonly (T | undefined)[] {
  const column = columns.find(({ id }) => id === sort?.by)
  if (sort === null || column === undefined) return rows
  const rank = column.rank ?? ((row: T) => column.text(row) || null)
  const direction = sort.descending ? -1 : 1
  return rows
    .map((row) => ({ row, key: row === undefined ? null : rank(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
      const order =
        typeof a.key === 'number' && typeof b.key === 'number'
          ? a.key - b.key
          : french.compare(String(a.key), String(b.key))
      return order * direction
    })
    .map(({ row }) => row)
}
