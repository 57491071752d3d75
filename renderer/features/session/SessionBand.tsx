import type { CSSProperties } from 'react'
import { plannedEnd, toClockTime, toMinutes } from '../../../electron/domain/agenda/agenda.ts'
import { timeSpent } from '../../../electron/domain/session/session.ts'
import { formatTime } from '../../../electron/domain/text/french.ts'
import { clockTime } from '../../../electron/domain/time/civil-date.ts'
import { sessionText as text } from '../../text/session.ts'
import { useNow } from '../../ui/use-now.ts'
import type { LiveItem, Session } from './use-session.ts'

/** The clock of the band moves by the minute. */
const PACE_MS = 15_000
const DAY = 1440
const HALF_DAY = DAY / 2
/** Letters of numbers that fit into the band of a window of 1024 pixels; of more, those of short items are left out. */
const MOST_LETTERS = 64

export function SessionBand({ session }: { session: Session }) {
  const now = useNow(PACE_MS)
  const { items, current, meeting } = session
  const leaves = leavesOf(items)
  const letters = leaves.reduce((sum, { number }) => sum + number.length, 0)
  const { end } = expectedHours(session, now)
  const planned = plannedEnd(meeting)
  const late = planned === null ? 0 : end - planned
  const pace = planned === null || Math.abs(late) < 1 ? '' : late > 0 ? text.late(late) : text.early(-late)
  const words = [text.estimatedEnd(formatTime(toClockTime(end)), end >= DAY), pace]
    .filter((part) => part !== '')
    .join(', ')
  return (
    <div className="band-wrap session-band" role="img" aria-label={words}>
      <div className={letters > MOST_LETTERS ? 'band' : 'band numbered'} aria-hidden="true">
        {leaves.map((live) => (
          <span
            key={live.item.id}
            className={`${classOf(live, current)} ${live.item.kind === 'break' ? 'pause' : ''}`}
            style={
              {
                '--m': Math.max(2, live.item.durationMinutes ?? 5),
                '--letters': live.number.length,
              } as CSSProperties
            }
          >
            {/* A number that does not fit falls into a second row, which is not shown. */}
            <span className="fit">
              <i />
              <span>{live.number}</span>
            </span>
          </span>
        ))}
      </div>
      <div className="band-axis" aria-hidden="true">
        <span className={late > 0 ? 'ends warn' : 'ends'}>{words}</span>
      </div>
    </div>
  )
}

function classOf(live: LiveItem, current: LiveItem | null): string {
  if (live === current) return 'selected'
  return live.spans.length > 0 ? 'done' : ''
}

/** In minutes since midnight of the day on which the meeting was opened: it may go on after midnight. */
type Expected = { readonly starts: ReadonlyMap<string, number>; readonly end: number }

/**
 * When what is still to come begins, by what is left of the item that is on and the durations of the others, and when it
 * ends. An hour that was fixed is waited for.
 */
export function expectedHours(session: Session, now: Date): Expected {
  const { items, current } = session
  const starts = new Map<string, number>()
  let at = minutesNow(session, now) + (current === null ? 0 : restOf(current, now))
  for (const live of leavesOf(items)) {
    if (live === current || live.spans.length > 0 || live.outcome !== null) continue
    at = waitedFor(live, at)
    starts.set(live.item.id, Math.round(at))
    at += live.item.durationMinutes ?? 0
  }
  for (const { item } of items.toReversed()) {
    const start = starts.get(item.id)
    if (start !== undefined && item.parentId !== null)
      starts.set(item.parentId, Math.min(start, starts.get(item.parentId) ?? start))
  }
  return { starts, end: Math.round(at) }
}

/** Those without items below them: a heading is not opened by itself. */
const leavesOf = (items: readonly LiveItem[]): LiveItem[] => {
  const above = new Set(items.map(({ item }) => item.parentId))
  return items.filter(({ item }) => !above.has(item.id))
}

function minutesNow({ view }: Session, now: Date): number {
  const [first] = view.spans
  const day = first === undefined ? now : new Date(first.startedAt)
  const midnights = new Date(now.toDateString()).getTime() - new Date(day.toDateString()).getTime()
  return toMinutes(clockTime(now)) + Math.round(midnights / (DAY * 60_000)) * DAY
}

function restOf({ item, spans }: LiveItem, now: Date): number {
  return Math.max(0, (item.durationMinutes ?? 0) - timeSpent(spans, item.id, now) / 60_000)
}

/** A fixed hour more than half a day before is of the next day. */
function waitedFor({ item: { fixedStart } }: LiveItem, at: number): number {
  if (fixedStart === null) return at
  const fixed = toMinutes(fixedStart)
  return Math.max(at, at - fixed > HALF_DAY ? fixed + DAY : fixed)
}
