import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'
import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { isOpenAction } from '../../../electron/domain/minutes/action.ts'
import { type FollowUpStep, lateDays } from '../../../electron/domain/minutes/follow-up.ts'
import { actionStateWords } from '../../../electron/domain/minutes/follow-up-words.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { answersFor, organisationCalled } from '../../../electron/domain/people/organisation-members.ts'
import { formatDateWithoutWeekday, formatNarrowDate } from '../../../electron/domain/text/french.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { href } from '../../app/paths.ts'
import { checkText, followUpText as text } from '../../text/follow-up.ts'
import { meetingText } from '../../text/meeting.ts'
import { Badge } from '../../ui/Badge.tsx'
import { FollowUpThread } from './FollowUpThread.tsx'
import { actionLooks } from './look.ts'

export function ActionFacts(props: {
  row: ActionRow
  /** Undefined until it is read. */
  detail: Output<'followUp.action'> | undefined
  /** Acts, between the facts and the history. */
  children: ReactNode
}) {
  const { row, detail } = props
  const { action, now, origin } = row
  const late = lateDays({ state: action.state, due: now.due }, civilDate(new Date()))
  const { icon, tone } = actionLooks[action.state]
  const fields = text.fields
  const closed = action.state === 'done' || action.state === 'dropped' ? action.state : null
  return (
    <>
      <p className="h2 register-text">{action.text}</p>
      <div className="row wrap">
        {late > 0 ? (
          <Badge icon={TriangleAlert} tone="bad">
            {text.lateLong(late)}
          </Badge>
        ) : null}
        <Badge icon={icon} tone={tone}>
          {actionStateWords[action.state]}
        </Badge>
        {row.checks.map((check) => (
          <Badge key={check} icon={TriangleAlert} tone="warn">
            {checkText[check]}
          </Badge>
        ))}
      </div>
      <dl className="definitions text-15">
        <dt>{fields.owner}</dt>
        <dd>
          {ownerWords(now)}{' '}
          {now.owner === action.owner ? null : (
            <span className="mute">{text.printedOwner(ownerWords(action))}</span>
          )}
        </dd>
        {detail !== undefined && isOpenAction(action) && now.owner === '' && now.organisation !== '' ? (
          <>
            <dt>{fields.reminded}</dt>
            <dd>
              <Answering organisation={now.organisation} seriesId={detail.seriesId} />
            </dd>
          </>
        ) : null}
        <dt>{fields.due}</dt>
        <dd>
          {now.due === null ? text.noDue : formatDateWithoutWeekday(now.due)}{' '}
          {action.dueDate === null || action.dueDate === now.due ? null : (
            <span className="mute">{text.first(formatNarrowDate(action.dueDate))}</span>
          )}
        </dd>
        {closed === null || now.closedOn === null ? null : (
          <>
            <dt>{fields.closedOn[closed]}</dt>
            <dd>{formatDateWithoutWeekday(now.closedOn)}</dd>
          </>
        )}
        {now.reason === '' ? null : (
          <>
            <dt>{fields.reason}</dt>
            <dd>{now.reason}</dd>
          </>
        )}
      </dl>
      {props.children}
      <dl className="definitions text-15 register-origin">
        <dt>{fields.meeting}</dt>
        <dd>
          <a href={href('minutes', { meetingId: action.meetingId }, action.itemId)} title={text.openMinutes}>
            {meetingText.title(origin.number, formatNarrowDate(origin.date))}
          </a>
          {origin.isNumbered ? null : <span className="mute"> {text.provisional}</span>}
        </dd>
        {origin.itemTitle === '' ? null : (
          <>
            <dt>{fields.item}</dt>
            <dd>{[origin.itemNumber, origin.itemTitle].filter((words) => words !== '').join('. ')}</dd>
          </>
        )}
        {detail === undefined || detail.decisions.length === 0 ? null : (
          <>
            <dt>{fields.decisions}</dt>
            <dd>
              {detail.decisions.map((decision) => (
                <a
                  key={decision.id}
                  className="register-link"
                  title={decision.text}
                  href={href('followUpDecisions', {}, decision.id)}
                >
                  {printedNumber('D', decision, decision.rank)}
                </a>
              ))}
            </dd>
          </>
        )}
      </dl>
      {detail === undefined || detail.moves.length === 0 ? null : <Moves moves={detail.moves} />}
      {detail === undefined ? null : <FollowUpThread events={detail.events} origin={origin} />}
    </>
  )
}

/** Who is reminded of what an organisation owes. */
function Answering({ organisation, seriesId }: { organisation: string; seriesId: string | null }) {
  const directory = useQuery('directory.list', {}).data
  if (directory === undefined) return null
  const id = organisationCalled(directory, organisation)
  const person = id === null ? null : answersFor(directory, id, { date: civilDate(new Date()), seriesId })
  if (person === null) return <span className="warn">{text.nobody}</span>
  return (
    <>
      {fullName(person)}
      {person.email.trim() === '' ? <span className="warn">, {text.noAddress}</span> : null}
    </>
  )
}

function ownerWords({ owner, organisation }: { owner: string; organisation: string }): string {
  return [owner, organisation].filter((words) => words.trim() !== '').join(', ') || text.nobody
}

function Moves({ moves }: { moves: readonly FollowUpStep[] }) {
  const columns = text.moveColumns
  return (
    <section>
      <h3 className="h3">{text.movesTitle}</h3>
      <table className="register-moves" aria-label={text.movesTitle}>
        <thead>
          <tr>
            <th scope="col">{columns.on}</th>
            <th scope="col">{columns.from}</th>
            <th scope="col">{columns.to}</th>
          </tr>
        </thead>
        {moves.map((move) => (
          <tbody key={move.id}>
            <tr>
              <th scope="row">{formatNarrowDate(civilDate(new Date(move.at)))}</th>
              <td>{move.fromValue === '' ? text.noDue : formatNarrowDate(move.fromValue)}</td>
              <td>{formatNarrowDate(move.toValue)}</td>
            </tr>
            <tr>
              <td colSpan={3}>{text.moveWhy(move.reason, move.who)}</td>
            </tr>
          </tbody>
        ))}
      </table>
    </section>
  )
}
