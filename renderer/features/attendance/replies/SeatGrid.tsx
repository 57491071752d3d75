import CircleDashed from 'lucide-react/icons/circle-dashed'
import RefreshCcw from 'lucide-react/icons/refresh-ccw'
import type { AskedPerson } from '../../../../electron/domain/attendance/reply.ts'
import { takenAmong } from '../../../../electron/domain/attendance/seats.ts'
import { fullName } from '../../../../electron/domain/people/full-name.ts'
import { formatTime } from '../../../../electron/domain/text/french.ts'
import type { BoundAct } from '../../../acts/act.ts'
import type { GridColumn } from '../../../parts/grid/columns.ts'
import { Grid } from '../../../parts/grid/Grid.tsx'
import type { Selection } from '../../../parts/grid/selection.ts'
import { titled } from '../../../text/common.ts'
import { replyAnswerText, repliesText as text } from '../../../text/replies.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { answerIcons } from './reply-acts.ts'
import { answering, type SeatRow, sitterWords } from './seat-rows.ts'

const answerWords = (row: SeatRow): string => {
  const { reply } = answering(row)
  return reply === null ? replyless : replyAnswerText[reply.answer]
}
const replyless = text.keys.clear
const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(', ')

const columns: readonly GridColumn<SeatRow>[] = [
  {
    id: 'organisation',
    label: text.columns.organisation,
    rowHeader: true,
    text: ({ of }) => of.organisation || fullName(of),
    cell: ({ of }) => <b>{of.organisation || fullName(of)}</b>,
  },
  {
    id: 'who',
    label: text.columns.who,
    text: (row) => {
      const { who, as } = sitterWords(row)
      return joined(who, as || detailOf(row.of))
    },
    rank: (row) => `${answering(row).familyName} ${answering(row).givenName}`,
    cell: (row) => {
      const { who, as } = sitterWords(row)
      return (
        <>
          {who} <small>{as || detailOf(row.of)}</small>
        </>
      )
    },
  },
  {
    id: 'reply',
    label: text.columns.reply,
    text: (row) => joined(answerWords(row), answering(row).beforeMove ? text.toConfirm : ''),
    cell: (row) => <Answer row={row} />,
  },
]

function Answer({ row }: { row: SeatRow }) {
  const { reply, beforeMove } = answering(row)
  const isLeft = reply?.answer === 'excused' && row.deputies.length > 0
  return (
    <>
      <span className={reply === null ? 'seat-reply mute' : 'seat-reply'}>
        <Icon of={reply === null ? CircleDashed : answerIcons[reply.answer]} size={16} />
        {answerWords(row)}
      </span>{' '}
      {beforeMove ? (
        <Badge icon={RefreshCcw} tone="warn">
          {text.toConfirm}
        </Badge>
      ) : isLeft ? (
        <small>{text.noDeputy}</small>
      ) : null}
    </>
  )
}

export function SeatGrid(props: {
  rows: readonly SeatRow[]
  /** All of them, of which the groups tell how many seats are taken. */
  all: readonly SeatRow[]
  selection: Selection
  onSelect: (selection: Selection) => void
  /** Enter: who sits there is asked. */
  onOpen: (row: SeatRow) => void
  acts: readonly BoundAct[]
}) {
  return (
    <Grid
      list="replies"
      label={text.list}
      className="seat-grid"
      columns={columns}
      rows={props.rows}
      selection={props.selection}
      onSelect={props.onSelect}
      onOpen={props.onOpen}
      acts={props.acts}
      groupOf={({ group }) => {
        const seats = props.all.filter((row) => row.group.id === group.id && row.kind === 'seat')
        return {
          id: group.id,
          words: (
            <>
              {group.label}{' '}
              {seats.length === 0 ? null : (
                <span className="count">{text.seats(takenAmong(seats), seats.length)}</span>
              )}
            </>
          ),
        }
      }}
    />
  )
}

/** Of a guest, the items and their hours, then organisation and function. */
export function detailOf({ role, items, jobTitle }: AskedPerson): string {
  const own = items.map(({ number, title, startsAt }) => {
    const item = text.item(number, titled(title))
    return startsAt === null ? item : text.at(item, formatTime(startsAt))
  })
  return [...(role === 'guest' ? own : []), jobTitle].filter((part) => part !== '').join(' · ')
}
