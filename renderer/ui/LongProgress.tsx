import { useEffect, useState } from 'react'
import type { Counted, Method } from '../../electron/contract/index.ts'
import { onEvent } from '../api/client.ts'
import { commonText } from '../text/common.ts'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'

/** Shorter works end before anybody has read what they say. */
const SHOWN_AFTER_MS = 1_000

export function LongProgress(props: {
  /** Under whose name the work tells how far it is. */
  method: Method
  /** Before it has told anything. */
  beginning: string
  words: (done: number, total: number, pages?: Counted) => string
  /** The word on the button that gives it up. */
  stop?: string
  onStop: () => void
  /** The page's own work is shown at once: in a line, or across the page. Else a line appears after a second. */
  atOnce?: 'line' | 'banner'
}) {
  const { method, atOnce } = props
  const [waited, setWaited] = useState(false)
  const [progress, setProgress] = useState<(Counted & { pages?: Counted }) | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), SHOWN_AFTER_MS)
    const off = onEvent((event) => {
      if (event.topic === 'progress' && event.method === method) setProgress(event)
    })
    return () => {
      clearTimeout(timer)
      off()
    }
  }, [method])
  if (atOnce === undefined && !waited) return null
  const words =
    progress === null ? props.beginning : props.words(progress.done, progress.total, progress.pages)
  const stop = (
    <Button small onPress={props.onStop}>
      {props.stop ?? commonText.cancel}
    </Button>
  )
  if (atOnce === 'banner') return <Banner acts={stop}>{words}</Banner>
  return (
    <div className="row row-3" role="status">
      <span className="mute grow">{words}</span>
      {stop}
    </div>
  )
}
