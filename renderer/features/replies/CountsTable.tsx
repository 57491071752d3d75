// Counts table: how many answered what, by college and in all.
import {
  type AskedPerson,
  ReplyAnswer,
  type ReplyCounts,
  replyCounts,
} from '../../../electron/domain/reply.ts'
import { repliesText as text } from '../../text/replies.ts'
import { replyGroups } from './reply-groups.ts'

const columns: readonly (keyof ReplyCounts)[] = [...ReplyAnswer.options, 'awaited']

export function CountsTable({ asked }: { asked: readonly AskedPerson[] }) {
  const groups = replyGroups(asked, text)
  return (
    <table className="counts">
      <caption className="sr">{text.counts}</caption>
      <thead>
        <tr>
          <th scope="col">{text.college}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              <Head column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Line key={group.key} label={group.label} counts={replyCounts(group.people)} />
        ))}
      </tbody>
      <tfoot>
        <Line label={text.total} counts={replyCounts(asked)} />
      </tfoot>
    </table>
  )
}

function Head({ column }: { column: keyof ReplyCounts }) {
  if (column !== 'represented' && column !== 'awaited') return text.heads[column]
  return <abbr title={text.fullHeads[column]}>{text.heads[column]}</abbr>
}

function Line({ label, counts }: { label: string; counts: ReplyCounts }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {columns.map((column) => (
        <td key={column} className={counts[column] === 0 ? 'none' : ''}>
          {counts[column]}
        </td>
      ))}
    </tr>
  )
}
