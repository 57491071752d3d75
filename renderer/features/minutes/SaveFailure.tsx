import { ApiError } from '../../api/api-error.ts'
import { outbox, useSaveState } from '../../api/outbox/window.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'

export function SaveFailure() {
  const { phase, failure } = useSaveState()
  // The frame already says that the core restarts.
  if (phase !== 'failed' || failure === null || failure.code === 'core-restarting') return null
  const error = new ApiError(failure.code, failure.field, failure.ref)
  return (
    <div className="save-failure">
      <ErrorBanner error={error} onRetry={() => void outbox.flush()} />
    </div>
  )
}
