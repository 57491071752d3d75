import type { Output } from '../../../../electron/contract/index.ts'
import { useAct } from '../../../api/use-write.ts'
import { handOverText as text } from '../../../text/hand-over.ts'
import { instantWords, sizeWords } from '../../../text/instant-words.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'

export function CopySection({ pen, seen }: { pen: Output<'handOver.pen'>; seen: Output<'handOver.look'> }) {
  const show = useAct('handOver.showCopy')
  const leave = useAct('handOver.leaveCopy')
  const error = show.error ?? leave.error
  const { newest } = seen
  return (
    <section className="stack" aria-label={text.copy}>
      <h2 className="h2">{text.copy}</h2>
      <p className="mute">{text.copyLead}</p>
      {error === null ? null : <ErrorBanner error={error} />}
      <p className="mute">
        {newest === null
          ? text.copyNone
          : text.copyNewest(instantWords(newest.at), sizeWords(newest.sizeBytes))}
      </p>
      <div className="row wrap">
        <Button
          unavailable={newest === null ? text.copyNone : undefined}
          busy={show.isPending ? text.consulting : undefined}
          onPress={() => show.mutate({})}
        >
          {pen.shownCopy === null ? text.consult : text.shownRefresh}
        </Button>
        {pen.shownCopy === null ? null : <Button onPress={() => leave.mutate({})}>{text.shownLeave}</Button>}
      </div>
    </section>
  )
}
