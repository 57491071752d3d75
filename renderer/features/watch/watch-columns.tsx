// Watch columns: what the table of texts shows of each.
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleOff from 'lucide-react/icons/circle-off'
import FileCheck from 'lucide-react/icons/file-check'
import FilePen from 'lucide-react/icons/file-pen'
import MessagesSquare from 'lucide-react/icons/messages-square'
import PenLine from 'lucide-react/icons/pen-line'
import type { Output } from '../../../electron/contract/index.ts'
import { formatShortDate } from '../../../electron/domain/french.ts'
import type { WatchStatus } from '../../../electron/domain/watch.ts'
import { commonText } from '../../text/common.ts'
import { watchFollowUpText, watchNatureText, watchStatusText, watchText } from '../../text/watch.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { IconShape } from '../../ui/Icon.tsx'
import type { TableColumn } from '../../ui/Table.tsx'

export type WatchRow = Output<'watch.get'>

const looks: Readonly<Record<WatchStatus, { icon: IconShape; tone: Tone }>> = {
  announced: { icon: CircleDashed, tone: 'line' },
  draft: { icon: FilePen, tone: 'mute' },
  consultation: { icon: MessagesSquare, tone: 'warn' },
  signed: { icon: PenLine, tone: 'info' },
  published: { icon: FileCheck, tone: 'ok' },
  inForce: { icon: CircleCheck, tone: 'acc' },
  repealed: { icon: CircleOff, tone: 'line' },
}

const date = (value: string | null) => (value === null ? commonText.none : formatShortDate(value, true))
const words = watchText.columns

export const watchColumns: readonly TableColumn<WatchRow>[] = [
  {
    id: 'title',
    label: words.title,
    cell: (row) => (
      <span className="cut2" title={row.title}>
        {row.title}
      </span>
    ),
    rowHeader: true,
  },
  { id: 'nature', label: words.nature, cell: (row) => watchNatureText[row.nature], className: 'hide-narrow' },
  {
    id: 'status',
    label: words.status,
    cell: (row) => (
      <Badge icon={looks[row.status].icon} tone={looks[row.status].tone}>
        {watchStatusText[row.status]}
      </Badge>
    ),
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
