import { useSyncExternalStore } from 'react'
import { type Toast, type ToastAct, toastStore } from '../api/toasts.ts'
import { useQuery } from '../api/use-query.ts'
import { commonText } from '../text/common.ts'
import { timeWords } from '../text/instant-words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ToastActs } from '../ui/ToastView.tsx'

/** The last ones said, with their links; what was done last can still be taken back, what was taken back last done again. */
export function MessagesDialog({ onClose }: { onClose: () => void }) {
  const { past } = useSyncExternalStore(toastStore.subscribe, toastStore.get)
  const history = useQuery('history.state', {})
  const { undo, redo } = history.data ?? { undo: null, redo: null }
  const isStanding = (act: ToastAct | null) =>
    (act?.undoes === undefined || act.undoes === undo?.seq) &&
    (act?.redoes === undefined || act.redoes === redo?.seq)
  const standing = (toast: Toast): Toast => ({
    ...toast,
    undoSeq: toast.undoSeq === undo?.seq ? toast.undoSeq : null,
    act: isStanding(toast.act) ? toast.act : null,
  })
  return (
    <Dialog
      title={commonText.messages}
      onClose={onClose}
      onSubmit={onClose}
      acts={
        <Button type="submit" look="primary">
          {commonText.close}
        </Button>
      }
    >
      {past.length === 0 ? <p className="mute">{commonText.noMessage}</p> : null}
      <ol className="past-messages">
        {past.map((toast) => (
          <li key={toast.id} className="row">
            <time className="mute num">{timeWords(toast.at)}</time>
            <span className="grow">{toast.message}</span>
            <ToastActs toast={standing(toast)} onDone={onClose} />
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
