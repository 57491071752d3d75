import User from 'lucide-react/icons/user'
import { useEffect, useRef, useState } from 'react'
import { timeSpent } from '../../../electron/domain/session/session.ts'
import { ApprovalLink } from '../../parts/ApprovalLink.tsx'
import { natureMark } from '../../parts/natures.ts'
import { sessionText as text } from '../../text/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { scrolls } from '../../ui/scrolls.ts'
import { duration, useNow } from '../../ui/use-now.ts'
import { LineLog } from './LineLog.tsx'
import type { Edited } from './line-acts.ts'
import { NoteLine } from './NoteLine.tsx'
import { Positions } from './Positions.tsx'
import type { useLines } from './use-lines.ts'
import type { LiveItem, Session } from './use-session.ts'
import type { useSessionActs } from './use-session-acts.ts'

// Said aloud only at 5 minutes, 1 minute and overrun.
const announcedMinutes = [5, 1, 0]

function ItemTimer({ live, isRunning }: { live: LiveItem; isRunning: boolean }) {
  const now = useNow(1000)
  const spent = timeSpent(live.spans, live.item.id, now)
  const planned = live.item.durationMinutes ?? 0
  const left = planned * 60_000 - spent
  const said = useAnnounced(planned === 0 || !isRunning ? null : left, live.item.id)
  const share = planned === 0 ? 0 : Math.min(100, (spent / (planned * 60_000)) * 100)
  const isOver = planned > 0 && left < 0
  return (
    <div className="item-timer">
      <div role="timer" aria-label={text.timer} aria-live="off" className={isOver ? 'timer bad' : 'timer'}>
        {duration(spent)}
      </div>
      <div className="bar" aria-hidden="true">
        <i className={isOver ? 'over' : ''} style={{ width: `${share}%` }} />
      </div>
      <div className="timer-words">
        {planned === 0 ? (
          <span className="mute">{text.noDuration}</span>
        ) : (
          <>
            <span className="mute">{text.of(planned)}</span>
            <span className={isOver ? 'bad' : ''}>
              {isOver ? text.over : text.left} <b>{duration(left)}</b>
            </span>
          </>
        )}
      </div>
      <div className="visually-hidden" role="status">
        {said}
      </div>
    </div>
  )
}

/** The sentence of the last threshold that was passed while this item was on. */
function useAnnounced(left: number | null, itemId: string): string {
  const [said, setSaid] = useState('')
  const before = useRef<{ itemId: string; left: number } | null>(null)
  useEffect(() => {
    const was = before.current
    before.current = left === null ? null : { itemId, left }
    if (left === null || was === null || was.itemId !== itemId) return
    const passed = announcedMinutes.find((minutes) => was.left > minutes * 60_000 && left <= minutes * 60_000)
    if (passed !== undefined) setSaid(text.timerSaid[passed] ?? '')
  }, [left, itemId])
  return said
}

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
      <div className="live-head">
        <div className="grow">
          <div className="row row-3 live-facts">
            {current === null || current.number === '' ? null : (
              <span className="ref">{text.item(current.number)}</span>
            )}
            {mark === null ? null : (
              <span className="nature">
                <Icon of={mark.icon} size={16} />
                {mark.label}
              </span>
            )}
            {presenter === '' ? null : (
              <span className="nature">
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
