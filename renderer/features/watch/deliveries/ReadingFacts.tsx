import type { DeliveryReading } from '../../../../electron/domain/watch/delivery.ts'
import { refusalText, deliveriesText as text } from '../../../text/deliveries.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { leftOutWords } from './delivery-words.ts'

/** Issues of which something is missing that are told one by one. */
const MAX_TOLD = 5

export function ReadingWarnings({ reading }: { reading: Omit<DeliveryReading, 'refused'> }) {
  const incomplete = reading.issues.filter(({ listed, delivered }) => listed !== null && delivered < listed)
  return (
    <>
      {reading.cut.length === 0 ? null : <Banner tone="bad">{text.cut(reading.cut.join(', '))}</Banner>}
      {incomplete.length === 0 ? null : (
        <Banner tone="warn">
          {incomplete.slice(0, MAX_TOLD).map(({ number, publishedOn, listed, delivered }) => (
            <p key={`${publishedOn} ${number}`}>{text.missing(number, (listed ?? 0) - delivered)}</p>
          ))}
          {incomplete.length <= MAX_TOLD ? null : <p>{text.moreIssues(incomplete.length - MAX_TOLD)}</p>}
        </Banner>
      )}
      {reading.repaired === 0 ? null : <Banner tone="warn">{text.repaired(reading.repaired)}</Banner>}
    </>
  )
}

/** Texts that the criteria left, and each file that was not read with why. */
export function ReadingDetails({ reading }: { reading: DeliveryReading }) {
  const left = leftOutWords(reading)
  return (
    <>
      {left.total === 0 ? null : (
        <section className="stack">
          <h3 className="h3">{text.leftOutTitle(left.total)}</h3>
          <p className="mute">{left.words.join(', ')}</p>
        </section>
      )}
      {reading.refusedCount === 0 ? null : (
        <section className="stack">
          <h3 className="h3">{text.refused(reading.refusedCount)}</h3>
          <ul className="delivery-files">
            {[...reading.refused.entries()].map(([rank, { name, why }]) => (
              // A name may come twice in one archive.
              <li key={rank}>
                <span className="delivery-file">{name}</span> <span className="mute">{refusalText[why]}</span>
              </li>
            ))}
          </ul>
          {reading.refusedCount === reading.refused.length ? null : (
            <p className="mute">{text.refusedMore(reading.refusedCount - reading.refused.length)}</p>
          )}
        </section>
      )}
    </>
  )
}
