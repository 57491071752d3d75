// The line being typed is kept a moment after each key, also while nobody pauses, and comes back after a stop.
import { useEffect, useRef, useState } from 'react'
import { errorCode } from '../../api/api-error.ts'
import { call, onEvent } from '../../api/client.ts'

/** How long after a key it is kept, in milliseconds: a stop costs less than a second of typing. */
const KEEP_MS = 350

/** One call at a time, the newest text last: an older one that waited for the core never comes over a newer one. */
class DraftKeeper {
  #waiting = new Map<string, string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #isSending = false

  /** Text typed here that may not have reached the core. */
  unsent(meetingId: string): string | undefined {
    return this.#waiting.get(meetingId)
  }

  keep(meetingId: string, text: string): void {
    this.#waiting.set(meetingId, text)
    this.#timer ??= setTimeout(() => void this.flush(), KEEP_MS)
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#isSending) return
    this.#isSending = true
    for (const [meetingId, text] of this.#waiting) {
      const isKept = await call('session.keepDraft', { meetingId, text }).then(
        () => true,
        // Refused: the text is in the field, the next key sends it again. Not answered: it goes again by itself.
        (error: unknown) => errorCode(error) !== 'core-restarting',
      )
      if (isKept && this.#waiting.get(meetingId) === text) this.#waiting.delete(meetingId)
    }
    this.#isSending = false
    if (this.#waiting.size > 0) this.#timer ??= setTimeout(() => void this.flush(), KEEP_MS)
  }
}

const keeper = new DraftKeeper()

export function useDraftLine(meetingId: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => keeper.unsent(meetingId) ?? '')
  const touched = useRef(text !== '')
  useEffect(() => {
    let left = false
    call('session.draft', { meetingId }).then(
      (draft) => {
        if (!left && !touched.current) setText(draft.text)
      },
      // Without it the line is simply empty.
      () => undefined,
    )
    const stop = onEvent((event) => {
      if (event.topic === 'save-now') void keeper.flush()
    })
    const leave = () => void keeper.flush()
    window.addEventListener('pagehide', leave)
    return () => {
      left = true
      stop()
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [meetingId])
  return [
    text,
    (next: string) => {
      touched.current = true
      setText(next)
      keeper.keep(meetingId, next)
    },
  ]
}
