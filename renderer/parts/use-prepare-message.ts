import type { DispatchKind } from '../../electron/domain/dispatch/dispatch.ts'
import { errorSentence } from '../api/api-error.ts'
import { outbox } from '../api/outbox/window.ts'
import { showToast } from '../api/toasts.ts'
import { useWrite } from '../api/use-write.ts'
import { navigate } from '../app/location.ts'
import { href } from '../app/paths.ts'
import { lifeText as text } from '../text/minutes-life.ts'

export type PrepareMessage = {
  readonly isPending: boolean
  start(kind: DispatchKind): void
}

export function usePrepareMessage(meetingId: string): PrepareMessage {
  const prepare = useWrite('dispatch.prepare', {
    onSuccess: (views, { kind }) => {
      if (views.length === 0) showToast(text.nobody)
      else navigate(href('dispatch', { meetingId }, kind))
    },
    onError: (error) => showToast(errorSentence(error)),
  })
  return {
    isPending: prepare.isPending,
    // The paper that leaves holds what was typed.
    start: (kind) => void outbox.flush().then(() => prepare.mutate({ meetingId, kind, itemId: null })),
  }
}
