import CalendarClock from 'lucide-react/icons/calendar-clock'
import CalendarOff from 'lucide-react/icons/calendar-off'
import CalendarX from 'lucide-react/icons/calendar-x'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import type { Occurrence } from '../../../../electron/domain/meetings/series.ts'
import { occurrenceStateText } from '../../../text/series.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import type { IconShape } from '../../../ui/Icon.tsx'

const looks: Readonly<Record<Occurrence['state'], { icon: IconShape; tone: Tone }>> = {
  free: { icon: CircleDashed, tone: 'info' },
  created: { icon: CircleCheck, tone: 'acc' },
  moved: { icon: CalendarClock, tone: 'warn' },
  cancelled: { icon: CalendarX, tone: 'line' },
  skipped: { icon: CalendarOff, tone: 'line' },
}

export function OccurrenceBadge({ state }: { state: Occurrence['state'] }) {
  const { icon, tone } = looks[state]
  return (
    <Badge icon={icon} tone={tone}>
      {occurrenceStateText[state]}
    </Badge>
  )
}
