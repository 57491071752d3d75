import {
  type AskedPerson,
  ReplyAnswer,
  type ReplyCounts,
  replyCounts,
} from '../../../../electron/domain/attendance/reply.ts'
import { repliesText as text } from '../../../text/replies.ts'
import { replyGroups } from './reply-groups.ts'

const columns: readonly (keyof ReplyCounts)[] = [...ReplyAnswer.options, 'awaited']

export function CountsTable({ asked }: { asked: readonly AskedPerson[] }) {
  const groups = replyGroups(asked, text)
  return (
    <table className="counts">
      <caption className="sr">{text.counts}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              <Head column={column} />
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <Lines key={group.key} label={group.label} counts={replyCounts(group.people)} />
      ))}
      <Lines label={text.total} counts={replyCounts(asked)} isTotal />
    </table>
  )
}

function Head({ column }: { column: keyof ReplyCounts }) {
  if (column !== 'represented' && column !== 'awaited') return text.heads[column]
  return <abbr title={text.fullHeads[column]}>{text.heads[column]}</abbr>
}

/** The name above its figures: names of colleges are long, and five figures need their room. */
function Lines(props: { label: string; counts: ReplyCounts; isTotal?: boolean }) {
  const { label, counts } = props
  return (
    <tbody className={props.isTotal === true ? 'total' : ''}>
      <tr>
        <th scope="rowgroup" colSpan={columns.length}>
          {label}
        </th>
      </tr>
      <tr>
        {columns.map((column) => (
          <td key={column} className={counts[column] === 0 ? 'none' : ''}>
            {counts[column]}
          </td>
        ))}
      </tr>
    </tbody>
  )
}
