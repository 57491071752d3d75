import { useSyncExternalStore } from 'react'
import { toastStore } from '../api/toasts.ts'
import { useQuery } from '../api/use-query.ts'
import { commonText } from '../text/common.ts'
import { timeWords } from '../text/instant-words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ToastActs } from '../ui/ToastView.tsx'

/** The last ones said, with their links; what was done last can still be taken back. */
export function MessagesDialog({ onClose }: { onClose: () => void }) {
  const { past } = useSyncExternalStore(toastStore.subscribe, toastStore.get)
  const history = useQuery('history.state', {})
  const last = history.data?.undo?.seq
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
            <ToastActs
              toast={toast.undoSeq === last ? toast : { ...toast, undoSeq: null }}
              onDone={onClose}
            />
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
