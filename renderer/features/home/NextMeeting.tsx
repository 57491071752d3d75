import Clock from 'lucide-react/icons/clock'
import MapPin from 'lucide-react/icons/map-pin'
import Users from 'lucide-react/icons/users'
import { type ReactNode, Suspense } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import { isAhead } from '../../../electron/domain/meetings/opened.ts'
import { formatDate, withCapital } from '../../../electron/domain/text/french.ts'
import { plural } from '../../../electron/domain/text/plural.ts'
import { daysBetween } from '../../../electron/domain/time/civil-date.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { actOnScreen } from '../../acts/use-acts.ts'
import { href } from '../../app/paths.ts'
import { homeText } from '../../text/home.ts'
import { meetingText } from '../../text/meeting.ts'
import { Icon } from '../../ui/Icon.tsx'
import { part } from '../../ui/part.ts'
import { Thread } from '../../ui/Thread.tsx'
import { placeWords, timesWords } from '../meetings/index.ts'
import { meetingStages } from './meeting-stages.ts'

const OpenToday = part(() => import('./OpenToday.tsx').then((m) => m.OpenToday))

type Home = Output<'home.get'>

export function NextMeeting({ home }: { home: Home }) {
  if (home.next === null) return <NoNextMeeting />
  const { next } = home
  const isToday = next.date === home.today && isAhead(next)
  if (!isToday) return <Next home={home} next={next} />
  const shown = (today: ReactNode, said: ReactNode) => (
    <Next home={home} next={next} today={today} said={said} />
  )
  return (
    <Suspense fallback={shown(null, null)}>
      <OpenToday meeting={next}>{shown}</OpenToday>
    </Suspense>
  )
}

/**
 * @param today what opens the meeting on its day, once it is loaded.
 * @param said what came of it, or is asked before.
 */
function Next(props: { home: Home; next: NonNullable<Home['next']>; today?: ReactNode; said?: ReactNode }) {
  const { home, next, today, said } = props
  const days = daysBetween(home.today, next.date)
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
          <h1 className="h1 hero-title">{withCapital(formatDate(next.date))}</h1>
          <div className="subtitle hero-facts">
            {next.number === null || isNumberIn(next.title, next.number) ? null : (
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
          {today !== undefined ? (
            today
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
      {said}
      <Thread
        label={homeText.stages}
        stops={meetingStages(next, home.today, { due: home.convocationDue, ...home })}
      />
    </div>
  )
}

/** A title that says the number needs no other beside it. */
const isNumberIn = (title: string, number: number): boolean =>
  new RegExp(`n°\\s?${number}(?!\\d)`, 'iu').test(title)

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
