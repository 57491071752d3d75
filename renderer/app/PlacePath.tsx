import ChevronRight from 'lucide-react/icons/chevron-right'
import { useQuery } from '../api/use-query.ts'
import { frameText } from '../text/frame.ts'
import { meetingText } from '../text/meeting.ts'
import { placeText } from '../text/place.ts'
import { Icon } from '../ui/Icon.tsx'
import { href, type Place } from './paths.ts'

export function PlacePath({ place }: { place: Place }) {
  const meetingId = place.params.meetingId
  if (!isFocus(place.id) || meetingId === undefined) return null
  return <FocusPath meetingId={meetingId} name={placeText[place.id]} />
}

function isFocus(id: Place['id']): id is 'minutes' | 'session' | 'notebooks' {
  return id === 'minutes' || id === 'session' || id === 'notebooks'
}

function FocusPath({ meetingId, name }: { meetingId: string; name: string }) {
  const file = useQuery('meetings.get', { id: meetingId })
  const number = file.data?.meeting.number ?? null
  return (
    <nav className="path" aria-label={frameText.path}>
      <a href={href('agenda', { meetingId })}>
        {number === null ? meetingText.unnumbered : meetingText.numbered(number)}
      </a>
      <Icon of={ChevronRight} size={14} />
      <span aria-current="page">{name}</span>
    </nav>
  )
}
