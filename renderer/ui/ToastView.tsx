import X from 'lucide-react/icons/x'
import { useEffect, useState } from 'react'
import { errorSentence } from '../api/api-error.ts'
import { store } from '../api/outbox/window.ts'
import { closeToast, showToast, TOAST_MS, type Toast, type ToastAct } from '../api/toasts.ts'
import { commonText } from '../text/common.ts'
import { undoText } from '../text/undo.ts'
import { Button } from './Button.tsx'

/** One message with what it leads to and the way back. */
export function ToastView({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false)
  const close = () => closeToast(toast.id)
  const words = [...toast.refusals.map((one) => one.message), toast.message].join(' ')
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
      <span className="toast-words" title={words}>
        {words}
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
    const { redo } = await store('history.undo', { seq })
    if (redo !== null) showToast(undoText.undone(redo.label))
  } catch (error) {
    showToast(errorSentence(error))
  }
}
