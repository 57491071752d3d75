import CalendarCheck from 'lucide-react/icons/calendar-check'
import CircleSlash from 'lucide-react/icons/circle-slash'
import Hourglass from 'lucide-react/icons/hourglass'
import Inbox from 'lucide-react/icons/inbox'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { SubjectRow } from '../../../../electron/contract/subjects.ts'
import type { SubjectState } from '../../../../electron/domain/agenda/subject.ts'
import { subjectText as text } from '../../../text/subjects.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import type { IconShape } from '../../../ui/Icon.tsx'
import { isStranded } from './subject-rows.ts'

const looks: Readonly<Record<SubjectState, { icon: IconShape; tone: Tone }>> = {
  received: { icon: Inbox, tone: 'info' },
  retained: { icon: CalendarCheck, tone: 'ok' },
  waiting: { icon: Hourglass, tone: 'warn' },
  dismissed: { icon: CircleSlash, tone: 'mute' },
}

export function SubjectBadge({ row }: { row: SubjectRow }) {
  if (isStranded(row))
    return (
      <Badge icon={TriangleAlert} tone="warn">
        {row.meetingState === null ? text.meetingBinned : text.meetingCancelled}
      </Badge>
    )
  const { icon, tone } = looks[row.state]
  return (
    <Badge icon={icon} tone={tone}>
      {text.states[row.state]}
    </Badge>
  )
}
