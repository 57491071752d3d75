import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { BackupCondition, BackupFile } from '../../../electron/contract/backups.ts'
import { backupsText as text } from '../../text/backups.ts'
import { sizeWords, whenWords } from '../../text/instant-words.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { IconShape } from '../../ui/Icon.tsx'
import { Table, type TableColumn } from '../../ui/Table.tsx'

const looks: Readonly<Record<BackupCondition, { icon: IconShape; tone: Tone }>> = {
  sound: { icon: CircleCheck, tone: 'ok' },
  incomplete: { icon: TriangleAlert, tone: 'warn' },
  altered: { icon: TriangleAlert, tone: 'warn' },
  damaged: { icon: CircleAlert, tone: 'bad' },
  unchecked: { icon: CircleDashed, tone: 'mute' },
}

type Line = BackupFile & { id: string }

const columns: readonly TableColumn<Line>[] = [
  { id: 'when', label: text.columns.when, cell: ({ at }) => whenWords(at), rowHeader: true },
  { id: 'reason', label: text.columns.reason, cell: ({ reason }) => text.reasons[reason] },
  {
    id: 'place',
    label: text.columns.place,
    cell: ({ place, isEncrypted }) => text.placeOf(place, isEncrypted),
  },
  {
    id: 'size',
    label: text.columns.size,
    cell: ({ sizeBytes }) => sizeWords(sizeBytes),
    numeric: true,
    className: 'nowrap',
  },
  {
    id: 'condition',
    label: text.columns.condition,
    cell: ({ condition }) => <ConditionBadge condition={condition} />,
  },
]

export function ConditionBadge({ condition }: { condition: BackupCondition }) {
  return <Badge {...looks[condition]}>{text.conditions[condition]}</Badge>
}

export function BackupTable(props: {
  files: readonly BackupFile[]
  chosen: string | null
  onChoose: (key: string) => void
}) {
  return (
    <Table
      label={text.list}
      columns={columns}
      rows={props.files.map((file) => ({ ...file, id: `${file.place} ${file.token}` }))}
      chosen={props.chosen}
      onChoose={props.onChoose}
      isVoid={({ condition }) => condition === 'damaged'}
      textOf={({ at }) => whenWords(at)}
    />
  )
}
