import { useEffect, useState } from 'react'
import type { PresenterBridge, PresenterView } from '../../../../electron/contract/presenter.ts'
import { bindActs, pressKey } from '../../../acts/act.ts'
import { useNow } from '../../../ui/use-now.ts'
import { PresenterScreen } from './PresenterScreen.tsx'
import { presenterActs } from './presenter-acts.ts'

declare global {
  interface Window {
    readonly presenter: PresenterBridge
  }
}

/** Asked again after this long while nothing was answered yet, in milliseconds. */
const ASK_AGAIN_MS = 1_000

export function PresenterPage() {
  const view = useView()
  const now = useNow(1_000)
  useEffect(() => {
    const acts = bindActs(presenterActs, { fullScreen: (act) => window.presenter.fullScreen(act) }, null)
    const onKey = (event: KeyboardEvent) => pressKey(event, Object.values(acts))
    const onDoubleClick = acts.toggle.run
    window.addEventListener('keydown', onKey)
    window.addEventListener('dblclick', onDoubleClick)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('dblclick', onDoubleClick)
    }
  }, [])
  return view === null ? null : <PresenterScreen view={view} now={now} />
}

/** The view; null until the first answer. */
function useView(): PresenterView | null {
  const [view, setView] = useState<PresenterView | null>(null)
  useEffect(() => {
    const stop = window.presenter.on(setView)
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    const ask = () =>
      window.presenter.view().then((answer) => {
        if (left) return
        if (answer === null) timer = setTimeout(ask, ASK_AGAIN_MS)
        else setView(answer)
      })
    void ask()
    return () => {
      left = true
      clearTimeout(timer)
      stop()
    }
  }, [])
  return view
}
