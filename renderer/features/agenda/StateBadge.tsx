import BadgeCheck from 'lucide-react/icons/badge-check'
import FileCheck from 'lucide-react/icons/file-check'
import PenLine from 'lucide-react/icons/pen-line'
import Send from 'lucide-react/icons/send'
import type { AgendaStatus } from '../../../electron/contract/agenda.ts'
import { stateWords } from '../../text/agenda-versions.ts'
import { Badge } from '../../ui/Badge.tsx'

export function StateBadge({ status }: { status: AgendaStatus }) {
  const { state, changedSinceValidation } = status
  const words = stateWords(status)
  if (changedSinceValidation)
    return (
      <Badge icon={PenLine} tone="warn">
        {words}
      </Badge>
    )
  if (state === 'draft') return <Badge icon={PenLine}>{words}</Badge>
  if (state === 'submitted')
    return (
      <Badge icon={Send} tone="info">
        {words}
      </Badge>
    )
  return (
    <Badge icon={state === 'validated' ? BadgeCheck : FileCheck} tone="ok">
      {words}
    </Badge>
  )
}
