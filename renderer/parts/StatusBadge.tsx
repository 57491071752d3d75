import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleOff from 'lucide-react/icons/circle-off'
import FileCheck from 'lucide-react/icons/file-check'
import FilePen from 'lucide-react/icons/file-pen'
import MessagesSquare from 'lucide-react/icons/messages-square'
import PenLine from 'lucide-react/icons/pen-line'
import type { WatchStatus } from '../../electron/domain/watch/watch.ts'
import { watchStatusWords } from '../../electron/domain/watch/watch-words.ts'
import { Badge, type Tone } from '../ui/Badge.tsx'
import type { IconShape } from '../ui/Icon.tsx'

const looks: Readonly<Record<WatchStatus, { icon: IconShape; tone: Tone }>> = {
  announced: { icon: CircleDashed, tone: 'line' },
  draft: { icon: FilePen, tone: 'mute' },
  consultation: { icon: MessagesSquare, tone: 'warn' },
  signed: { icon: PenLine, tone: 'info' },
  published: { icon: FileCheck, tone: 'ok' },
  inForce: { icon: CircleCheck, tone: 'acc' },
  repealed: { icon: CircleOff, tone: 'line' },
}

export function StatusBadge({ status }: { status: WatchStatus }) {
  return (
    <Badge icon={looks[status].icon} tone={looks[status].tone}>
      {watchStatusWords[status]}
    </Badge>
  )
}
