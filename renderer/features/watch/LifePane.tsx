import type { Output } from '../../../electron/contract/index.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { watchNatureWords } from '../../../electron/domain/watch/watch-words.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import type { BoundAct } from '../../acts/act.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWhenGone } from '../../api/use-when-gone.ts'
import { href } from '../../app/paths.ts'
import { commonText } from '../../text/common.ts'
import { lifeText } from '../../text/text-life.ts'
import { watchText } from '../../text/watch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { scrolls } from '../../ui/scrolls.ts'
import { Thread, type ThreadStop } from '../../ui/Thread.tsx'
import { authorityName, dayWords, lifeStops } from './life-stops.ts'

const text = lifeText.beside
/** More stops than this would run into one another beside the list. */
const MOST_STOPS = 6

type Life = Output<'watch.life'>

/** What became of a text and what is to come, beside the list; its fields are a key away. */
export function LifePane(props: {
  id: string
  title: string
  put: BoundAct
  edit: BoundAct
  complete: BoundAct
  onGone: () => void
}) {
  const read = useQuery('watch.life', { id: props.id }, { keepPrevious: true })
  useWhenGone(read.error, props.onGone)
  const life = read.data?.item.id === props.id ? read.data : undefined
  return (
    <aside className="pane grow watch-life" aria-label={props.title} tabIndex={-1}>
      <div className="scroll watch-life-body" {...scrolls}>
        <div className="watch-life-head">
          <div>
            {life === undefined ? null : (
              <p className="mute text-15">
                {[watchNatureWords[life.item.nature], life.item.ministry]
                  .filter((words) => words !== '')
                  .join(', ')}
              </p>
            )}
            <h2 className="h2">{props.title}</h2>
          </div>
          <div className="row wrap">
            <ActButton act={props.put} look="primary" />
            <ActButton act={props.edit} />
            <ActButton act={props.complete} />
          </div>
        </div>
        {read.error === null ? null : <ErrorBanner error={read.error} onRetry={() => void read.refetch()} />}
        {life === undefined ? read.error === null ? <Skeleton lines={6} /> : null : <LifeFacts life={life} />}
      </div>
    </aside>
  )
}

function LifeFacts({ life }: { life: Life }) {
  const { item, deadlines } = life
  const stops = threadStops(life, civilDate(new Date()))
  return (
    <>
      {stops.length === 0 ? (
        <p className="quiet">{text.noDate}</p>
      ) : (
        <Thread label={lifeText.stages.title} stops={stops} />
      )}
      {item.consequences === '' ? null : (
        <section aria-label={lifeText.effects.consequences}>
          <h3 className="label">{lifeText.effects.consequences}</h3>
          <p className="watch-life-words">{item.consequences}</p>
        </section>
      )}
      {deadlines.length === 0 ? null : (
        <section aria-label={lifeText.effects.deadlines}>
          <h3 className="label">{lifeText.effects.deadlines}</h3>
          <table className="table" aria-label={lifeText.effects.deadlines}>
            <thead>
              <tr>
                <th scope="col">{text.audience}</th>
                <th scope="col">{text.threshold}</th>
                <th scope="col">{text.what}</th>
                <th scope="col" className="numeric">
                  {text.before}
                </th>
              </tr>
            </thead>
            <tbody>
              {deadlines.map((deadline) => (
                <tr key={deadline.id}>
                  <th scope="row">{deadline.audience || commonText.none}</th>
                  <td>{deadline.threshold || text.everybody}</td>
                  <td>{deadline.label}</td>
                  <td className="numeric nowrap">
                    {deadline.date === null ? lifeText.effects.noDate : dayWords(deadline.date)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <dl className="watch-life-facts">
        {factsOf(life).map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={href('watchText', {}, item.id)}>{lifeText.open}</a>
      </p>
    </>
  )
}

/** Those around today: what is long past stands on the sheet. */
function threadStops(life: Life, today: string): ThreadStop[] {
  const all = lifeStops(life, today)
  const now = all.findIndex(({ kind }) => kind === 'today')
  const stages = all.flatMap((stop) => (stop.kind === 'stage' ? [stop] : []))
  const from = Math.max(0, Math.min(now - MOST_STOPS / 2, stages.length - MOST_STOPS))
  const last = stages.findLastIndex(({ isAhead }) => !isAhead)
  return stages.slice(from, from + MOST_STOPS).map((stop, rank) => {
    const isNow = from + rank === last && last < stages.length - 1
    return {
      id: stop.key,
      title: stop.title,
      detail: dayWords(stop.date),
      state: stop.isAhead ? 'ahead' : isNow ? 'now' : 'done',
      ...(isNow ? { today: { part: 0.5, label: lifeText.stages.today } } : {}),
    }
  })
}

function factsOf({ item, consultations, passages }: Life): [string, string][] {
  const facts: [string, string][] = [
    [watchText.fields.nor, item.nor],
    [watchText.fields.number, item.number],
    [watchText.fields.audience, item.audience],
    [
      text.presented,
      passages
        .filter(({ state }) => state === 'heard')
        .map(({ meetingNumber, meetingDate }) => text.meeting(meetingNumber, dayWords(meetingDate)))
        .join(', '),
    ],
    [text.asked, consultations.map(({ authority, name }) => authorityName(authority, name)).join(', ')],
  ]
  return facts.filter(([, words]) => words !== '')
}
