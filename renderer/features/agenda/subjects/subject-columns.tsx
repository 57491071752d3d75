import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { SubjectRow } from '../../../../electron/contract/subjects.ts'
import { meetingName } from '../../../../electron/domain/meetings/meeting-name.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import type { GridColumn } from '../../../parts/grid/columns.ts'
import { subjectText as text } from '../../../text/subjects.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { isStranded } from './subject-rows.ts'

const words = text.columns

/** On two lines: what is asked and when it came, then who asks, what came with it and what became of it. */
export const subjectColumns: readonly GridColumn<SubjectRow>[] = [
  {
    id: 'title',
    label: words.title,
    rowHeader: true,
    text: ({ title }) => title,
    cell: ({ title }) => (
      <span className="cut-two-lines" title={title}>
        {title}
      </span>
    ),
  },
  {
    id: 'received',
    label: words.received,
    text: ({ receivedOn }) => formatShortDate(receivedOn, true),
    rank: ({ receivedOn }) => receivedOn,
  },
  {
    id: 'requester',
    label: words.requester,
    text: ({ requester, organisation }) => text.requestedBy(requester, organisation),
  },
  {
    id: 'messages',
    label: words.messages,
    text: ({ messageCount }) => (messageCount > 1 ? text.messages(messageCount) : ''),
    rank: ({ messageCount }) => messageCount,
  },
  { id: 'follow', label: words.follow, text: followWords, cell: Follow },
  {
    id: 'files',
    label: words.files,
    text: ({ fileCount }) => (fileCount === 0 ? '' : text.files(fileCount)),
    rank: ({ fileCount }) => fileCount,
  },
]

/** Where it went, or why it waits. */
function followWords(row: SubjectRow): string {
  if (isStranded(row)) return row.meetingState === null ? text.meetingBinned : text.meetingCancelled
  if (row.state === 'retained' && row.meetingDate !== null)
    return meetingName(row.meetingNumber, formatShortDate(row.meetingDate))
  return row.reason
}

function Follow(row: SubjectRow) {
  return isStranded(row) ? (
    <Badge icon={TriangleAlert} tone="warn">
      {followWords(row)}
    </Badge>
  ) : (
    <span title={followWords(row)}>{followWords(row)}</span>
  )
}
