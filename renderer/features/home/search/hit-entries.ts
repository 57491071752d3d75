import BookUser from 'lucide-react/icons/book-user'
import CalendarDays from 'lucide-react/icons/calendar-days'
import Diamond from 'lucide-react/icons/diamond'
import FileText from 'lucide-react/icons/file-text'
import Files from 'lucide-react/icons/files'
import Inbox from 'lucide-react/icons/inbox'
import List from 'lucide-react/icons/list'
import Presentation from 'lucide-react/icons/presentation'
import ScrollText from 'lucide-react/icons/scroll-text'
import SquareCheck from 'lucide-react/icons/square-check'
import type { Output } from '../../../../electron/contract/index.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { navigate } from '../../../app/location.ts'
import { href } from '../../../app/paths.ts'
import { searchText } from '../../../text/search.ts'
import type { IconShape } from '../../../ui/Icon.tsx'
import { markedParts, type PaletteEntry } from './palette-entry.ts'

type Hit = Output<'search.query'>[number]

const icons: Readonly<Record<Hit['kind'], IconShape>> = {
  meeting: CalendarDays,
  item: List,
  section: FileText,
  decision: Diamond,
  action: SquareCheck,
  document: Files,
  subject: Inbox,
  project: Presentation,
  watch: ScrollText,
  person: BookUser,
}

const groups: Readonly<Record<Hit['kind'], string>> = {
  meeting: searchText.groups.meetings,
  item: searchText.groups.meetings,
  section: searchText.groups.meetings,
  decision: searchText.groups.meetings,
  action: searchText.groups.meetings,
  document: searchText.groups.meetings,
  subject: searchText.groups.objects,
  project: searchText.groups.objects,
  watch: searchText.groups.objects,
  person: searchText.groups.persons,
}
const groupOrder = [searchText.groups.persons, searchText.groups.objects, searchText.groups.meetings]

/** So that many texts do not hide the few meetings below them. */
const MOST_OF_A_GROUP = 7

/** Grouped as the palette shows them, the first of each group; within a group, the search's own order. */
export function hitEntries(hits: readonly Hit[]): PaletteEntry[] {
  return hits
    .map((hit) => ({
      id: `${hit.kind} ${hit.id}`,
      group: groups[hit.kind],
      icon: icons[hit.kind],
      parts: hit.extract === '' ? markedParts(hit.title, []) : markedParts(hit.extract, hit.ranges),
      detail:
        hit.extract === '' || hit.extract === hit.title
          ? searchText.kinds[hit.kind]
          : `${searchText.kinds[hit.kind]}, ${hit.title}`,
      end: hit.date === null ? '' : formatShortDate(hit.date, true),
      keys: [],
      onOpen: () => navigate(hitHref(hit)),
    }))
    .sort((a, b) => groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group))
    .filter((entry, index, all) => all[index - MOST_OF_A_GROUP]?.group !== entry.group)
}

function hitHref(hit: Hit): string {
  const focus = hit.itemId ?? undefined
  if (hit.kind === 'action') return href('followUp', {}, hit.id)
  if (hit.kind === 'decision') return href('followUpDecisions', {}, hit.id)
  if (hit.meetingId !== null) {
    const params = { meetingId: hit.meetingId }
    if (hit.kind === 'document') return href('attachments', params, hit.id)
    return hit.kind === 'meeting' || hit.kind === 'item'
      ? href('agenda', params, hit.kind === 'item' ? (focus ?? hit.id) : undefined)
      : href('minutes', params, focus)
  }
  if (hit.kind === 'subject') return href('subjects', {}, hit.id)
  if (hit.kind === 'project') return href('projectSheet', {}, hit.id)
  if (hit.kind === 'watch') return href('watch', {}, hit.id)
  return hit.kind === 'person' ? href('directory', {}, hit.id) : href('home')
}
