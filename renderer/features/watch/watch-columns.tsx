import type { Output } from '../../../electron/contract/index.ts'
import { WatchSort } from '../../../electron/contract/watch.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { civilDate, daysBetween } from '../../../electron/domain/time/civil-date.ts'
import {
  watchFollowUpWords,
  watchNatureWords,
  watchStatusWords,
} from '../../../electron/domain/watch/watch-words.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { StatusBadge } from '../../parts/StatusBadge.tsx'
import { watchText } from '../../text/watch.ts'

export type WatchRow = Output<'watch.get'>
export type ListedText = Output<'watch.list'>['rows'][number]

const words = watchText.columns

const nameOf = ({ title, shortTitle }: ListedText) => shortTitle || title

/** On two lines: the text and its state, then what it is, what is done with it, and when. */
export const watchColumns: readonly GridColumn<ListedText>[] = [
  {
    id: 'title',
    label: words.title,
    rowHeader: true,
    text: nameOf,
    cell: (row) => (
      <span className="cut-two-lines" title={row.title}>
        {nameOf(row)}
      </span>
    ),
  },
  {
    id: 'status',
    label: words.status,
    text: ({ status }) => watchStatusWords[status],
    cell: ({ status }) => <StatusBadge status={status} />,
  },
  { id: 'nature', label: words.nature, text: ({ nature }) => watchNatureWords[nature] },
  { id: 'followUp', label: words.followUp, text: ({ followUp }) => watchFollowUpWords[followUp] },
  {
    id: 'published',
    label: words.published,
    text: ({ publishedOn }) => (publishedOn === null ? '' : formatShortDate(publishedOn, true)),
    cell: ({ publishedOn }) => (publishedOn === null ? '' : dayOf(publishedOn)),
  },
  {
    id: 'due',
    label: words.due,
    text: ({ dueOn }) => (dueOn === null ? '' : formatShortDate(dueOn, true)),
    cell: dueWords,
  },
]

/** "3 mars 2027", which stays on one line. */
function dayOf(date: string): string {
  return formatShortDate(date, true)
    .replace(/^\S+\s/, '')
    .replaceAll(' ', '\u00a0')
}

function dueWords({ dueOn, status }: ListedText): string {
  if (dueOn !== null) return watchText.due.in(daysBetween(civilDate(new Date()), dueOn))
  return status === 'inForce' ? watchText.due.running : status === 'repealed' ? '' : watchText.due.none
}

/** Down the column first; dates from the newest, deadlines from the soonest. */
export function sortedBy(column: string, { by, descending }: WatchSort): WatchSort {
  const next = WatchSort.shape.by.parse(column)
  return { by: next, descending: by === next ? !descending : next === 'published' }
}
