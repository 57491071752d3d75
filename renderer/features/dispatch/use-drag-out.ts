import type { DispatchDocument } from '../../../electron/domain/dispatch/dispatch.ts'
import { errorSentence } from '../../api/api-error.ts'
import { dragOut } from '../../api/drag-out.ts'
import { showToast } from '../../api/toasts.ts'
import { useAct } from '../../api/use-write.ts'

/** For the row of a document of a message: a file that was received is carried out of the window, our papers are made there. */
export function useDragOut({ attachmentId }: DispatchDocument): ReturnType<typeof dragOut> | null {
  const drag = useAct('attachments.drag', { onError: (error) => showToast(errorSentence(error)) })
  return attachmentId === null ? null : dragOut(() => drag.mutate({ id: attachmentId }))
}
