import { useQuery } from '../../../api/use-query.ts'
import { dataPlaceText as text } from '../../../text/data-place.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { MoveActs } from './MoveActs.tsx'

/** A place that could not be judged alarms nobody. */
export function DataPlaceBanner() {
  const place = useQuery('dataPlace.get', {})
  const risk = place.data?.risk ?? null
  if (risk === null || place.data?.isKept === true) return null
  return (
    <div className="home-banner">
      <Banner tone="warn">
        <div className="stack">
          <p>
            {text.happens(risk)} {text.nothingLost}
          </p>
          <p className="mute">
            {text.advice} {text.stillUseful}
          </p>
          <MoveActs isKept={false} />
        </div>
      </Banner>
    </div>
  )
}
