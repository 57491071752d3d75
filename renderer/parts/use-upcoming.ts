import type { Output } from '../../electron/contract/index.ts'
import { listedMeeting, meetingName } from '../../electron/domain/meetings/meeting-name.ts'
import { formatShortDate } from '../../electron/domain/text/french.ts'
import { civilDate } from '../../electron/domain/time/civil-date.ts'
import type { ApiError } from '../api/api-error.ts'
import { useQuery } from '../api/use-query.ts'

/** `label` in a list of meetings, `words` in a sentence. */
export type Upcoming = { id: string; date: string; label: string; words: string }

/** Meetings to come, and one under way or not noted as held yet; none while they are read. */
export function useUpcoming(): readonly Upcoming[] {
  return useUpcomingRead().meetings ?? []
}

/** The same where "none" is said to people: undefined while they are read. */
export function useUpcomingRead(): { meetings: readonly Upcoming[] | undefined; error: ApiError | null } {
  const { data, error } = useQuery('meetings.list', { year: null })
  return { meetings: data === undefined ? undefined : upcomingOf(data), error }
}

function upcomingOf(meetings: Output<'meetings.list'>): Upcoming[] {
  const today = civilDate(new Date())
  return meetings
    .filter(({ state, date }) => state !== 'held' && state !== 'cancelled' && date >= today)
    .map(({ id, number, date }) => {
      const day = formatShortDate(date, true)
      return { id, date, label: listedMeeting(number, day), words: meetingName(number, day) }
    })
    .sort((a, b) => a.date.localeCompare(b.date))
}
