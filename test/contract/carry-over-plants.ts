// Tells what a core with a wrong rule would return, without the core's own rules.
import type { MeetingRow } from '../../electron/domain/meetings/meeting.ts'

/** Which rule the core is taken to follow: the controls plant what a wrong one would have answered. */
export type Rule = 'right' | 'anySeries' | 'forgetsCancelled' | 'forgetsTaken'

export type Link = {
  meeting: MeetingRow
  title: string
  /** Its meeting is still to be prepared. */
  isAhead: boolean
  isLive: boolean
  isOpen: boolean
  times: number
  stale: string | null
}
export type Seen = {
  views: ReadonlyMap<string, readonly { title: string }[]>
  chains: ReadonlyMap<string, readonly Link[]>
  meetings: readonly MeetingRow[]
}

export function targetOf(
  source: MeetingRow,
  meetings: readonly MeetingRow[],
  today: string,
  ofAnySeries: boolean,
): MeetingRow | undefined {
  const key = ({ date, startTime, id }: MeetingRow) => `${date} ${startTime} ${id}`
  const ahead = meetings
    .filter(({ seriesId }) => ofAnySeries || seriesId === source.seriesId)
    .filter(({ state, date }) => (state === 'planned' || state === 'convened') && date >= today)
    .filter(({ id }) => id !== source.id)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return (
    ahead.find((one) => key(one) > key(source)) ?? (source.state === 'cancelled' ? ahead.at(-1) : undefined)
  )
}

/** Result of a core with a wrong rule. */
export function planted({ views, chains, meetings }: Seen, rule: Rule, today: string): Seen['views'] {
  const seen = new Map([...views].map(([id, proposals]) => [id, [...proposals]]))
  switch (rule) {
    case 'right':
      return views
    case 'anySeries':
      for (const [title, chain] of chains)
        for (const [id, proposals] of seen) {
          const last = chain.at(-1)
          const other = last === undefined ? undefined : targetOf(last.meeting, meetings, today, true)
          if (other === undefined || other.id === id || !proposals.some((one) => one.title === title))
            continue
          seen.set(
            id,
            proposals.filter((one) => one.title !== title),
          )
          seen.get(other.id)?.push({ title })
          break
        }
      return seen
    case 'forgetsCancelled':
      for (const [id, proposals] of seen)
        seen.set(
          id,
          proposals.filter(({ title }) => chains.get(title)?.at(-1)?.meeting.state !== 'cancelled'),
        )
      return seen
    case 'forgetsTaken':
      for (const [title, chain] of chains)
        if (chain.length > 1) seen.get(chain.at(-1)?.meeting.id ?? '')?.push({ title })
      return seen
  }
}
