import BookUser from 'lucide-react/icons/book-user'
import CalendarDays from 'lucide-react/icons/calendar-days'
import CircleCheck from 'lucide-react/icons/circle-check'
import FilePenLine from 'lucide-react/icons/file-pen-line'
import Inbox from 'lucide-react/icons/inbox'
import ListChecks from 'lucide-react/icons/list-checks'
import ListPlus from 'lucide-react/icons/list-plus'
import Mail from 'lucide-react/icons/mail'
import Paperclip from 'lucide-react/icons/paperclip'
import Presentation from 'lucide-react/icons/presentation'
import ScrollText from 'lucide-react/icons/scroll-text'
import Users from 'lucide-react/icons/users'
import type { Output } from '../../../electron/contract/index.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { href } from '../../app/paths.ts'
import { doneText, besideText as text } from '../../text/home-beside.ts'
import { meetingText } from '../../text/meeting.ts'
import { Icon, type IconShape } from '../../ui/Icon.tsx'

type Done = Output<'home.beside'>['done'][number]
type MeetingPlace = 'preparation' | 'agenda' | 'dispatch' | 'participants' | 'attachments' | 'minutes'
type OtherPlace = 'meetings' | 'subjects' | 'projects' | 'watch' | 'directory'

const places: Readonly<Record<Done['topic'], { icon: IconShape; place: MeetingPlace | OtherPlace }>> = {
  meetings: { icon: CalendarDays, place: 'meetings' },
  moved: { icon: CalendarDays, place: 'preparation' },
  cancelled: { icon: CalendarDays, place: 'preparation' },
  held: { icon: CircleCheck, place: 'minutes' },
  agenda: { icon: ListPlus, place: 'agenda' },
  sent: { icon: Mail, place: 'dispatch' },
  replies: { icon: Users, place: 'participants' },
  documents: { icon: Paperclip, place: 'attachments' },
  attendance: { icon: Users, place: 'minutes' },
  notes: { icon: FilePenLine, place: 'minutes' },
  minutes: { icon: FilePenLine, place: 'minutes' },
  decisions: { icon: ListChecks, place: 'minutes' },
  actions: { icon: ListChecks, place: 'minutes' },
  observations: { icon: FilePenLine, place: 'minutes' },
  approved: { icon: CircleCheck, place: 'minutes' },
  subjects: { icon: Inbox, place: 'subjects' },
  projects: { icon: Presentation, place: 'projects' },
  watch: { icon: ScrollText, place: 'watch' },
  directory: { icon: BookUser, place: 'directory' },
}

export function WeekDone({ done }: { done: readonly Done[] }) {
  return (
    <section aria-label={text.done}>
      <div className="sec-head">
        <h2 className="h2">{text.done}</h2>
        <a href={href('history')}>{text.history}</a>
      </div>
      {done.length === 0 ? (
        <p className="quiet">{text.nothingDone}</p>
      ) : (
        <ul className="list whole-lines">
          {done.map((line) => (
            <li key={`${line.topic} ${line.meeting?.id ?? ''}`}>
              <Icon of={places[line.topic].icon} tone="mute" />
              <div className="grow">
                <a className="cut" href={placeOf(line)}>
                  {doneText[line.topic](line)}
                </a>
                {line.meeting === null ? null : (
                  <div className="mute small">
                    {meetingText.title(line.meeting.number, formatShortDate(line.meeting.date))}
                  </div>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function placeOf({ topic, meeting }: Done): string {
  const { place } = places[topic]
  switch (place) {
    case 'meetings':
    case 'subjects':
    case 'projects':
    case 'watch':
    case 'directory':
      return href(place)
    default:
      return meeting === null ? href('meetings') : href(place, { meetingId: meeting.id })
  }
}
