import { formatDateWithoutWeekday as dayWords } from '../../../electron/domain/text/french.ts'
import { useQuery } from '../../api/use-query.ts'
import { href } from '../../app/paths.ts'
import { warningText } from '../../text/deliveries.ts'
import { whenWords } from '../../text/instant-words.ts'
import { lifeText } from '../../text/text-life.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'

const text = lifeText.source

/** Nothing for a text that no delivery held. */
export function DeliveredSource({ watchItemId }: { watchItemId: string }) {
  const read = useQuery('deliveries.source', { watchItemId })
  if (read.error !== null) return <ErrorBanner error={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return null
  const { deliveryId, deliveryName, deliveredAt, stamp, rubric, text: said } = read.data
  const facts = [
    rubric === '' ? '' : text.rubric(rubric),
    said.keywords.length === 0 ? '' : text.keywords(said.keywords),
    said.application === '' ? '' : text.application(said.application),
    said.modifiedOn === null ? '' : text.modifiedOn(dayWords(said.modifiedOn)),
  ].filter((words) => words !== '')
  return (
    <section className="stack" aria-label={text.title}>
      <h3 className="lab">{text.title}</h3>
      <p>
        {text.delivery} <a href={href('deliveries', {}, deliveryId)}>{deliveryName}</a>
        {stamp === '' ? '' : text.of(dayOf(stamp))}
        {text.examined(whenWords(deliveredAt))}
      </p>
      {facts.map((words) => (
        <p key={words} className="mute">
          {words}
        </p>
      ))}
      {said.warnings.length === 0 ? null : (
        <p className="watch-problem">
          {text.warnings(said.warnings.map((warning) => warningText[warning]).join(', '))}
        </p>
      )}
    </section>
  )
}

/** "20990819-003012" → "19 août 2099". */
function dayOf(stamp: string): string {
  return dayWords(`${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`)
}
