// Cannot open: the whole screen when the data cannot be opened: what happened, what was kept, what to do.
import { type ApiError, errorCode, errorSentence } from '../api/api-error.ts'
import { useWrite } from '../api/use-write.ts'
import { commonText } from '../text/common.ts'
import { cannotOpenAdvice, frameText } from '../text/frame.ts'
import { firstStartText } from '../text/home.ts'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'

type Closed = keyof typeof cannotOpenAdvice

/** The code when a failure means that the data as a whole cannot be opened; null for any other failure. */
export function closedDataCode(error: unknown): Closed | null {
  const code = errorCode(error)
  return code in cannotOpenAdvice ? (code as Closed) : null
}

export function CannotOpen({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const code = closedDataCode(error)
  const takeOver = useWrite('backups.takeOver', {
    onSuccess: (taken) => {
      if (taken !== null) onRetry()
    },
  })
  return (
    <div className="scroll cannot-open">
      <div className="cannot-open-body" role="alert">
        <h1 className="h1">{frameText.cannotOpen}</h1>
        <p className="lead">{errorSentence(error)}</p>
        {code === null ? null : <p className="mute">{cannotOpenAdvice[code]}</p>}
        {takeOver.error === null ? null : <ErrorBanner error={takeOver.error} />}
        <div className="row">
          {code === 'data-damaged' ? (
            <Button onPress={() => takeOver.mutate({})}>{firstStartText.takeOver}</Button>
          ) : null}
          <Button look="primary" onPress={onRetry}>
            {commonText.retry}
          </Button>
        </div>
      </div>
    </div>
  )
}
