// Work progress: after a second, how far the check or the search in the backups is, and the way to give it up.
import { useEffect, useState } from 'react'
import { onEvent } from '../../api/client.ts'
import { useWrite } from '../../api/use-write.ts'
import { keptFilesText as text } from '../../text/kept-files.ts'
import { Button } from '../../ui/Button.tsx'

/** Shorter works end before anybody has read what they say. */
const SHOWN_AFTER_MS = 1_000

export function WorkProgress({ method }: { method: 'keptFiles.check' | 'keptFiles.bringBack' }) {
  const [shown, setShown] = useState(false)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const stop = useWrite('keptFiles.stop')
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
  const isCheck = method === 'keptFiles.check'
  const words = isCheck ? text.progress : text.searched
  return (
    <div className="row row-3" role="status">
      <span className="mute grow">
        {progress !== null ? words(progress.done, progress.total) : isCheck ? text.checking : text.searching}
      </span>
      <Button small onPress={() => stop.mutate({})}>
        {text.stop}
      </Button>
    </div>
  )
}
