// Use draft line: the line being typed is kept a moment after each key, and comes back after a stop.
import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/client.ts'

/** How long after the last key it is kept, in milliseconds: a stop takes less than a second of typing. */
const CALM_MS = 350

export function useDraftLine(meetingId: string): [string, (text: string) => void] {
  const [text, setText] = useState('')
  const touched = useRef(false)
  useEffect(() => {
    let left = false
    call('session.draft', { meetingId }).then(
      (draft) => {
        if (!left && !touched.current) setText(draft.text)
      },
      // Without it the line is simply empty.
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [meetingId])
  useEffect(() => {
    if (!touched.current) return
    const timer = setTimeout(
      () => void call('session.keepDraft', { meetingId, text }).catch(() => undefined),
      CALM_MS,
    )
    return () => clearTimeout(timer)
  }, [meetingId, text])
  return [
    text,
    (next: string) => {
      touched.current = true
      setText(next)
    },
  ]
}
