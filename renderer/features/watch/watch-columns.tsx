import type { Output } from '../../../electron/contract/index.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { StatusBadge } from '../../parts/StatusBadge.tsx'
import { commonText } from '../../text/common.ts'
import { watchFollowUpText, watchNatureText, watchStatusText, watchText } from '../../text/watch.ts'

export type WatchRow = Output<'watch.get'>

const date = (value: string | null) => (value === null ? commonText.none : formatShortDate(value, true))
const words = watchText.columns

export const watchColumns: readonly GridColumn<WatchRow>[] = [
  {
    id: 'title',
    label: words.title,
    text: (row) => row.title,
    cell: (row) => (
      <span className="cut-two-lines" title={row.title}>
        {row.title}
      </span>
    ),
    rowHeader: true,
  },
  { id: 'nature', label: words.nature, text: (row) => watchNatureText[row.nature], className: 'hide-narrow' },
  {
    id: 'status',
    label: words.status,
    text: (row) => watchStatusText[row.status],
    cell: (row) => <StatusBadge status={row.status} />,
  },
  { id: 'published', label: words.published, text: (row) => date(row.publishedOn), className: 'nowrap' },
  {
    id: 'applies',
    label: words.applies,
    text: (row) => date(row.appliesOn),
    className: 'nowrap hide-narrow',
  },
  {
    id: 'followUp',
    label: words.followUp,
    text: (row) => watchFollowUpText[row.followUp],
    className: 'nowrap',
  },
]
