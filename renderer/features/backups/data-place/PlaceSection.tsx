import type { Output } from '../../../../electron/contract/index.ts'
import { dataPlaceText as text } from '../../../text/data-place.ts'
import { instantWords } from '../../../text/instant-words.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { MoveActs } from './MoveActs.tsx'

export function PlaceSection({ place }: { place: Output<'dataPlace.get'> }) {
  const { risk, isKept, moved } = place
  return (
    <section className="stack" aria-label={text.section}>
      <h2 className="h2">{text.section}</h2>
      {risk === null ? (
        <p className="mute">{text.safe(place.folderName)}</p>
      ) : (
        <>
          <Banner tone="warn">
            {text.happens(risk)} {isKept ? text.kept : text.nothingLost}
          </Banner>
          <p className="mute">
            {text.advice} {text.stillUseful}
          </p>
          <MoveActs isKept={isKept} />
        </>
      )}
      {moved === null ? null : (
        <p className="mute">{text.cameFrom(instantWords(moved.at), moved.fromName, moved.asideName)}</p>
      )}
    </section>
  )
}
