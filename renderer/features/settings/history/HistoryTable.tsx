import HistoryIcon from 'lucide-react/icons/history'
import type { Output } from '../../../../electron/contract/index.ts'
import { formatShortDate, formatTime } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { useQuery } from '../../../api/use-query.ts'
import { historyText as text } from '../../../text/history.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { Table, type TableColumn } from '../../../ui/Table.tsx'

/** Entries shown; older ones stay in the journal. */
const LIMIT = 200

type Line = Output<'history.list'>[number] & { id: string }

const columns: readonly TableColumn<Line>[] = [
  { id: 'when', label: text.columns.when, cell: (line) => whenWords(line.at), className: 'nowrap' },
  {
    id: 'what',
    label: text.columns.what,
    cell: (line) => capitalised(line.label),
    rowHeader: true,
  },
  { id: 'who', label: text.columns.who, cell: (line) => line.who },
  { id: 'state', label: text.columns.state, cell: (line) => text.states[line.state] },
]

export function HistoryTable({ meetingId }: { meetingId: string | null }) {
  const list = useQuery('history.list', { meetingId, limit: LIMIT })
  const lines = list.data?.map((entry) => ({ ...entry, id: String(entry.seq) })) ?? []
  useStatusLine([text.shown(lines.length)])
  return (
    <div className="scroll">
      {list.error !== null ? (
        <div className="pad">
          <ErrorBanner error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : list.data === undefined ? (
        <Skeleton lines={8} />
      ) : lines.length === 0 ? (
        <EmptyState icon={HistoryIcon} title={text.empty}>
          {text.emptyHint}
        </EmptyState>
      ) : (
        <Table
          label={text.list}
          columns={columns}
          rows={lines}
          isVoid={(line) => line.state !== 'done'}
          textOf={(line) => line.label}
        />
      )}
    </div>
  )
}

function whenWords(at: string): string {
  const when = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const time = formatTime(`${two(when.getHours())}:${two(when.getMinutes())}`)
  return `${formatShortDate(civilDate(when), true)}, ${time}`
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
