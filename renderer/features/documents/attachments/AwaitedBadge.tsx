import Clock from 'lucide-react/icons/clock'
import Hourglass from 'lucide-react/icons/hourglass'
import type { AwaitedDocument } from '../../../../electron/domain/documents/attachment.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { attachmentsText as text } from '../../../text/attachments.ts'
import { Badge } from '../../../ui/Badge.tsx'

/** Its day has passed and nothing came. */
export function isLate({ dueOn, attachmentId }: Pick<AwaitedDocument, 'dueOn' | 'attachmentId'>): boolean {
  return attachmentId === null && dueOn !== null && dueOn < civilDate(new Date())
}

export function AwaitedBadge({ awaited }: { awaited: AwaitedDocument }) {
  return isLate(awaited) ? (
    <Badge icon={Clock} tone="bad">
      {text.late}
    </Badge>
  ) : (
    <Badge icon={Hourglass} tone="info">
      {text.awaited}
    </Badge>
  )
}
