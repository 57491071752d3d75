import type { MeetingRow } from '../../../electron/domain/meetings/meeting.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { commonText } from '../../text/common.ts'
import { meetingText } from '../../text/meeting.ts'
import type { TableColumn } from '../../ui/Table.tsx'
import { MeetingBadge } from './meeting-badge.tsx'
import { placeWords, timesWords } from './place-words.ts'

const words = meetingText.columns
const some = (count: number) => (count === 0 ? commonText.none : String(count))

export const meetingColumns: readonly TableColumn<MeetingRow>[] = [
  {
    id: 'number',
    label: words.number,
    cell: (row) => row.number ?? commonText.none,
    className: 'col-number',
  },
  {
    id: 'date',
    label: words.date,
    cell: (row) => formatShortDate(row.date),
    rowHeader: true,
    className: 'nowrap',
  },
  { id: 'times', label: words.times, cell: timesWords, className: 'nowrap' },
  {
    id: 'place',
    label: words.place,
    cell: (row) => (
      <span className="cut2" title={row.title === '' ? placeWords(row) : `${row.title} · ${placeWords(row)}`}>
        {row.title === '' ? placeWords(row) : `${row.title} · ${placeWords(row)}`}
      </span>
    ),
  },
  { id: 'state', label: words.state, cell: (row) => <MeetingBadge row={row} /> },
  {
    id: 'items',
    label: words.items,
    cell: (row) => some(row.itemCount),
    numeric: true,
    className: 'hide-narrow',
  },
  { id: 'decisions', label: words.decisions, cell: (row) => some(row.decisionCount), numeric: true },
  { id: 'actions', label: words.actions, cell: (row) => some(row.actionCount), numeric: true },
  {
    id: 'present',
    label: words.present,
    cell: (row) =>
      row.attendeeCount === 0 ? commonText.none : `${row.presentCount}\u00a0/\u00a0${row.attendeeCount}`,
    numeric: true,
    className: 'nowrap',
  },
]
