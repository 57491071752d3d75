import BadgeCheck from 'lucide-react/icons/badge-check'
import type { AgendaItem } from '../../electron/domain/agenda/agenda.ts'
import type { Meeting } from '../../electron/domain/meetings/meeting.ts'
import { useQuery } from '../api/use-query.ts'
import { href } from '../app/paths.ts'
import { approvalText as text } from '../text/approval.ts'
import { Icon } from '../ui/Icon.tsx'

export function ApprovalLink({ item, meeting }: { item: AgendaItem; meeting: Meeting }) {
  const number = item.nature === 'approbation' ? numberIn(item.title) : null
  const meetings = useQuery('meetings.list', { year: null }, { enabled: number !== null })
  // Numbers begin again each year in some bodies: the nearest earlier meeting that bears it.
  const approved = meetings.data
    ?.filter((one) => one.number === number && one.seriesId === meeting.seriesId && one.date < meeting.date)
    .sort((a, b) => b.date.localeCompare(a.date))[0]
  if (approved === undefined || approved.minutesState === null) return null
  const isApproved = approved.minutesState === 'approved'
  return (
    <a className="button compact" href={href('minutes', { meetingId: approved.id }, 'approval')}>
      <Icon of={BadgeCheck} size={16} />
      {isApproved ? text.approvedOf(approved.number) : text.approveOf(approved.number)}
    </a>
  )
}

function numberIn(title: string): number | null {
  const found = /n°[\s\u00a0\u202f]*(\d+)/u.exec(title)?.[1]
  return found === undefined ? null : Number(found)
}
