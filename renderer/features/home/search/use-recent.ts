import { useQueries } from '@tanstack/react-query'
import CalendarDays from 'lucide-react/icons/calendar-days'
import Presentation from 'lucide-react/icons/presentation'
import ScrollText from 'lucide-react/icons/scroll-text'
import { useState } from 'react'
import type { Output } from '../../../../electron/contract/index.ts'
import { meetingName } from '../../../../electron/domain/meetings/meeting-name.ts'
import { formatDateWithoutWeekday, formatShortDate } from '../../../../electron/domain/text/french.ts'
import { call } from '../../../api/client.ts'
import { queryKey, useQuery } from '../../../api/use-query.ts'
import { navigate, usePlace } from '../../../app/location.ts'
import { href } from '../../../app/paths.ts'
import { type Opened, openedAt, openedBefore } from '../../../app/recent.ts'
import { searchText as text } from '../../../text/search.ts'
import type { IconShape } from '../../../ui/Icon.tsx'
import { meetingHref } from '../../meetings/index.ts'
import { markedParts, type PaletteEntry } from './palette-entry.ts'

/** Lines above the acts of the screen. */
const SHOWN = 5

const icons: Readonly<Record<Opened['kind'], IconShape>> = {
  meeting: CalendarDays,
  project: Presentation,
  text: ScrollText,
}

type Named = { title: string; detail: string; end: string; address: string }

/** What was opened last, without what is open now and what is gone since. */
export function useRecent(meetings: Output<'meetings.list'>, isAsked: boolean): PaletteEntry[] {
  const here = openedAt(usePlace())
  const [opened] = useState(() => openedBefore().filter(({ id }) => id !== here?.id))
  const hasProject = opened.some(({ kind }) => kind === 'project')
  const projects = useQuery('projects.list', {}, { enabled: isAsked && hasProject }).data ?? []
  const ids = opened.filter(({ kind }) => kind === 'text').map(({ id }) => id)
  const texts = useQueries({
    queries: ids.map((id) => ({
      queryKey: queryKey('watch.get', { id }),
      queryFn: () => call('watch.get', { id }),
      enabled: isAsked,
    })),
  }).flatMap(({ data }) => data ?? [])
  const named = ({ kind, id }: Opened): Named | null => {
    if (kind === 'meeting') {
      const meeting = meetings.find((one) => one.id === id)
      if (meeting === undefined) return null
      const words = meetingName(meeting.number, formatDateWithoutWeekday(meeting.date))
      return {
        ...{ title: text.part.meeting(words), detail: meeting.title },
        ...{ end: formatShortDate(meeting.date, true), address: meetingHref(meeting) },
      }
    }
    const [row, place] =
      kind === 'project'
        ? ([projects.find((one) => one.id === id), 'projectSheet'] as const)
        : ([texts.find((one) => one.id === id), 'watchText'] as const)
    if (row === undefined) return null
    const kindWords = text.kinds[kind === 'project' ? 'project' : 'watch']
    return { title: row.title, detail: kindWords, end: '', address: href(place, {}, id) }
  }
  if (!isAsked) return []
  return opened
    .flatMap((one): PaletteEntry[] => {
      const words = named(one)
      if (words === null) return []
      return [
        {
          ...{ id: `recent ${one.id}`, group: text.groups.recent, icon: icons[one.kind] },
          ...{ parts: markedParts(words.title, []), detail: markedParts(words.detail, []) },
          ...{ end: words.end, keys: [], mark: 0, onOpen: () => navigate(words.address) },
        },
      ]
    })
    .slice(0, SHOWN)
}
