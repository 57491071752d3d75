import ChevronRight from 'lucide-react/icons/chevron-right'
import { useSyncExternalStore } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { daysBetween } from '../../../electron/domain/time/civil-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { lastVisit } from '../../app/last-visit.ts'
import { href } from '../../app/paths.ts'
import { besideText as text } from '../../text/home-beside.ts'
import { placeText } from '../../text/place.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { SinceVisit } from './SinceVisit.tsx'
import { WeekDone } from './WeekDone.tsx'

type Step = Output<'home.beside'>['steps'][number]

const addresses: Readonly<Record<Step, string>> = {
  people: href('directoryImport'),
  secretariat: href('settings', {}, 'instance'),
  address: href('settings', {}, 'envois'),
  letterhead: href('documentStyle'),
}

/** What makes the first documents right; each goes away once it is done. */
function FirstSteps({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null
  return (
    <section aria-label={text.firstSteps}>
      <div className="sec-head">
        <h2 className="h2">{text.firstSteps}</h2>
      </div>
      <ul className="list">
        {steps.map((step) => (
          <li key={step}>
            <a className="grow row" href={addresses[step]}>
              <span className="grow">{text.steps[step]}</span>
              <Icon of={ChevronRight} size={16} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Due within this many days is written in the colour of a warning. */
const SOON_DAYS = 14

function TextDeadlines(props: { deadlines: Output<'home.beside'>['deadlines']; today: string }) {
  const { deadlines, today } = props
  return (
    <section aria-label={text.deadlines}>
      <div className="sec-head">
        <h2 className="h2">{text.deadlines}</h2>
        <a href={href('watch')}>{placeText.watch.split(' ')[0]}</a>
      </div>
      {deadlines.length === 0 ? (
        <p className="quiet">{text.noDeadline}</p>
      ) : (
        <ul className="list whole-lines">
          {deadlines.map(({ watchItemId, deadlineId, title, audience, threshold, date, what }) => {
            const days = daysBetween(today, date)
            const [, day, month] = formatShortDate(date).split(/\s/)
            return (
              <li key={deadlineId ?? `${watchItemId} ${date}`}>
                <span className="home-day" aria-hidden="true">
                  <b>{day}</b>
                  <span>{month}</span>
                </span>
                <div className="grow">
                  <a className="cut-two-lines" href={href('watch', {}, watchItemId)} title={title}>
                    {title}
                  </a>
                  <div className="mute small cut" title={publicOf(audience, threshold)}>
                    <span className={days <= SOON_DAYS ? 'warn' : ''}>
                      {text.when(text.what[what], days)}
                    </span>
                    <span className="visually-hidden">, {formatShortDate(date, true)}</span>
                    {publicOf(audience, threshold) === '' ? '' : ` · ${publicOf(audience, threshold)}`}
                  </div>
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

/** "Communes, plus de 3 500 habitants". */
const publicOf = (audience: string, threshold: string) =>
  [audience, threshold].filter((words) => words !== '').join(', ')

export function BesideTasks({ today }: { today: string }) {
  const beside = useQuery('home.beside', {})
  const since = useSyncExternalStore(lastVisit.subscribe, lastVisit.since)
  if (beside.error !== null) return <ErrorBanner error={beside.error} onRetry={() => void beside.refetch()} />
  if (beside.data === undefined) return <Skeleton lines={4} />
  return (
    <>
      <FirstSteps steps={beside.data.steps} />
      {since === null ? null : <SinceVisit within={since} />}
      <TextDeadlines deadlines={beside.data.deadlines} today={today} />
      <WeekDone done={beside.data.done} />
    </>
  )
}
