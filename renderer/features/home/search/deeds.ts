// What is done on another screen is found from every screen: choosing it goes there, to the meeting that it is done for now.
import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import type { Output } from '../../../../electron/contract/index.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { navigate } from '../../../app/location.ts'
import { type PlaceId, paths } from '../../../app/paths.ts'
import { placeText } from '../../../text/place.ts'
import { deedText, searchText as text } from '../../../text/search.ts'
import { markedParts, type PaletteEntry } from './palette-entry.ts'

export type Deed = {
  readonly label: string
  readonly synonyms: string
  readonly place: PlaceId
  readonly meeting: Meeting | null
}
type Meeting = { readonly id: string; readonly date: string }

/** The screens of a meeting, by their names. */
const meetingTabs = ['agenda', 'participants', 'dispatch', 'attachments', 'session', 'minutes'] as const

/**
 * Those that can be done: what is done for a meeting needs one.
 * @param shownId the meeting on the screen, which is meant before any other
 */
export function deedsFor(meetings: Output<'meetings.list'>, shownId: string | null): Deed[] {
  const today = civilDate(new Date())
  const live = meetings.filter(({ state }) => state !== 'cancelled').sort(byDate)
  const shown = live.find(({ id }) => id === shownId)
  const next = shown ?? live.find(({ state, date }) => state !== 'held' && date >= today) ?? null
  const last = shown ?? live.findLast(({ date }) => date <= today) ?? next
  const tabs = meetingTabs.map((place) => ({ label: placeText[place], synonyms: '', place }))
  return [...tabs, ...deedText].flatMap(({ place, ...words }): Deed[] => {
    if (!paths[place].includes(':meetingId')) return [{ ...words, place, meeting: null }]
    const meeting = place === 'minutes' ? last : next
    // Nobody sits in a meeting that was read from old files.
    const isOver = place === 'session' && meeting?.takenOver != null
    return meeting === null || isOver ? [] : [{ ...words, place, meeting }]
  })
}

const byDate = (a: Meeting, b: Meeting) => a.date.localeCompare(b.date)

export function deedsFrom(
  deeds: readonly Deed[],
): { label: string; synonyms: string; entry: PaletteEntry }[] {
  return deeds.map(({ label, synonyms, place, meeting }) => ({
    label,
    synonyms,
    entry: {
      id: `deed ${label}`,
      group: text.groups.acts,
      icon: ArrowUpRight,
      parts: markedParts(label, []),
      detail: markedParts(meeting === null ? '' : text.nextMeeting(formatShortDate(meeting.date, true)), []),
      end: placeText[place],
      keys: [],
      mark: 0,
      onOpen: () => navigate(`#${paths[place].replace(':meetingId', meeting?.id ?? '')}`),
    },
  }))
}
