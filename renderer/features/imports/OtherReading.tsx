import { importsText } from '../../text/imports.ts'
import { Button } from '../../ui/Button.tsx'
import type { SaidReview } from './use-said.ts'

/** The next best reading of the agenda, and, once points were said, that nothing else is one. */
export function OtherReading({ said }: { said: SaidReview }) {
  const [first] = said.file.draft.otherItems ?? []
  const { agenda, lines } = said.said
  const isSaid = lines.some(({ role }) => role === 'item')
  if (first === undefined && !isSaid && agenda === 'best' && !said.isRemembered) return null
  return (
    <div className="import-other">
      {said.isRemembered ? (
        <>
          <span className="grow">{importsText.other.remembered}</span>
          <Button small onPress={() => said.forget()}>
            {importsText.other.without}
          </Button>
        </>
      ) : null}
      {first === undefined ? null : (
        <>
          <span className="grow">
            {importsText.other.words(said.file.draft.otherItems?.length ?? 0, first.title)}
          </span>
          <Button small onPress={() => said.takeAgenda(agenda === 'other' ? 'best' : 'other')}>
            {agenda === 'other' ? importsText.other.back : importsText.other.take}
          </Button>
        </>
      )}
      {isSaid && agenda !== 'only' ? (
        <Button small onPress={() => said.takeAgenda('only')}>
          {importsText.other.only}
        </Button>
      ) : null}
    </div>
  )
}
