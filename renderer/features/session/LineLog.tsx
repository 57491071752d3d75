import { useContext, useEffect, useRef } from 'react'
import type { SessionLine } from '../../../electron/domain/session/session.ts'
import { formatTime } from '../../../electron/domain/text/french.ts'
import { clockTime } from '../../../electron/domain/time/civil-date.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { ActMenu } from '../../acts/ActMenu.tsx'
import { bindActs } from '../../acts/act.ts'
import { useUnseen } from '../../app/team.ts'
import { sessionText as text } from '../../text/session.ts'
import { Button } from '../../ui/Button.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { Icon } from '../../ui/Icon.tsx'
import { LineTime } from './LineTime.tsx'
import { LineMeta, LineWords } from './LineWords.tsx'
import { type LineContext, lineActs } from './line-acts.ts'
import { lineClass, lineIcon } from './line-look.ts'
import type { PendingLine } from './use-lines.ts'
import type { Session } from './use-session.ts'

export function LineLog(props: {
  session: Session
  itemId: string | null
  pending: readonly PendingLine[]
  editedId: string | null
  acts: LineContext['acts']
  onRetry: (key: number) => void
}) {
  const { session, itemId } = props
  const unseen = useUnseen()
  const lines = session.view.lines.filter((line) => line.itemId === itemId)
  const known = new Set(session.view.lines.map(({ id }) => id))
  const waiting = props.pending.filter(({ input }) => input.fields.itemId === itemId && !known.has(input.id))
  const count = lines.length + waiting.length
  return (
    <div role="log" aria-label={text.log} className="note-log">
      {count === 0 ? <p className="mute">{unseen ?? text.logEmpty}</p> : null}
      {lines.map((line) => (
        <LogLine
          key={line.id}
          line={line}
          session={session}
          isEdited={line.id === props.editedId}
          acts={props.acts}
        />
      ))}
      {waiting.map(({ key, input, failure, isStopped }) => (
        <div key={input.id} className={`${lineClass[input.fields.kind]} waiting`}>
          <time dateTime={input.at}>{formatTime(clockTime(input.at))}</time>
          <Icon of={lineIcon[input.fields.kind]} size={17} />
          <div>
            <LineWords line={input.fields} />
            {failure === null ? null : (
              <div className="meta bad" role="alert">
                {text.notSaved}. {failure}
                {isStopped ? (
                  <Button small onPress={() => props.onRetry(key)}>
                    {text.retry}
                  </Button>
                ) : null}
              </div>
            )}
          </div>
        </div>
      ))}
      <LogEnd key={`${itemId}-${count}`} />
    </div>
  )
}

function LogLine(props: {
  line: SessionLine
  session: Session
  isEdited: boolean
  acts: LineContext['acts']
}) {
  const { line, session } = props
  return (
    <div className={`${lineClass[line.kind]} ${props.isEdited ? 'on' : ''}`}>
      <LineTime line={line} />
      <Icon of={lineIcon[line.kind]} size={17} />
      <div>
        <LineWords line={line} />
        <LineMeta line={line} session={session} />
      </div>
      <LineActs line={line} session={session} acts={props.acts} />
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

function LineActs(props: LineContext) {
  const { edit, ...acts } = bindActs(lineActs, props, useContext(EditingOff))
  return (
    <div className="note-acts">
      <ActButton act={edit} small look="ghost" iconOnly />
      <ActMenu label={text.lineActs(props.line.text)} acts={Object.values(acts)} />
    </div>
  )
}
