import { ApiError, errorSentence } from '../api/api-error.ts'
import { useOutbox } from '../api/outbox/window.ts'
import { KeptTexts } from '../parts/KeptTexts.tsx'
import { commonText } from '../text/common.ts'
import { frameText } from '../text/frame.ts'
import { Banner, sayGivenUp } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

/** What is not stored yet, to be read and copied, why, and how to send it again. */
export function NotSaved({ onClose }: { onClose: () => void }) {
  const outbox = useOutbox()
  const { failure } = outbox.state()
  const refused = new Set(outbox.refused())
  return (
    <Dialog
      title={frameText.kept}
      onClose={onClose}
      onSubmit={onClose}
      acts={
        <>
          <Button onPress={onClose}>{commonText.close}</Button>
          {refused.size === 0 ? null : (
            <Button
              onPress={() => {
                sayGivenUp(outbox.giveUp())
                onClose()
              }}
            >
              {frameText.giveUp(refused.size)}
            </Button>
          )}
          <Button look="primary" type="submit" onPress={() => void outbox.flush()}>
            {commonText.retry}
          </Button>
        </>
      }
    >
      <Banner tone="warn">
        {failure === null ? frameText.undecided : errorSentence(ApiError.of(failure))}
      </Banner>
      <KeptTexts />
    </Dialog>
  )
}
