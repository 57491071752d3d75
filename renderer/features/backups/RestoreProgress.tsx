// Restore progress: after a second, how far a restoring is, and the way to give it up.
import { useEffect, useState } from 'react'
import { onEvent } from '../../api/client.ts'
import { useWrite } from '../../api/use-write.ts'
import { backupsText as text } from '../../text/backups.ts'
import { commonText } from '../../text/common.ts'
import { Button } from '../../ui/Button.tsx'

/** Shorter works end before anybody has read what they say. */
const SHOWN_AFTER_MS = 1_000

export function RestoreProgress() {
  const [shown, setShown] = useState(false)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const stop = useWrite('backups.stop')
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS)
    const off = onEvent((event) => {
      if (event.topic === 'progress' && event.method === 'backups.restore') setProgress(event)
    })
    return () => {
      clearTimeout(timer)
      off()
    }
  }, [])
  if (!shown) return null
  return (
    <div className="row row-3" role="status">
      <span className="mute grow">
        {progress === null ? text.restoring : text.progress(progress.done, progress.total)}
      </span>
      <Button small onPress={() => stop.mutate({})}>
        {commonText.cancel}
      </Button>
    </div>
  )
}
