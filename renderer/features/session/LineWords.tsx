import Calendar from 'lucide-react/icons/calendar'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { isRewordedAction, isRewordedDecision } from '../../../electron/domain/session/numbered-line.ts'
import type { SessionLine } from '../../../electron/domain/session/session.ts'
import { lineKindText, sessionText as text } from '../../text/session.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { lineIcon, lineTone } from './line-look.ts'
import type { Session } from './use-session.ts'

type Words = Pick<SessionLine, 'kind' | 'speaker' | 'organisation' | 'text'>

export function LineWords({ line }: { line: Words }) {
  const name =
    line.speaker === '' || line.speaker === line.organisation || line.organisation === ''
      ? line.speaker || line.organisation
      : `${line.speaker} (${line.organisation})`
  if (line.kind === 'intervention')
    return (
      <div className="note-words">
        <b>{name}</b> {line.text}
      </div>
    )
  if (line.kind === 'question' || line.kind === 'watch')
    return (
      <div className="note-words">
        <span className="strong">{lineKindText[line.kind]}.</span> {line.text}
      </div>
    )
  return <div className="note-words">{line.text}</div>
}

export function LineMeta({ line, session }: { line: SessionLine; session: Session }) {
  const { meeting, decisions, actions } = session
  const decision = decisions.find(({ id }) => id === line.decisionId)
  const action = actions.find(({ id }) => id === line.actionId)
  if (decision === undefined && action === undefined) return null
  const isReworded =
    (decision !== undefined && isRewordedDecision(decision, line)) ||
    (action !== undefined && isRewordedAction(action, line))
  return (
    <div className="meta">
      {decision === undefined ? null : (
        <Badge icon={lineIcon.decision} tone={lineTone.decision}>
          {text.number('decision', printedNumber('D', meeting, decision.rank))}
        </Badge>
      )}
      {action === undefined ? null : (
        <>
          <Badge icon={lineIcon.action} tone={lineTone.action}>
            {text.number('action', printedNumber('A', meeting, action.rank))}
          </Badge>
          <span>{[action.owner, action.organisation].filter((part) => part !== '').join(', ')}</span>
          {action.dueDate === null && line.dueWords === '' ? null : (
            <span className={action.dueDate === null ? 'warn' : ''}>
              <Icon of={Calendar} size={15} />
              {action.dueDate === null ? text.dueUnknown(line.dueWords) : text.due(action.dueDate)}
            </span>
          )}
        </>
      )}
      {isReworded ? <span>{text.reworded}</span> : null}
    </div>
  )
}
