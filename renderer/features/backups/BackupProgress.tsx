// Backup progress: after a second, how far a work on backups is, and the way to give it up.
import { useEffect, useState } from 'react'
import type { Method } from '../../../electron/contract/index.ts'
import { onEvent } from '../../api/client.ts'
import { useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { Button } from '../../ui/Button.tsx'

/** Shorter works end before anybody has read what they say. */
const SHOWN_AFTER_MS = 1_000

/** `idle` is said until the first step is known. */
export function BackupProgress(props: {
  method: Method
  idle: string
  words: (done: number, total: number) => string
  stop?: 'backups.stop' | 'recovery.stop'
}) {
  const { method } = props
  const [shown, setShown] = useState(false)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const stop = useWrite(props.stop ?? 'backups.stop')
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
        {progress === null ? props.idle : props.words(progress.done, progress.total)}
      </span>
      <Button small onPress={() => stop.mutate({})}>
        {commonText.cancel}
      </Button>
    </div>
  )
}
