import CircleHelp from 'lucide-react/icons/circle-help'
import SettingsIcon from 'lucide-react/icons/settings'
import { formatShortDate } from '../../electron/domain/text/french.ts'
import { useQuery } from '../api/use-query.ts'
import { MeetingStateIcon, meetingStateWords } from '../features/meetings/meeting-badge.tsx'
import { frameText } from '../text/frame.ts'
import { meetingText } from '../text/meeting.ts'
import { placeText } from '../text/place.ts'
import { Icon } from '../ui/Icon.tsx'
import { Brand } from './Brand.tsx'
import { href, type Place } from './paths.ts'
import { sidebarPlaceOf, sidebarPlaces } from './sidebar-places.ts'

export function Sidebar({ place, onHelp }: { place: Place; onHelp: () => void }) {
  const home = useQuery('home.get', {})
  const open =
    home.data === undefined ? [] : [home.data.next, ...home.data.open].filter((row) => row !== null)
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
          <span className="lbl">{one.label}</span>
        </a>
      ))}
      {open.length === 0 ? null : <div className="side-h">{frameText.openMeetings}</div>}
      {open.slice(0, 6).map((row) => (
        <a
          key={row.id}
          className="two"
          href={href('agenda', { meetingId: row.id })}
          aria-current={place.params.meetingId === row.id ? 'page' : undefined}
        >
          <MeetingStateIcon row={row} />
          <span className="lbl cut">
            {row.number === null ? '' : `${meetingText.shortNumber(row.number)} · `}
            {formatShortDate(row.date)}
            <small className="cut">{meetingStateWords(row)}</small>
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
          <span className="lbl">{placeText.settings}</span>
        </a>
        <button type="button" className="side-button" title={frameText.help} onClick={onHelp}>
          <Icon of={CircleHelp} />
          <span className="lbl">{frameText.help}</span>
          <span className="n">
            <kbd>F1</kbd>
          </span>
        </button>
      </div>
    </nav>
  )
}
