import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import FileX from 'lucide-react/icons/file-x'
import Lock from 'lucide-react/icons/lock'
import type { OldFilesGroup } from '../../../../electron/domain/old-files/old-files.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { type GridColumn, type GridSort, sorted } from '../../../parts/grid/columns.ts'
import { Grid, type GridProps } from '../../../parts/grid/Grid.tsx'
import { chooseOne } from '../../../parts/grid/selection.ts'
import { commonText } from '../../../text/common.ts'
import { oldFilesStateText, oldFilesText as text } from '../../../text/old-files.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import type { IconShape } from '../../../ui/Icon.tsx'
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

const columns: readonly GridColumn<OldFilesGroup>[] = [
  {
    id: 'state',
    label: text.columns.state,
    text: ({ state }) => oldFilesStateText[state],
    cell: ({ state }) => <OldFilesBadge state={state} />,
  },
  {
    id: 'date',
    label: text.columns.date,
    text: ({ date }) => (date === null ? commonText.none : formatShortDate(date, true)),
    rank: ({ date }) => date,
    className: 'nowrap',
  },
  {
    id: 'number',
    label: text.columns.number,
    text: ({ number }) => (number === null ? commonText.none : String(number)),
    rank: ({ number }) => number,
    className: 'col-number',
  },
  {
    id: 'title',
    label: text.columns.title,
    text: titleOf,
    cell: (group) => (
      <span className="cut-two-lines" title={titleOf(group)}>
        {titleOf(group)}
      </span>
    ),
    rowHeader: true,
  },
  { id: 'files', label: text.columns.files, text: ({ files }) => String(files.length), numeric: true },
  {
    id: 'items',
    label: text.columns.items,
    text: ({ counts }) => some(counts.items),
    rank: ({ counts }) => counts.items,
    numeric: true,
  },
  {
    id: 'participants',
    label: text.columns.participants,
    text: ({ counts }) => some(counts.participants),
    rank: ({ counts }) => counts.participants,
    numeric: true,
    className: 'hide-narrow',
  },
  {
    id: 'decisions',
    label: text.columns.decisions,
    text: ({ counts }) => some(counts.decisions),
    rank: ({ counts }) => counts.decisions,
    numeric: true,
    className: 'hide-narrow',
  },
  {
    id: 'actions',
    label: text.columns.actions,
    text: ({ counts }) => some(counts.actions),
    rank: ({ counts }) => counts.actions,
    numeric: true,
    className: 'hide-narrow',
  },
]

function titleOf({ title, files }: OldFilesGroup): string {
  return title === '' ? fileName(files[0]?.path ?? '') : title
}

const isRefused = ({ state }: OldFilesGroup) => state === 'refused'

/** As they stand on the screen. */
export function inOrder(groups: readonly OldFilesGroup[], sort: GridSort | null): OldFilesGroup[] {
  return sorted(groups, columns, sort).flatMap((group) => group ?? [])
}

export type GridOrder = NonNullable<GridProps<OldFilesGroup>['order']>

export function OldFilesTable(props: {
  groups: readonly OldFilesGroup[]
  order: GridOrder
  chosen: string | null
  onChoose: (id: string) => void
}) {
  return (
    <Grid
      list="oldFiles"
      label={text.list}
      columns={columns}
      rows={props.groups}
      order={props.order}
      isSingle
      selection={chooseOne(props.chosen)}
      onSelect={({ at }) => {
        if (at !== null) props.onChoose(at)
      }}
      isVoid={isRefused}
    />
  )
}
