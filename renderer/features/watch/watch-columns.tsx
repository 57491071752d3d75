import type { Output } from '../../../electron/contract/index.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { StatusBadge } from '../../parts/StatusBadge.tsx'
import { commonText } from '../../text/common.ts'
import { watchFollowUpText, watchNatureText, watchText } from '../../text/watch.ts'
import type { TableColumn } from '../../ui/Table.tsx'

export type WatchRow = Output<'watch.get'>

const date = (value: string | null) => (value === null ? commonText.none : formatShortDate(value, true))
const words = watchText.columns

export const watchColumns: readonly TableColumn<WatchRow>[] = [
  {
    id: 'title',
    label: words.title,
    cell: (row) => (
      <span className="cut-two-lines" title={row.title}>
        {row.title}
      </span>
    ),
    rowHeader: true,
  },
  { id: 'nature', label: words.nature, cell: (row) => watchNatureText[row.nature], className: 'hide-narrow' },
  {
    id: 'status',
    label: words.status,
    cell: (row) => <StatusBadge status={row.status} />,
  },
  { id: 'published', label: words.published, cell: (row) => date(row.publishedOn), className: 'nowrap' },
  {
    id: 'applies',
    label: words.applies,
    cell: (row) => date(row.appliesOn),
    className: 'nowrap hide-narrow',
  },
  {
    id: 'followUp',
    label: words.followUp,
    cell: (row) => watchFollowUpText[row.followUp],
    className: 'nowrap',
  },
]
