// Said aloud only at 5 minutes, 1 minute and overrun.
import { useEffect, useRef, useState } from 'react'
import { timeSpent } from '../../../electron/domain/session/session.ts'
import { sessionText as text } from '../../text/session.ts'
import { duration, useNow } from '../../ui/use-now.ts'
import type { LiveItem } from './use-session.ts'

const announcedMinutes = [5, 1, 0]

export function ItemTimer({ live, isRunning }: { live: LiveItem; isRunning: boolean }) {
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
      <div className="sr" role="status">
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
