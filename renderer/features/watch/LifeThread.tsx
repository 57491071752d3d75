import type { Output } from '../../../electron/contract/index.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { contradictions } from '../../../electron/domain/watch/text-stages.ts'
import { contradictionText, lifeText } from '../../text/text-life.ts'
import { dayWords, lifeStops } from './life-stops.ts'

const text = lifeText.stages

export function LifeThread({ life }: { life: Output<'watch.life'> }) {
  const stops = lifeStops(life, civilDate(new Date()))
  return (
    <section className="stack" aria-label={text.title}>
      <h2 className="h2">{text.title}</h2>
      {contradictions(life.item).map((found) => (
        <p key={found} className="watch-problem text-15">
          {text.check(contradictionText[found])}
        </p>
      ))}
      {stops.length === 0 ? (
        <p className="quiet">{text.none}</p>
      ) : (
        <ol className="life-thread" aria-label={text.title}>
          {stops.map((stop) =>
            stop.kind === 'today' ? (
              <li key="today" className="here">
                <span>{text.today}</span>
              </li>
            ) : (
              <li key={stop.key} className={stop.isAhead ? 'ahead' : 'past'}>
                <span className="dot" aria-hidden="true" />
                <div>
                  <span className="day">{dayWords(stop.date)}</span>
                  <b>{stop.title}</b>
                  {stop.detail === '' ? null : <small>{stop.detail}</small>}
                </div>
              </li>
            ),
          )}
        </ol>
      )}
    </section>
  )
}
