import CircleHelp from 'lucide-react/icons/circle-help'
import SettingsIcon from 'lucide-react/icons/settings'
import { formatShortDate } from '../../electron/domain/text/french.ts'
import { useQuery } from '../api/use-query.ts'
import { MeetingStateIcon, standingWords } from '../features/meetings/meeting-badge.tsx'
import { meetingHref } from '../features/meetings/place-words.ts'
import { frameText } from '../text/frame.ts'
import { meetingText } from '../text/meeting.ts'
import { placeText } from '../text/place.ts'
import { Icon } from '../ui/Icon.tsx'
import { href, type Place } from './paths.ts'
import { sidebarPlaceOf, sidebarPlaces } from './sidebar-places.ts'

const MOST_TILES = 6

export function Sidebar({ place, onHelp }: { place: Place; onHelp: () => void }) {
  const home = useQuery('home.get', {})
  const open =
    home.data === undefined
      ? []
      : [home.data.next, ...home.data.open].filter((row) => row !== null).slice(0, MOST_TILES)
  const shown = useShown(
    home.data === undefined || open.some(({ id }) => id === place.params.meetingId)
      ? undefined
      : place.params.meetingId,
  )
  const tiles = shown === null ? open : [...open.slice(0, MOST_TILES - 1), shown]
  const current = sidebarPlaceOf(place.id)
  return (
    <nav className="side" aria-label={frameText.navigation}>
      <Brand />
      {sidebarPlaces.map((one) => (
        <a
          key={one.id}
          href={href(one.id)}
          title={one.label}
          aria-current={one.id === current ? 'page' : undefined}
        >
          <Icon of={one.icon} />
          <span className="caption">{one.label}</span>
        </a>
      ))}
      {tiles.length === 0 ? null : <div className="side-head">{frameText.openMeetings}</div>}
      {tiles.map((row) => (
        <a
          key={row.id}
          className="two"
          href={meetingHref(row)}
          aria-current={place.params.meetingId === row.id ? 'page' : undefined}
        >
          <MeetingStateIcon row={row} />
          <Tile date={row.date} />
          <span className="caption cut">
            {row.number === null ? '' : `${meetingText.shortNumber(row.number)} · `}
            {formatShortDate(row.date)}
            <small className="cut">{standingWords(row)}</small>
          </span>
        </a>
      ))}
      <div className="foot">
        <a
          href={href('settings')}
          title={placeText.settings}
          aria-current={current === 'settings' ? 'page' : undefined}
        >
          <Icon of={SettingsIcon} />
          <span className="caption">{placeText.settings}</span>
        </a>
        <button type="button" className="side-button" title={frameText.help} onClick={onHelp}>
          <Icon of={CircleHelp} />
          <span className="caption">{frameText.help}</span>
          <span className="count">
            <kbd>F1</kbd>
          </span>
        </button>
      </div>
    </nav>
  )
}

/** The meeting on the screen, whatever is under way in it: where one is has its tile. */
function useShown(meetingId: string | undefined) {
  const file = useQuery('meetings.get', { id: meetingId ?? '' }, { enabled: meetingId !== undefined })
  if (meetingId === undefined || file.data?.meeting.id !== meetingId) return null
  const { meeting, minutes } = file.data
  return { ...meeting, minutesState: minutes?.state ?? null }
}

/** The day alone, where there is no room for words: the words after it name the meeting. */
function Tile({ date }: { date: string }) {
  const [, day, month] = formatShortDate(date).split(/\s/u)
  return (
    <span className="tile" aria-hidden="true">
      <b>{day}</b>
      {month}
    </span>
  )
}

function Brand() {
  return (
    <div className="brand">
      <svg className="mark" width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
        <rect width="30" height="30" rx="8" fill="currentColor" />
        <path d="M10 6v18" stroke="var(--on-accent)" strokeWidth="2" />
        <circle cx="10" cy="8" r="3" fill="var(--on-accent)" />
        <circle cx="10" cy="15" r="3.2" fill="currentColor" stroke="var(--on-accent)" strokeWidth="2" />
        <circle cx="10" cy="22" r="3" fill="var(--on-accent)" />
        <path d="M16 8h8M16 15h6M16 22h8" stroke="var(--on-accent)" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span>
        <b>{frameText.product}</b>
        <small>{frameText.role}</small>
      </span>
    </div>
  )
}
