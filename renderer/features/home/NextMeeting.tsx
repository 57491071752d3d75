import Clock from 'lucide-react/icons/clock'
import MapPin from 'lucide-react/icons/map-pin'
import Users from 'lucide-react/icons/users'
import type { Output } from '../../../electron/contract/index.ts'
import { formatDate } from '../../../electron/domain/text/french.ts'
import { daysBetween } from '../../../electron/domain/time/civil-date.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { actOnScreen } from '../../acts/use-acts.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { useMeetingState } from '../../parts/use-meeting-state.tsx'
import { homeText } from '../../text/home.ts'
import { meetingActText, meetingText } from '../../text/meeting.ts'
import { plural } from '../../text/plural.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Thread } from '../../ui/Thread.tsx'
import { placeWords, timesWords } from '../meetings/index.ts'
import { meetingStages } from './meeting-stages.ts'
import { capitalised } from './use-home-status.ts'

type Home = Output<'home.get'>

export function NextMeeting({ home }: { home: Home }) {
  if (home.next === null) return <NoNextMeeting />
  return <Next home={home} next={home.next} />
}

function Next({ home, next }: { home: Home; next: NonNullable<Home['next']> }) {
  const { go, error, question } = useMeetingState(next, () =>
    navigate(href('session', { meetingId: next.id })),
  )
  const days = daysBetween(home.today, next.date)
  const isToday = days === 0 && (next.state === 'planned' || next.state === 'convened')
  return (
    <div className="hero">
      <div className="hero-top">
        <div className="grow">
          <p className="mute hero-when">
            {next.state === 'inSession'
              ? homeText.inSession
              : days < 0
                ? homeText.latestSince
                : homeText.nextIn(days)}
          </p>
          <h1 className="h1 hero-title">{capitalised(formatDate(next.date))}</h1>
          <div className="subtitle hero-facts">
            {next.number === null ? null : (
              <span className="strong ink">{meetingText.shortNumber(next.number)}</span>
            )}
            {next.title === '' ? null : <span className="strong ink cut-two-lines">{next.title}</span>}
            <span>
              <Icon of={Clock} size={16} />
              {timesWords(next)}
            </span>
            <span>
              <Icon of={MapPin} size={16} />
              {placeWords(next)}
            </span>
            {home.replies === null && next.attendeeCount === 0 ? null : (
              <span>
                <Icon of={Users} size={16} />
                {home.replies === null
                  ? plural(next.attendeeCount, 'personne', 'personnes')
                  : homeText.asked(home.replies.asked, home.replies.answered)}
              </span>
            )}
          </div>
        </div>
        <div className="row hero-acts">
          <a className="button" href={href('preparation', { meetingId: next.id })}>
            {homeText.prepare}
          </a>
          {isToday ? (
            <Button look="primary" onPress={() => go('inSession')}>
              {meetingActText.inSession}
            </Button>
          ) : next.state === 'inSession' ? (
            <a className="button primary" href={href('session', { meetingId: next.id })}>
              {homeText.openSession}
            </a>
          ) : (
            <a className="button primary" href={href('agenda', { meetingId: next.id })}>
              {homeText.openAgenda}
            </a>
          )}
        </div>
      </div>
      {error === null ? null : <ErrorBanner error={error} />}
      {question}
      <Thread
        label={homeText.stages}
        stops={meetingStages(next, home.today, { due: home.convocationDue, ...home })}
      />
    </div>
  )
}

function NoNextMeeting() {
  return (
    <div className="hero">
      <div className="hero-top">
        <div className="grow">
          <h1 className="h1 hero-title">{homeText.none}</h1>
          <p className="lead">{homeText.noneHint}</p>
        </div>
        <div className="row hero-acts">
          <a className="button" href={href('meetings')}>
            {homeText.calendar}
          </a>
          {actOnScreen('frame.newMeeting').map((act) => (
            <ActButton key={act.id} act={act} look="primary" />
          ))}
        </div>
      </div>
    </div>
  )
}
