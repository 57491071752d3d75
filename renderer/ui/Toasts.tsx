import X from 'lucide-react/icons/x'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { errorSentence } from '../api/api-error.ts'
import { store } from '../api/outbox/window.ts'
import { closeToast, showToast, TOAST_MS, type Toast, type ToastAct, toastStore } from '../api/toasts.ts'
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
  const close = () => closeToast(toast.id)
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
      {toast.refusals.map((one) =>
        one.act === null ? null : <ActOf key={one.message} act={one.act} onLeave={close} />,
      )}
      <ToastActs toast={toast} />
      <Button small look="ghost" icon={X} label={commonText.close} onPress={close} />
    </output>
  )
}

export function ToastActs({ toast, onDone }: { toast: Toast; onDone?: () => void }) {
  const { undoSeq } = toast
  const leave = () => {
    closeToast(toast.id)
    onDone?.()
  }
  return (
    <>
      {undoSeq === null ? null : (
        <Button
          small
          hint={commonText.undoing(toast.message)}
          onPress={() => {
            leave()
            void takeBack(undoSeq)
          }}
        >
          {commonText.undo}
        </Button>
      )}
      {toast.act === null ? null : <ActOf act={toast.act} onLeave={leave} />}
    </>
  )
}

function ActOf({ act, onLeave }: { act: ToastAct; onLeave: () => void }) {
  return (
    <Button
      small
      onPress={() => {
        onLeave()
        act.run()
      }}
    >
      {act.label}
    </Button>
  )
}

async function takeBack(seq: number): Promise<void> {
  try {
    await store('history.undo', { seq })
  } catch (error) {
    showToast(errorSentence(error))
  }
}
