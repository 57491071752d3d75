import BookUser from 'lucide-react/icons/book-user'
import Building2 from 'lucide-react/icons/building-2'
import CalendarDays from 'lucide-react/icons/calendar-days'
import Diamond from 'lucide-react/icons/diamond'
import FileText from 'lucide-react/icons/file-text'
import Files from 'lucide-react/icons/files'
import Inbox from 'lucide-react/icons/inbox'
import List from 'lucide-react/icons/list'
import Mail from 'lucide-react/icons/mail'
import MessageSquareQuote from 'lucide-react/icons/message-square-quote'
import Paperclip from 'lucide-react/icons/paperclip'
import Presentation from 'lucide-react/icons/presentation'
import ScrollText from 'lucide-react/icons/scroll-text'
import SquareCheck from 'lucide-react/icons/square-check'
import Users from 'lucide-react/icons/users'
import type { Output } from '../../../../electron/contract/index.ts'
import { meetingName, meetingNumbered } from '../../../../electron/domain/meetings/meeting-name.ts'
import { isOpenAction } from '../../../../electron/domain/minutes/action.ts'
import { formatDateWithoutWeekday, formatShortDate } from '../../../../electron/domain/text/french.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { call } from '../../../api/client.ts'
import { showToast } from '../../../api/toasts.ts'
import { navigate } from '../../../app/location.ts'
import { href } from '../../../app/paths.ts'
import { showPassage } from '../../../app/shown-passage.ts'
import { type HitKind, searchText as text } from '../../../text/search.ts'
import type { IconShape } from '../../../ui/Icon.tsx'
import { meetingHref } from '../../meetings/index.ts'
import { type EntryPart, markedParts, type PaletteEntry } from './palette-entry.ts'

export type Hit = Output<'search.query'>['hits'][number]

const { groups } = text
const kinds: Readonly<Record<HitKind, { icon: IconShape; group: string }>> = {
  meeting: { icon: CalendarDays, group: groups.meetings },
  minutes: { icon: FileText, group: groups.minutes },
  agenda: { icon: List, group: groups.agendas },
  dispatch: { icon: Mail, group: groups.meetings },
  attendance: { icon: Users, group: groups.meetings },
  documents: { icon: Files, group: groups.documents },
  item: { icon: List, group: groups.agendas },
  section: { icon: FileText, group: groups.minutes },
  decision: { icon: Diamond, group: groups.decisions },
  action: { icon: SquareCheck, group: groups.actions },
  document: { icon: Files, group: groups.minutes },
  attachment: { icon: Paperclip, group: groups.documents },
  subject: { icon: Inbox, group: groups.subjects },
  project: { icon: Presentation, group: groups.projects },
  watch: { icon: ScrollText, group: groups.watch },
  person: { icon: BookUser, group: groups.persons },
  organisation: { icon: Building2, group: groups.organisations },
  position: { icon: MessageSquareQuote, group: groups.said },
  line: { icon: MessageSquareQuote, group: groups.said },
}

export function hitEntries(hits: readonly Hit[]): PaletteEntry[] {
  return hits.map((hit) => ({
    id: `${hit.kind} ${hit.id}`,
    ...kinds[hit.kind],
    parts: titleOf(hit),
    detail: detailOf(hit),
    end: hit.date === null ? '' : formatShortDate(hit.date, true),
    keys: [],
    mark: hit.mark,
    onOpen: () => void open(hit),
  }))
}

async function open(hit: Hit): Promise<void> {
  try {
    const address = await whereItStands(hit)
    // What was said is shown at its place.
    if (hit.kind === 'section' || hit.kind === 'position') showPassage(hit.extract)
    navigate(address)
  } catch (error) {
    showToast(errorSentence(error))
  }
}

/** Of a meeting and of an action this may have changed since they were found. */
async function whereItStands(hit: Hit): Promise<string> {
  const { kind, id } = hit
  if (kind === 'meeting') return meetingHref((await call('meetings.get', { id })).meeting)
  if (kind !== 'action') return hitHref(hit)
  const { row } = await call('followUp.action', { id })
  return href(isOpenAction(row.action) ? 'followUp' : 'followUpClosed', {}, id)
}

function titleOf({ kind, number, meetingNumber, date, title, titleRanges }: Hit): EntryPart[] {
  const part = kind in text.part ? text.part[kind as keyof typeof text.part] : undefined
  if (part !== undefined && (kind !== 'meeting' || titleRanges.length === 0))
    return markedParts(part(meetingName(meetingNumber, formatDateWithoutWeekday(date ?? ''))), [])
  const before = number === '' ? '' : `${number} `
  return markedParts(
    `${before}${title}`,
    titleRanges.map(([start, end]) => [start + before.length, end + before.length]),
  )
}

/** The words around what was found, or else of what kind it is. */
function detailOf({ kind, extract, ranges, note, meetingNumber, title }: Hit): EntryPart[] {
  if (extract !== '') {
    const who = kind === 'section' && note !== '' ? `${note} : ` : ''
    const shifted = ranges.map(([start, end]): [number, number] => [start + who.length, end + who.length])
    return markedParts(`${who}${extract}`, shifted)
  }
  const isPart = kind in text.part
  const about = isPart ? title : text.kinds[kind]
  const meeting = isPart || meetingNumber === null ? '' : meetingNumbered(meetingNumber)
  return markedParts([about, note, meeting].filter((one) => one !== '').join(', '), [])
}

function hitHref({ kind, id, meetingId, itemId }: Hit): string {
  if (kind === 'decision') return href('followUpDecisions', {}, id)
  if (kind === 'subject') return href('subjects', {}, id)
  if (kind === 'project') return href('projectSheet', {}, id)
  if (kind === 'watch') return href('watch', {}, id)
  if (kind === 'person' || kind === 'organisation') return href('directory', {}, id)
  if (meetingId === null) return href('projects')
  const params = { meetingId }
  switch (kind) {
    case 'agenda':
      return href('agenda', params)
    case 'item':
      return href('agenda', params, itemId ?? undefined)
    case 'dispatch':
      return href('dispatch', params)
    case 'attendance':
      return href('participants', params)
    case 'documents':
      return href('attachments', params)
    case 'document':
    case 'attachment':
      return href('attachments', params, id)
    case 'line':
      return href('session', params, itemId ?? undefined)
    default:
      return href('minutes', params, itemId ?? undefined)
  }
}
