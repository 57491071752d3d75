import { useEffect, useState } from 'react'
import { errorSentence } from '../../api/api-error.ts'
import { call, onEvent } from '../../api/client.ts'
import { showToast } from '../../ui/toasts.ts'

export function usePresenter(meetingId: string): { isOpen: boolean; toggle: () => void } {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    let left = false
    const ask = () =>
      void call('presenter.window', { meetingId, act: 'ask' }).then(
        (answer) => (left ? undefined : setOpen(answer.isOpen)),
        // Not known, it is shown as closed: opening it again only brings it forward.
        () => undefined,
      )
    ask()
    const stop = onEvent((event) => {
      if (event.topic === 'presenter') ask()
    })
    return () => {
      left = true
      stop()
    }
  }, [meetingId])
  const toggle = () =>
    void call('presenter.window', { meetingId, act: isOpen ? 'close' : 'open' }).then(
      (answer) => setOpen(answer.isOpen),
      (error: unknown) => showToast(errorSentence(error)),
    )
  return { isOpen, toggle }
}
