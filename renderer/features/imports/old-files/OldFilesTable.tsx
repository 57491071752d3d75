import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import FileX from 'lucide-react/icons/file-x'
import Lock from 'lucide-react/icons/lock'
import type { OldFilesGroup } from '../../../../electron/domain/old-files/old-files.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { commonText } from '../../../text/common.ts'
import { oldFilesStateText, oldFilesText as text } from '../../../text/old-files.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import type { IconShape } from '../../../ui/Icon.tsx'
import { Table, type TableColumn } from '../../../ui/Table.tsx'
import { fileName } from './group-words.ts'

const looks: Readonly<Record<OldFilesGroup['state'], { icon: IconShape; tone: Tone }>> = {
  sure: { icon: CircleCheck, tone: 'ok' },
  doubtful: { icon: CircleAlert, tone: 'warn' },
  refused: { icon: FileX, tone: 'bad' },
  taken: { icon: Lock, tone: 'mute' },
}

export function OldFilesBadge({ state }: { state: OldFilesGroup['state'] }) {
  return <Badge {...looks[state]}>{oldFilesStateText[state]}</Badge>
}

const some = (count: number) => (count === 0 ? commonText.none : String(count))

const columns: readonly TableColumn<OldFilesGroup>[] = [
  { id: 'state', label: text.columns.state, cell: ({ state }) => <OldFilesBadge state={state} /> },
  {
    id: 'date',
    label: text.columns.date,
    cell: ({ date }) => (date === null ? commonText.none : formatShortDate(date, true)),
    className: 'nowrap',
  },
  {
    id: 'number',
    label: text.columns.number,
    cell: ({ number }) => number ?? commonText.none,
    className: 'col-number',
  },
  {
    id: 'title',
    label: text.columns.title,
    cell: (group) => (
      <span className="cut-two-lines" title={titleOf(group)}>
        {titleOf(group)}
      </span>
    ),
    rowHeader: true,
  },
  { id: 'files', label: text.columns.files, cell: ({ files }) => files.length, numeric: true },
  { id: 'items', label: text.columns.items, cell: ({ counts }) => some(counts.items), numeric: true },
  {
    id: 'participants',
    label: text.columns.participants,
    cell: ({ counts }) => some(counts.participants),
    numeric: true,
    className: 'hide-narrow',
  },
  {
    id: 'decisions',
    label: text.columns.decisions,
    cell: ({ counts }) => some(counts.decisions),
    numeric: true,
    className: 'hide-narrow',
  },
  {
    id: 'actions',
    label: text.columns.actions,
    cell: ({ counts }) => some(counts.actions),
    numeric: true,
    className: 'hide-narrow',
  },
]

function titleOf({ title, files }: OldFilesGroup): string {
  return title === '' ? fileName(files[0]?.path ?? '') : title
}

const isRefused = ({ state }: OldFilesGroup) => state === 'refused'
const wordsOf = (group: OldFilesGroup) => `${group.date ?? text.noDate} ${titleOf(group)}`

export function OldFilesTable(props: {
  groups: readonly OldFilesGroup[]
  chosen: string | null
  onChoose: (id: string) => void
}) {
  return (
    <Table
      label={text.list}
      columns={columns}
      rows={props.groups}
      chosen={props.chosen}
      onChoose={props.onChoose}
      isVoid={isRefused}
      textOf={wordsOf}
    />
  )
}
