import type { DispatchKind } from '../../../electron/domain/dispatch/dispatch.ts'
import type { ApiError } from '../../api/api-error.ts'
import { useWrite } from '../../api/use-write.ts'
import type { Choice } from './month-lines.ts'
import { useKeepView } from './use-keep-view.ts'

export type Prepare = {
  readonly start: (kind: DispatchKind) => void
  readonly isPending: boolean
  readonly error: ApiError | null
  readonly foundNobody: boolean
}

export function usePrepare(meetingId: string, onChoose: (choice: Choice) => void): Prepare {
  const keep = useKeepView()
  const prepare = useWrite('dispatch.prepare', {
    onSuccess: (views) => {
      for (const view of views) keep(view)
    },
  })
  return {
    start: (kind) => {
      // The kind is shown at once: its drafts appear there as soon as the list is read again.
      onChoose({ kind, dispatchId: null })
      prepare.mutate({ meetingId, kind, itemId: null })
    },
    isPending: prepare.isPending,
    error: prepare.error,
    foundNobody: prepare.data?.length === 0,
  }
}
