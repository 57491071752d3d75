import { type ReactNode, useEffect, useRef, useState } from 'react'
import { timeSpent } from '../../../electron/domain/session/session.ts'
import { natureMark } from '../../parts/natures.ts'
import { titled } from '../../text/common.ts'
import { sessionText as text } from '../../text/session.ts'
import { scrolls } from '../../ui/scrolls.ts'
import { duration, useNow } from '../../ui/use-now.ts'
import { LineLog } from './LineLog.tsx'
import type { Edited } from './line-acts.ts'
import { notedWords } from './line-fields.ts'
import { NoteLine } from './NoteLine.tsx'
import { Positions } from './Positions.tsx'
import { focusLine } from './use-keys-to-line.ts'
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
  const isOver = planned > 0 && left < 0
  return (
    <div className="item-timer">
      <div role="timer" aria-label={text.timer} aria-live="off" className={isOver ? 'timer bad' : 'timer'}>
        {duration(spent)}
      </div>
      <div className={isOver ? 'timer-words bad' : 'timer-words mute'}>
        {planned === 0 ? text.noDuration : isOver ? `${text.over} ${duration(left)}` : text.of(planned)}
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
  /** Where the list of items is put away: its button. */
  unfold: ReactNode
  next: ReactNode
  /** Who was given the floor last; null while nobody was. */
  speaker: { name: string } | null
  onSpeaks: (speaker: { name: string }) => void
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
    <section className="pane grow live-current" aria-label={text.current}>
      <div className="live-head">
        {props.unfold}
        <div className="grow">
          <h2 className="live-title">
            {current === null ? text.nothingOn : `${current.number} ${titled(current.item.title)}`.trim()}
          </h2>
          <div className="live-facts mute">
            {[mark?.label ?? '', presenter].filter((part) => part !== '').join(', ')}
          </div>
        </div>
        {current === null || !isOpen ? null : (
          <ItemTimer key={current.item.id} live={current} isRunning={session.suspendedAt === null} />
        )}
        {props.next}
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
              focusLine()
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
            speaker={props.speaker}
            onSpeaks={props.onSpeaks}
            onAdd={(fields, position) =>
              lines.add(
                fields,
                position,
                notedWords([...session.view.positions, ...lines.positions], fields.itemId, position),
              )
            }
            edited={edited}
            onEdit={props.onEdit}
            onCorrect={acts.lines.correct}
            onRemove={acts.lines.remove}
          />
        </div>
      ) : null}
    </section>
  )
}
