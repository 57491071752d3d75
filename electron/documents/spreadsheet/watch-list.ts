import type { WholeText } from '../../domain/watch/list.ts'
import {
  cellWords,
  detailCells,
  type ListColumn,
  listColumns,
  listWords,
} from '../../domain/watch/list-layout.ts'
import type { WatchFields } from '../../domain/watch/watch.ts'
import { watchListText as text } from '../text/watch-list.ts'
import type { Cell, Sheet } from './sheet.ts'

export function watchListSheet(texts: readonly WholeText[]): Sheet {
  return {
    name: text.sheet,
    columns: listColumns.map(({ head, width }) => ({ title: head, width })),
    rows: texts.map((whole) => listColumns.map(({ column }) => cellOf(column, whole))),
  }
}

function cellOf(column: ListColumn, { item, ...details }: WholeText): Cell {
  switch (column) {
    case 'deadlines':
      return words(detailCells.deadlines(details.deadlines))
    case 'consultations':
      return words(detailCells.consultations(details.consultations))
    case 'links':
      return words(detailCells.links(details.links))
    case 'nature':
    case 'status':
    case 'followUp':
    case 'inForceRule': {
      const written: Readonly<Record<string, string>> = listWords[column]
      return words(written[item[column]] ?? '')
    }
    default:
      return plain(column, item[column])
  }
}

function plain(column: keyof WatchFields | 'id', value: string | number | null): Cell {
  if (value === null) return null
  if (typeof value === 'number') return value
  return column.endsWith('On') ? { date: value } : words(value)
}

const words = (cell: string): Cell => (cell === '' ? null : cellWords(cell))
