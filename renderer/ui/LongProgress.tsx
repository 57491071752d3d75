// Long progress: after a second, how far a long work is, and the way to give it up.
import { useEffect, useState } from 'react'
import type { Method } from '../../electron/contract/index.ts'
import { onEvent } from '../api/client.ts'
import { commonText } from '../text/common.ts'
import { Button } from './Button.tsx'

/** Shorter works end before anybody has read what they say. */
const SHOWN_AFTER_MS = 1_000

export function LongProgress(props: {
  /** Under whose name the work tells how far it is. */
  method: Method
  /** Before it has told anything. */
  beginning: string
  words: (done: number, total: number) => string
  onStop: () => void
}) {
  const { method } = props
  const [shown, setShown] = useState(false)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS)
    const off = onEvent((event) => {
      if (event.topic === 'progress' && event.method === method) setProgress(event)
    })
    return () => {
      clearTimeout(timer)
      off()
    }
  }, [method])
  if (!shown) return null
  return (
    <div className="row row-3" role="status">
      <span className="mute grow">
        {progress === null ? props.beginning : props.words(progress.done, progress.total)}
      </span>
      <Button small onPress={props.onStop}>
        {commonText.cancel}
      </Button>
    </div>
  )
}
