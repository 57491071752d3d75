import type { PresenterItem, PresenterView } from '../../../../electron/contract/presenter.ts'
import { formatTime } from '../../../../electron/domain/text/french.ts'
import { clockTime } from '../../../../electron/domain/time/civil-date.ts'
import { titled } from '../../../text/common.ts'
import { presenterText as text } from '../../../text/presenter.ts'
import { duration } from '../../../ui/use-now.ts'

/** From this many letters on a title is set smaller: it must be read whole. */
const LONG_TITLE = 90

export function PresenterScreen({ view, now }: { view: PresenterView; now: Date }) {
  const { ref, title, below } = wordsOf(view)
  const timing = view.item === null || view.state !== 'on' ? null : timingOf(view.item, now)
  return (
    <div className="room">
      <header className="room-head">
        <span>{text.meeting(view.bodyName, view.meetingNumber)}</span>
        <time>{formatTime(clockTime(now))}</time>
      </header>
      <main className="room-item" aria-live="polite">
        {ref === '' ? null : <p className="room-ref">{ref}</p>}
        <h1 className={title.length > LONG_TITLE ? 'room-title long' : 'room-title'}>{title}</h1>
        {below === '' ? null : <p className="room-by">{below}</p>}
      </main>
      <footer className="room-foot">
        <div className="room-progress">
          {timing?.share == null ? null : (
            <div className="room-bar" aria-hidden="true">
              <i className={timing.isOver ? 'over' : ''} style={{ width: `${timing.share}%` }} />
            </div>
          )}
          {view.next === null ? null : (
            <p className="room-next">
              {view.state === 'before'
                ? text.first(view.next.number, titled(view.next.title))
                : text.next(view.next.number, titled(view.next.title), timing?.nextAt ?? null)}
            </p>
          )}
        </div>
        {timing === null ? null : (
          <div className="room-time">
            <div role="timer" aria-live="off" className={timing.isOver ? 'room-timer over' : 'room-timer'}>
              {timing.isOver ? '+' : ''}
              {duration(timing.shownMs)}
            </div>
            <p>{timing.words}</p>
          </div>
        )}
      </footer>
    </div>
  )
}

function wordsOf({ state, item, startTime, suspendedSince, closedAt }: PresenterView) {
  if (state === 'before') return { ref: '', title: text.before, below: text.startsAt(formatTime(startTime)) }
  if (state === 'closed')
    return {
      ref: '',
      title: text.closed,
      below: closedAt === null ? '' : text.closedAt(formatTime(closedAt)),
    }
  if (state === 'suspended' && suspendedSince !== null)
    return {
      ref: '',
      title: text.suspended,
      below: text.suspendedSince(formatTime(clockTime(suspendedSince))),
    }
  if (item === null) return { ref: '', title: text.nothingOn, below: '' }
  return {
    ref: text.ref(item.number, item.kind, item.nature),
    title: titled(item.title),
    below: item.presenter,
  }
}

function timingOf(item: PresenterItem, now: Date) {
  const spent =
    item.spentMs +
    (item.runningSince === null ? 0 : Math.max(0, now.getTime() - Date.parse(item.runningSince)))
  const planned = (item.plannedMinutes ?? 0) * 60_000
  if (planned === 0) return { share: null, isOver: false, shownMs: spent, words: text.elapsed, nextAt: null }
  const left = planned - spent
  const isOver = left < 0
  return {
    share: Math.min(100, (spent / planned) * 100),
    isOver,
    shownMs: left,
    words: isOver ? text.over(planned / 60_000) : text.left(planned / 60_000),
    nextAt: isOver ? null : formatTime(clockTime(new Date(now.getTime() + left))),
  }
}
