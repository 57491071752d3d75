// What is done on another screen is found from every screen: choosing it goes there, to the meeting that it is done for now.

import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import type { Output } from '../../../../electron/contract/index.ts'
import { meetingName } from '../../../../electron/domain/meetings/meeting-name.ts'
import type { PeriodOfAct } from '../../../../electron/domain/search/query.ts'
import { isWhen } from '../../../../electron/domain/search/when.ts'
import { fold } from '../../../../electron/domain/text/fold.ts'
import { formatShortDate, withCapital } from '../../../../electron/domain/text/french.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import type { Scope } from '../../../acts/act.ts'
import { isUnderWay, type Suits, suitsAll } from '../../../acts/suits.ts'
import { navigate } from '../../../app/location.ts'
import { type PlaceId, paths } from '../../../app/paths.ts'
import { settingsGroups } from '../../../app/settings-sections.ts'
import { placeText } from '../../../text/place.ts'
import { deedText, searchText as text } from '../../../text/search.ts'
import type { IconShape } from '../../../ui/Icon.tsx'
import { markedParts, type PaletteEntry } from './palette-entry.ts'

export type Deed = {
  readonly label: string
  readonly synonyms: string
  readonly place: PlaceId
  readonly icon: IconShape
  readonly address: string
  /** The screen that it is on. */
  readonly end: string
  readonly meeting: Meeting | null
}
type Meeting = { readonly id: string; readonly date: string }

type Named = {
  readonly label: string
  readonly synonyms: string
  readonly place: PlaceId
  readonly icon?: IconShape | undefined
  readonly suits?: Suits | undefined
}

/** The screens of a meeting, by their names. */
const meetingTabs = ['agenda', 'participants', 'dispatch', 'attachments', 'session', 'minutes'] as const

/**
 * Those that can be done: what is done for a meeting needs one.
 * @param scopes what other screens declare
 * @param shownId the meeting on the screen, which is meant before any other
 * @param asked what was typed beside the act: "feuille d’émargement décembre"
 */
export function deedsFor(
  meetings: Output<'meetings.list'>,
  {
    scopes,
    shownId,
    asked,
    isTeam,
  }: {
    scopes: readonly Scope<never>[]
    shownId: string | null
    asked: PeriodOfAct
    /** On the base of a team nobody hands anything over. */
    isTeam: boolean
  },
): Deed[] {
  const today = civilDate(new Date())
  const live = meetings.filter(({ state }) => state !== 'cancelled').sort(byDate)
  const meant = meantBy(asked, live, today)
  const ahead = live.filter((one) => one.state !== 'held' && (one.date >= today || isUnderWay(one)))
  const shown = live.filter(({ id }) => id === shownId)
  const byPlace = (place: PlaceId): typeof live => {
    if (meant !== undefined) return [meant]
    const past = place === 'minutes' ? live.filter(({ date }) => date <= today).reverse() : []
    return [...shown, ...past, ...ahead]
  }
  const tabs = meetingTabs.map((place): Named => ({ label: placeText[place], synonyms: '', place }))
  const named: readonly Named[] = [...tabs, ...deedText, ...scopes.flatMap(actsOf)]
  const met = new Set<string>()
  const deeds = named.flatMap((one): Deed[] => {
    const { label, synonyms, place, icon = ArrowUpRight, suits } = one
    const key = `${place} ${fold(label)}`
    if (met.has(key) || (isTeam && place === 'handOver')) return []
    const base = { label, synonyms, place, icon, end: placeText[place] }
    if (!paths[place].includes(':meetingId')) {
      met.add(key)
      return [{ ...base, address: `#${paths[place]}${yearOf(place, asked)}`, meeting: null }]
    }
    const meeting = byPlace(place).find((one) => hasScreen(place, one) && suits?.(one) !== false)
    if (meeting === undefined) return []
    met.add(key)
    return [{ ...base, address: `#${paths[place].replace(':meetingId', meeting.id)}`, meeting }]
  })
  const sections = settingsGroups.flatMap((group) =>
    group.sections
      .filter(({ id }) => !isTeam || id !== 'handOver')
      .map(
        ({ title, icon, address, words, synonyms }): Deed => ({
          ...{ label: title, icon, address, place: 'settings', end: placeText.settings, meeting: null },
          synonyms: [placeText.settings, group.title, synonyms, ...words].join(' '),
        }),
      ),
  )
  return [...deeds, ...sections]
}

/** The year of the report that is asked for. */
function yearOf(place: PlaceId, { when }: PeriodOfAct): string {
  return place === 'yearlyReport' && when?.year != null ? `?id=${when.year}` : ''
}

function meantBy<T extends Meeting & { readonly number: number | null }>(
  { when, meetingNumber }: PeriodOfAct,
  meetings: readonly T[],
  today: string,
): T | undefined {
  if (when === null && meetingNumber === null) return undefined
  const meant = meetings.filter(
    ({ date, number }) =>
      (when === null || isWhen(date, when)) && (meetingNumber === null || number === meetingNumber),
  )
  return meant.find(({ date }) => date >= today) ?? meant.at(-1)
}

/** Nobody sits in a meeting that was read from old files. */
function hasScreen(place: PlaceId, { takenOver }: Output<'meetings.list'>[number]): boolean {
  return takenOver === null || (place !== 'session' && place !== 'notebooks')
}

/** What a screen declares, under the words that it has where they change with things. */
function actsOf({ acts, title, place, suits: ofScope }: Scope<never>): Named[] {
  if (place === null) return []
  return Object.values(acts).flatMap(({ label, short, synonyms = '', icon, suits }) => {
    const words = typeof label === 'string' ? label : short
    if (icon === undefined || words === undefined) return []
    const written = withCapital(words)
    return [
      {
        label: written,
        synonyms: `${synonyms} ${title} ${placeText[place]}`,
        place,
        icon,
        suits: suitsAll(...[ofScope, suits].filter((one) => one !== undefined)),
      },
    ]
  })
}

const byDate = (a: Meeting, b: Meeting) => a.date.localeCompare(b.date)

export function deedsFrom(
  deeds: readonly Deed[],
): { label: string; synonyms: string; entry: PaletteEntry }[] {
  return deeds.map(({ label, synonyms, address, icon, end, meeting }) => ({
    label,
    synonyms,
    entry: {
      id: `deed ${address} ${label}`,
      group: text.groups.acts,
      icon,
      parts: markedParts(label, []),
      detail: markedParts(meeting === null ? '' : meetingName(null, formatShortDate(meeting.date, true)), []),
      end,
      keys: [],
      mark: 0,
      onOpen: () => navigate(address),
    },
  }))
}
