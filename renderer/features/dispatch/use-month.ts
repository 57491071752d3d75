import { useMemo } from 'react'
import { type AgendaItem, itemNumbers } from '../../../electron/domain/agenda/agenda.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { useQuery } from '../../api/use-query.ts'
import type { MonthFacts } from './month.ts'

export type Month = {
  readonly meeting: Meeting
  readonly facts: MonthFacts
  /** The item of a message about one item only; item id → "3.2 Annuaire partagé". */
  readonly itemTitles: ReadonlyMap<string, string>
}

/** `month` is null while the meeting or its messages are read. The list's failure is the page's; others leave hints out. */
export function useMonth(meetingId: string): {
  month: Month | null
  error: unknown
  retry: () => void
} {
  const file = useQuery('meetings.get', { id: meetingId })
  const list = useQuery('dispatch.list', { meetingId })
  const tasks = useQuery('backPlanning.tasks', { meetingId })
  const moves = useQuery('meetings.moves', { id: meetingId })
  const status = useQuery('agenda.status', { meetingId })
  const agenda = useQuery('agenda.list', { meetingId })
  const home = useQuery('home.get', {})
  const today = home.data?.today ?? civilDate(new Date())
  const month = useMemo((): Month | null => {
    if (file.data === undefined || list.data === undefined) return null
    const { meeting, minutes } = file.data
    return {
      meeting,
      facts: {
        meeting,
        minutesState: minutes?.state ?? null,
        rows: list.data,
        tasks: tasks.data ?? [],
        moves: moves.data ?? [],
        agenda: status.data ?? null,
        guestCount: agenda.data?.guests.length ?? 0,
        today,
      },
      itemTitles: titlesOf(agenda.data?.items ?? []),
    }
  }, [file.data, list.data, tasks.data, moves.data, status.data, agenda.data, today])
  return { month, error: list.error, retry: () => void list.refetch() }
}

function titlesOf(items: readonly AgendaItem[]): Map<string, string> {
  const numbers = itemNumbers(items)
  return new Map(items.map(({ id, title }) => [id, `${numbers.get(id) ?? ''} ${title}`.trim()]))
}
