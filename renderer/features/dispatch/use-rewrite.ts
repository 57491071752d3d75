import type { Dispatch } from '../../../electron/domain/dispatch/dispatch.ts'
import { outbox } from '../../api/outbox/window.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { dispatchText as text } from '../../text/dispatch.ts'
import { useKeepView } from './use-keep-view.ts'

/** Makes a draft anew from its template, once the field that was left for it is stored. */
export function useRewrite({ id, meetingId, kind, itemId }: Dispatch) {
  const keep = useKeepView()
  const { mutate, error } = useWrite('dispatch.prepare', {
    onSuccess: (views) => {
      for (const one of views) keep(one)
      showUndoToast(text.rewritten)
    },
  })
  const rewrite = () => void outbox.settleRow(id).then(() => mutate({ meetingId, kind, itemId, draftId: id }))
  return { rewrite, error }
}
