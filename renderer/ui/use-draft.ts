import { useCallback, useEffect, useRef, useState } from 'react'
import { onEvent } from '../api/client.ts'

/** Pause in the typing after which a text is saved, in milliseconds. */
const PAUSE_MS = 300
/** A text being typed without a pause is saved at least this often: nothing typed is older than a second. */
const LONGEST_MS = 700

export type Draft = {
  text: string
  change: (text: string) => void
  /** Sends what is typed now, if it differs from what was sent. */
  flush: () => void
  /** Back to what the field held when it was entered; false when it holds that already. */
  restore: () => boolean
  enter: () => void
}

/**
 * The field shows `value` until somebody types; the typed text stays until the core answers with a new value,
 * so a failed save loses nothing. With `live: false` it is sent only by `flush` (fields whose text must first be understood).
 */
export function useDraft(value: string, commit: (text: string) => void, live = true): Draft {
  const [typed, setTyped] = useState<string | null>(null)
  const state = useRef({ typed: null as string | null, sent: null as string | null, entered: value, value })
  state.current.value = value
  const commitRef = useRef(commit)
  commitRef.current = commit
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  /** When the first letter since the last save was typed; null when all is sent. */
  const since = useRef<number | null>(null)

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    since.current = null
    const { typed: text, sent, value: known } = state.current
    if (text === null || text === (sent ?? known)) return
    state.current.sent = text
    commitRef.current(text)
  }, [])

  const set = useCallback((text: string | null) => {
    state.current.typed = text
    setTyped(text)
  }, [])

  useEffect(() => {
    const current = state.current
    if (current.typed !== null && (current.typed === current.sent || current.typed === value)) set(null)
    current.sent = null
  }, [value, set])

  useEffect(() => {
    const stop = onEvent((event) => {
      if (event.topic === 'save-now') flush()
    })
    return () => {
      stop()
      flush()
    }
  }, [flush])

  return {
    text: typed ?? value,
    change: (text) => {
      set(text)
      clearTimeout(timer.current)
      if (!live) return
      since.current ??= performance.now()
      const left = LONGEST_MS - (performance.now() - since.current)
      timer.current = setTimeout(flush, Math.max(0, Math.min(PAUSE_MS, left)))
    },
    flush,
    restore: () => {
      if ((typed ?? value) === state.current.entered) return false
      set(state.current.entered)
      flush()
      return true
    },
    enter: () => {
      state.current.entered = typed ?? value
    },
  }
}
