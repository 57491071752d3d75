import X from 'lucide-react/icons/x'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ApiError, errorSentence } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { commonText } from '../text/common.ts'
import { Button } from './Button.tsx'
import { closeToast, showToast, type Toast, toastStore } from './toasts.ts'

const TOAST_MS = 8_000

export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get)
  return (
    <section className="toasts" aria-label={commonText.messages} aria-live="polite">
      {toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastView({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => closeToast(toast.id), TOAST_MS)
    return () => clearTimeout(timer)
  }, [held, toast.id])
  return (
    <output
      className="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.message}</span>
      {toast.undoSeq === null ? null : (
        <Button small onPress={() => void takeBack(toast)}>
          {commonText.undo}
        </Button>
      )}
      {toast.act === null ? null : (
        <Button
          small
          onPress={() => {
            closeToast(toast.id)
            toast.act?.run()
          }}
        >
          {toast.act.label}
        </Button>
      )}
      <Button small look="ghost" icon={X} label={commonText.close} onPress={() => closeToast(toast.id)} />
    </output>
  )
}

async function takeBack(toast: Toast): Promise<void> {
  closeToast(toast.id)
  try {
    const state = await call('history.state', {})
    if (state.undo?.seq !== toast.undoSeq) throw new ApiError('undo-conflict')
    await call('history.undo', {})
  } catch (error) {
    showToast(errorSentence(error))
  }
}
