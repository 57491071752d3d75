import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { BackupCondition, BackupFile } from '../../../electron/contract/backups.ts'
import { formatSize } from '../../../electron/domain/text/french.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { Grid } from '../../parts/grid/Grid.tsx'
import { chooseOne } from '../../parts/grid/selection.ts'
import { backupsText as text } from '../../text/backups.ts'
import { whenWords } from '../../text/instant-words.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import type { IconShape } from '../../ui/Icon.tsx'

const looks: Readonly<Record<BackupCondition, { icon: IconShape; tone: Tone }>> = {
  sound: { icon: CircleCheck, tone: 'ok' },
  incomplete: { icon: TriangleAlert, tone: 'warn' },
  altered: { icon: TriangleAlert, tone: 'warn' },
  damaged: { icon: CircleAlert, tone: 'bad' },
  unchecked: { icon: CircleDashed, tone: 'mute' },
}

type Line = BackupFile & { id: string }

const columns: readonly GridColumn<Line>[] = [
  {
    id: 'when',
    label: text.columns.when,
    text: ({ at }) => whenWords(at),
    rank: ({ at }) => at,
    rowHeader: true,
  },
  { id: 'reason', label: text.columns.reason, text: ({ reason }) => text.reasons[reason] },
  {
    id: 'place',
    label: text.columns.place,
    text: ({ place, isEncrypted }) => text.placeOf(place, isEncrypted),
  },
  {
    id: 'size',
    label: text.columns.size,
    text: ({ sizeBytes }) => formatSize(sizeBytes),
    rank: ({ sizeBytes }) => sizeBytes,
    numeric: true,
    className: 'nowrap',
  },
  {
    id: 'condition',
    label: text.columns.condition,
    text: ({ condition }) => text.conditions[condition],
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
    <Grid
      list="backups"
      label={text.list}
      columns={columns}
      rows={props.files.map((file) => ({ ...file, id: `${file.place} ${file.token}` }))}
      isSingle
      selection={chooseOne(props.chosen)}
      onSelect={({ at }) => {
        if (at !== null) props.onChoose(at)
      }}
      isVoid={({ condition }) => condition === 'damaged'}
    />
  )
}
