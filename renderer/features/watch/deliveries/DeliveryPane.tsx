import type { WatchDelivery } from '../../../../electron/domain/watch/delivery.ts'
import { errorCode } from '../../../api/api-error.ts'
import { useQuery } from '../../../api/use-query.ts'
import { deliveriesText as text } from '../../../text/deliveries.ts'
import { whenWords } from '../../../text/instant-words.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { actWords, dayWords } from './delivery-words.ts'
import { ReadingDetails, ReadingWarnings } from './ReadingFacts.tsx'

const MAX_ISSUES = 40

export function DeliveryPane({ id, onClose }: { id: string; onClose: () => void }) {
  const read = useQuery('deliveries.get', { id })
  // Taken back since: there is nothing left to be shown, and nothing wrong.
  if (read.error !== null && errorCode(read.error) === 'not-found') return null
  return (
    <Inspector isRead title={read.data?.name ?? text.details} onClose={onClose}>
      {read.error === null ? null : <ErrorBanner error={read.error} onRetry={() => void read.refetch()} />}
      {read.data === undefined ? (
        read.error === null ? (
          <Skeleton lines={6} />
        ) : null
      ) : (
        <Details delivery={read.data} />
      )}
    </Inspector>
  )
}

function Details({ delivery }: { delivery: WatchDelivery }) {
  const { reading, acts, refusedByHand, state } = delivery
  const results = [...actWords(acts), ...(refusedByHand === 0 ? [] : [text.byHand(refusedByHand)])]
  return (
    <>
      <p className="mute">{text.by(whenWords(delivery.at), delivery.who)}</p>
      {state === 'partial' ? <Banner tone="warn">{text.partialHint}</Banner> : null}
      <ReadingWarnings reading={reading} />
      <section className="stack">
        <h3 className="h3">{text.results}</h3>
        <p>{text.previewFacts(reading.texts, reading.kept, '')}</p>
        <p>{results.length === 0 ? text.nothing : results.join(' · ')}</p>
      </section>
      {reading.issues.length === 0 ? null : (
        <section className="stack">
          <h3 className="h3">{text.issues}</h3>
          <ul className="delivery-files">
            {reading.issues.slice(0, MAX_ISSUES).map(({ number, publishedOn, delivered, listed }) => (
              <li key={`${publishedOn} ${number}`}>
                {text.issue(number, dayWords(publishedOn), delivered, listed)}
              </li>
            ))}
          </ul>
          {reading.issues.length <= MAX_ISSUES ? null : (
            <p className="mute">{text.moreIssues(reading.issues.length - MAX_ISSUES)}</p>
          )}
        </section>
      )}
      <ReadingDetails reading={reading} />
    </>
  )
}
