import { ApiError, errorSentence } from '../api/api-error.ts'
import { useOutbox } from '../api/outbox/window.ts'
import { KeptTexts } from '../parts/KeptTexts.tsx'
import { commonText } from '../text/common.ts'
import { keptText } from '../text/kept.ts'
import { Banner, sayGivenUp } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

/** What is not stored yet, to be read and copied, why, and how to send it again. */
export function NotSaved({ onClose }: { onClose: () => void }) {
  const outbox = useOutbox()
  const { phase, failure } = outbox.state()
  const givable = new Set(outbox.givable())
  return (
    <Dialog
      title={keptText.kept}
      onClose={onClose}
      onSubmit={onClose}
      acts={
        <>
          <Button onPress={onClose}>{commonText.close}</Button>
          {givable.size === 0 ? null : (
            <Button
              onPress={() => {
                sayGivenUp(outbox.giveUp())
                onClose()
              }}
            >
              {keptText.giveUp(givable.size)}
            </Button>
          )}
          {phase === 'typed' ? null : (
            <Button look="primary" type="submit" onPress={() => void outbox.flush()}>
              {commonText.retry}
            </Button>
          )}
        </>
      }
    >
      <Banner tone={phase === 'typed' ? 'info' : 'warn'}>
        {failure === null
          ? phase === 'typed'
            ? keptText.inForms
            : keptText.undecided
          : errorSentence(ApiError.of(failure))}
      </Banner>
      <KeptTexts onGo={onClose} />
    </Dialog>
  )
}
