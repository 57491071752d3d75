import type { DecisionRow } from '../../../electron/contract/follow-up.ts'
import type { FollowUpEvent } from '../../../electron/domain/minutes/follow-up.ts'
import { formatNarrowDate } from '../../../electron/domain/text/french.ts'
import { eventWords, followUpText as text } from '../../text/follow-up.ts'

export function FollowUpThread(props: { events: readonly FollowUpEvent[]; origin: DecisionRow['origin'] }) {
  return (
    <section>
      <h3 className="h3">{text.history}</h3>
      <ol className="register-thread" aria-label={text.history}>
        {props.events.map((event) => {
          const { title, detail } = eventWords(event, props.origin)
          return (
            <li key={keyOf(event)} className={event.kind}>
              <span className="day">{formatNarrowDate(event.on)}</span>
              <span className="dot" />
              <span className="words">
                {title}
                {detail === '' ? null : <small>{detail}</small>}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function keyOf(event: FollowUpEvent): string {
  return event.kind === 'step' ? event.step.id : `${event.kind} ${event.on}`
}
