import type { CSSProperties } from 'react'
import { plannedEnd, toClockTime } from '../../../electron/domain/agenda/agenda.ts'
import { formatTime } from '../../../electron/domain/text/french.ts'
import { sessionText as text } from '../../text/session.ts'
import { useNow } from '../../ui/use-now.ts'
import { expectedHours } from './expected-hours.ts'
import type { LiveItem, Session } from './use-session.ts'

/** The clock of the band moves by the minute. */
const PACE_MS = 15_000
const DAY = 1440
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

/** Those without items below them: a heading is not opened by itself. */
const leavesOf = (items: readonly LiveItem[]): LiveItem[] => {
  const above = new Set(items.map(({ item }) => item.parentId))
  return items.filter(({ item }) => !above.has(item.id))
}
