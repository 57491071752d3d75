import User from 'lucide-react/icons/user'
import { ApprovalLink } from '../../parts/ApprovalLink.tsx'
import { natureMark } from '../../parts/natures.ts'
import { sessionText as text } from '../../text/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { scrolls } from '../../ui/scrolls.ts'
import { ItemTimer } from './ItemTimer.tsx'
import { LineLog } from './LineLog.tsx'
import type { Edited } from './line-acts.ts'
import { NoteLine } from './NoteLine.tsx'
import { Positions } from './Positions.tsx'
import type { useLines } from './use-lines.ts'
import type { Session } from './use-session.ts'
import type { useSessionActs } from './use-session-acts.ts'

export function CurrentItem(props: {
  session: Session
  isOpen: boolean
  lines: ReturnType<typeof useLines>
  acts: ReturnType<typeof useSessionActs>
  edited: Edited | null
  onEdit: (edited: Edited | null) => void
  isNotingPosition: boolean
  onPositionDone: () => void
}) {
  const { session, isOpen, lines, acts, edited } = props
  const { current } = session
  const mark = current === null ? null : natureMark(current.item.kind, current.item.nature)
  const presenter =
    current === null
      ? ''
      : [current.item.presenter, current.item.organisation].filter((part) => part !== '').join(', ')
  return (
    <section className="pane grow" aria-label={text.current}>
      <div className="live-h">
        <div className="grow">
          <div className="row row-3 live-facts">
            {current === null || current.number === '' ? null : (
              <span className="ref">{text.item(current.number)}</span>
            )}
            {mark === null ? null : (
              <span className="nat">
                <Icon of={mark.icon} size={16} />
                {mark.label}
              </span>
            )}
            {presenter === '' ? null : (
              <span className="nat">
                <Icon of={User} size={16} />
                {presenter}
              </span>
            )}
          </div>
          <h2 className="h2 live-title">{current === null ? text.nothingOn : current.item.title}</h2>
          {current === null ? null : <ApprovalLink item={current.item} meeting={session.meeting} />}
        </div>
        {current === null || !isOpen ? null : (
          <ItemTimer key={current.item.id} live={current} isRunning={session.suspendedAt === null} />
        )}
      </div>
      <div className="scroll note-scroll" {...scrolls}>
        {current === null ? null : (
          <Positions
            key={current.item.id}
            session={session}
            itemId={current.item.id}
            acts={acts.positions}
            isAdding={props.isNotingPosition}
            onClose={() => {
              props.onPositionDone()
              document.querySelector<HTMLElement>('.compose-field textarea')?.focus()
            }}
          />
        )}
        <LineLog
          session={session}
          itemId={current?.item.id ?? null}
          pending={lines.pending}
          editedId={edited?.line.id ?? null}
          acts={{ edit: props.onEdit, change: acts.lines.change, remove: acts.lines.remove }}
          onRetry={lines.retry}
        />
      </div>
      {isOpen ? (
        <div className="live-foot">
          <NoteLine
            session={session}
            onAdd={lines.add}
            edited={edited}
            onEdit={props.onEdit}
            onCorrect={acts.lines.correct}
          />
          <div className="row live-acts">
            <div className="row row-4 legend-words">
              {text.legend.map(([mark, words]) => (
                <span key={mark}>
                  <b>{mark}</b> {words}
                </span>
              ))}
              <span>{text.legendElse}</span>
            </div>
            <div className="row">
              <Button onPress={() => acts.step(-1)}>
                {text.previous} <Keys keys={['Ctrl', '↑']} />
              </Button>
              <Button look="primary" onPress={() => acts.step(1)}>
                {text.next} <Keys keys={['Ctrl', '↓']} />
              </Button>
            </div>
          </div>
        </div>
      ) : null}
    </section>
  )
}
