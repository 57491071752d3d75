import { errorSentences } from '../../../electron/contract/error-sentences.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { backupsText as text } from '../../text/backups.ts'
import { dataPlaceText } from '../../text/data-place.ts'
import { instantWords } from '../../text/instant-words.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

export function CopiesSection({ risk }: { risk: Output<'dataPlace.get'>['copies'] }) {
  const copies = useQuery('settings.copies', {})
  const choose = useWrite('settings.chooseCopyFolder')
  const state = copies.data
  const error = copies.error ?? choose.error
  const chosen = state?.choice === 'chosen'
  return (
    <section className="stack" aria-label={text.copies}>
      <h2 className="h2">{text.copies}</h2>
      {error === null ? null : <ErrorBanner error={error} />}
      {state?.lastFailure == null ? null : <Banner tone="warn">{errorSentences[state.lastFailure]}</Banner>}
      <p className="mute">
        {chosen
          ? `${text.copiesIn(state.folderName)} ${state.lastCopyAt === null ? text.noCopyYet : text.lastCopy(instantWords(state.lastCopyAt))}`
          : text.copiesNone}
      </p>
      {chosen && risk !== null ? <p className="mute">{dataPlaceText.copiesFine(risk)}</p> : null}
      <div className="row">
        <Button onPress={() => choose.mutate({})}>{chosen ? text.changeFolder : text.chooseFolder}</Button>
      </div>
    </section>
  )
}
