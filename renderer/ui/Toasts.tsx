import X from 'lucide-react/icons/x'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ApiError, errorSentence } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { store } from '../api/outbox/window.ts'
import { closeToast, showToast, TOAST_MS, type Toast, toastStore } from '../api/toasts.ts'
import { commonText } from '../text/common.ts'
import { Button } from './Button.tsx'
import { dialogs } from './dialogs.ts'

/** What was just said, at left of the status line, where it covers nothing; it waits while a dialog is open. */
export function Toasts() {
  const { current } = useSyncExternalStore(toastStore.subscribe, toastStore.get)
  const isDialogOpen = useSyncExternalStore(dialogs.subscribe, dialogs.isOpen)
  return (
    <section className="toasts" aria-label={commonText.messages} aria-live="polite">
      {current === null || isDialogOpen ? null : <ToastView key={current.id} toast={current} />}
    </section>
  )
}

/** Whether something is said there now. */
export function useIsSaid(): boolean {
  const { current } = useSyncExternalStore(toastStore.subscribe, toastStore.get)
  const isDialogOpen = useSyncExternalStore(dialogs.subscribe, dialogs.isOpen)
  return current !== null && !isDialogOpen
}

function ToastView({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => closeToast(toast.id), TOAST_MS)
    return () => clearTimeout(timer)
  }, [held, toast])
  return (
    <output
      className="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="toast-words">
        {[...toast.refusals.map((one) => one.message), toast.message].join(' ')}
      </span>
      <ToastActs toast={toast} />
      <Button small look="ghost" icon={X} label={commonText.close} onPress={() => closeToast(toast.id)} />
    </output>
  )
}

export function ToastActs({ toast, onDone }: { toast: Toast; onDone?: () => void }) {
  const leave = () => {
    closeToast(toast.id)
    onDone?.()
  }
  return (
    <>
      {toast.undoSeq === null ? null : (
        <Button
          small
          hint={commonText.undoing(toast.message)}
          onPress={() => {
            leave()
            void takeBack(toast)
          }}
        >
          {commonText.undo}
        </Button>
      )}
      {toast.act === null ? null : (
        <Button
          small
          onPress={() => {
            leave()
            toast.act?.run()
          }}
        >
          {toast.act.label}
        </Button>
      )}
    </>
  )
}

async function takeBack(toast: Toast): Promise<void> {
  try {
    const state = await call('history.state', {})
    if (state.undo?.seq !== toast.undoSeq) throw new ApiError('undo-conflict')
    await store('history.undo', {})
  } catch (error) {
    showToast(errorSentence(error))
  }
}
