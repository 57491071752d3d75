// Line log: what was noted for the current item, oldest first; each line can be corrected or taken back.
import Calendar from 'lucide-react/icons/calendar'
import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { useEffect, useRef } from 'react'
import { formatTime } from '../../../electron/domain/french.ts'
import { printedNumber } from '../../../electron/domain/minutes.ts'
import type { SessionLine } from '../../../electron/domain/session.ts'
import { lineKindText, sessionText as text } from '../../text/session.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { lineClass, lineIcon, lineTone } from './line-look.ts'
import type { PendingLine } from './use-lines.ts'
import { clockOf } from './use-now.ts'
import type { Session } from './use-session.ts'

export function LineLog(props: {
  session: Session
  itemId: string | null
  pending: readonly PendingLine[]
  editedId: string | null
  onEdit: (line: SessionLine) => void
  onRemove: (line: SessionLine) => void
  onRetry: (line: PendingLine) => void
}) {
  const { session, itemId } = props
  const lines = session.view.lines.filter((line) => line.itemId === itemId)
  const known = new Set(session.view.lines.map(({ id }) => id))
  const waiting = props.pending.filter(({ input }) => input.fields.itemId === itemId && !known.has(input.id))
  const count = lines.length + waiting.length
  return (
    <div role="log" aria-label={text.log} className="note-log">
      {count === 0 ? <p className="mute">{text.logEmpty}</p> : null}
      {lines.map((line) => (
        <div key={line.id} className={`${lineClass[line.kind]} ${line.id === props.editedId ? 'on' : ''}`}>
          <time dateTime={line.at}>{formatTime(clockOf(line.at))}</time>
          <Icon of={lineIcon[line.kind]} size={17} />
          <div>
            <LineWords line={line} />
            <LineMeta line={line} session={session} />
          </div>
          <div className="note-acts">
            <Button small look="ghost" icon={Pencil} label={text.edit} onPress={() => props.onEdit(line)} />
            <Button
              small
              look="ghost"
              icon={Trash2}
              label={text.remove}
              onPress={() => props.onRemove(line)}
            />
          </div>
        </div>
      ))}
      {waiting.map((line) => (
        <div key={line.input.id} className={`${lineClass[line.input.fields.kind]} waiting`}>
          <time dateTime={line.input.at}>{formatTime(clockOf(line.input.at))}</time>
          <Icon of={lineIcon[line.input.fields.kind]} size={17} />
          <div>
            <LineWords line={line.input.fields} />
            {line.failure === null ? null : (
              <div className="meta bad" role="alert">
                {text.notSaved}. {line.failure}
                <Button small onPress={() => props.onRetry(line)}>
                  {text.retry}
                </Button>
              </div>
            )}
          </div>
        </div>
      ))}
      <LogEnd key={`${itemId}-${count}`} />
    </div>
  )
}

/** Made anew with each line, it brings the newest one into view. */
function LogEnd() {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = end.current?.closest('.scroll')
    if (box != null) box.scrollTop = box.scrollHeight
  }, [])
  return <div ref={end} />
}

type Words = Pick<SessionLine, 'kind' | 'speaker' | 'organisation' | 'text'>

function LineWords({ line }: { line: Words }) {
  const name =
    line.speaker === '' || line.speaker === line.organisation || line.organisation === ''
      ? line.speaker || line.organisation
      : `${line.speaker} (${line.organisation})`
  if (line.kind === 'intervention')
    return (
      <>
        <b>{name}</b> {line.text}
      </>
    )
  if (line.kind === 'question' || line.kind === 'watch')
    return (
      <>
        <span className="strong">{lineKindText[line.kind]}.</span> {line.text}
      </>
    )
  return <>{line.text}</>
}

function LineMeta({ line, session }: { line: SessionLine; session: Session }) {
  const { meeting, decisions, actions } = session
  const decision = decisions.find(({ id }) => id === line.decisionId)
  const action = actions.find(({ id }) => id === line.actionId)
  if (decision === undefined && action === undefined) return null
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
          {action.dueDate === null ? null : (
            <span>
              <Icon of={Calendar} size={15} />
              {text.due(action.dueDate)}
            </span>
          )}
        </>
      )}
    </div>
  )
}
