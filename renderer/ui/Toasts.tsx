import { Suspense, useSyncExternalStore } from 'react'
import { toastStore } from '../api/toasts.ts'
import { commonText } from '../text/common.ts'
import { dialogs } from './dialogs.ts'
import { part } from './part.ts'

const ToastView = part(() => import('./ToastView.tsx').then((m) => m.ToastView))

/** What was just said, at left of the status line, where it covers nothing; it waits while a dialog is open. */
export function Toasts() {
  const { current } = useSyncExternalStore(toastStore.subscribe, toastStore.get)
  const isDialogOpen = useSyncExternalStore(dialogs.subscribe, dialogs.isOpen)
  return (
    <section className="toasts" aria-label={commonText.messages} aria-live="polite">
      <Suspense>
        {current === null || isDialogOpen ? null : <ToastView key={current.id} toast={current} />}
      </Suspense>
    </section>
  )
}

/** Whether something is said there now. */
export function useIsSaid(): boolean {
  const { current } = useSyncExternalStore(toastStore.subscribe, toastStore.get)
  const isDialogOpen = useSyncExternalStore(dialogs.subscribe, dialogs.isOpen)
  return current !== null && !isDialogOpen
}
