// Use draft: text typed in a field, kept while it is on its way to the core, saved at a pause, on leaving, on closing.
import { useCallback, useEffect, useRef, useState } from 'react'
import { onEvent } from '../api/client.ts'

/** Pause in the typing after which a text is saved, in milliseconds (autosave within a second). */
const PAUSE_MS = 600

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

  const flush = useCallback(() => {
    clearTimeout(timer.current)
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
      if (live) timer.current = setTimeout(flush, PAUSE_MS)
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
