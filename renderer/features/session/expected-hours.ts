import { type AgendaItem, toMinutes } from '../../../electron/domain/agenda/agenda.ts'
import { type SessionSpan, timeSpent } from '../../../electron/domain/session/session.ts'
import { clockTime } from '../../../electron/domain/time/civil-date.ts'

const DAY = 1440
const HALF_DAY = DAY / 2

type Live = {
  readonly item: Pick<AgendaItem, 'id' | 'parentId' | 'durationMinutes' | 'fixedStart'>
  readonly spans: readonly SessionSpan[]
  readonly outcome: string | null
}
type Held<T extends Live> = {
  /** In the order of the agenda. */
  readonly items: readonly T[]
  /** The item that is on, or was last. */
  readonly current: T | null
  readonly view: { readonly spans: readonly SessionSpan[] }
}
/** In minutes since midnight of the day on which the meeting was opened: it may go on after midnight. */
type Expected = { readonly starts: ReadonlyMap<string, number>; readonly end: number }

/**
 * When what is still to come begins, by what is left of the item that is on and the durations of the others, and when it
 * ends: as the agenda's own hours, of a heading and its fixed hour too, but an hour that has passed is not gone back to. Of a
 * heading that has begun, when it did.
 */
export function expectedHours<T extends Live>({ items, current, view }: Held<T>, now: Date): Expected {
  const opened = view.spans[0] === undefined ? now : new Date(view.spans[0].startedAt)
  const minutesOf = (at: Date) => toMinutes(clockTime(at)) + daysBetween(opened, at) * DAY
  const below = new Map<string | null, T[]>()
  for (const live of items) {
    const { parentId } = live.item
    below.set(parentId, [...(below.get(parentId) ?? []), live])
  }
  const restOf = ({ item, spans }: T) =>
    Math.max(0, (item.durationMinutes ?? 0) - timeSpent(spans, item.id, now) / 60_000)
  const starts = new Map<string, number>()
  /** Of an item, with those below it, where time stands at `at`; the one that is on is counted by then. */
  const place = (live: T, at: number): { end: number; begun: number | null; isAhead: boolean } => {
    const under = below.get(live.item.id) ?? []
    const [first] = live.spans
    const begunHere = first === undefined ? null : minutesOf(new Date(first.startedAt))
    if (under.length === 0) {
      if (live === current || begunHere !== null || live.outcome !== null)
        return { end: at, begun: begunHere, isAhead: live === current }
      const start = waitedFor(live, at)
      starts.set(live.item.id, Math.round(start))
      return { end: start + (live.item.durationMinutes ?? 0), begun: null, isAhead: true }
    }
    const isBegun = under.some((one) => hasBegun(one))
    const start = isBegun ? at : waitedFor(live, at)
    const placed = placeAll(under, start)
    const begun = placed.begun ?? begunHere
    if (begun !== null) starts.set(live.item.id, Math.round(begun))
    else if (placed.isAhead) starts.set(live.item.id, Math.round(start))
    if (!placed.isAhead) return { ...placed, end: at, begun }
    const whole = (begun ?? start) + (live.item.durationMinutes ?? 0)
    return { end: Math.max(placed.end, whole), begun, isAhead: true }
  }
  const placeAll = (all: readonly T[], from: number) => {
    let [end, isAhead] = [from, false]
    let begun: number | null = null
    for (const live of all) {
      const placed = place(live, end)
      end = placed.end
      isAhead ||= placed.isAhead
      if (placed.begun !== null) begun = Math.min(placed.begun, begun ?? placed.begun)
    }
    return { end, begun, isAhead }
  }
  const hasBegun = (live: T): boolean =>
    live.spans.length > 0 || (below.get(live.item.id) ?? []).some((one) => hasBegun(one))
  const rest = current === null || below.has(current.item.id) ? 0 : restOf(current)
  const { end } = placeAll(below.get(null) ?? [], minutesOf(now) + rest)
  return { starts, end: Math.round(end) }
}

/** Midnights between them, where the clock is. */
function daysBetween(from: Date, to: Date): number {
  return Math.round(
    (new Date(to.toDateString()).getTime() - new Date(from.toDateString()).getTime()) / (DAY * 60_000),
  )
}

/** A fixed hour more than half a day before is of the next day. */
function waitedFor({ item: { fixedStart } }: Live, at: number): number {
  if (fixedStart === null) return at
  const fixed = toMinutes(fixedStart)
  return Math.max(at, at - fixed > HALF_DAY ? fixed + DAY : fixed)
}
