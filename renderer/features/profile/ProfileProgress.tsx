// Profile progress: how far an export or import is, and its end.
import { useEffect, useState } from 'react'
import type { Method } from '../../../electron/contract/index.ts'
import { onEvent } from '../../api/client.ts'
import { useWrite } from '../../api/use-write.ts'
import { profileText as text } from '../../text/profile.ts'
import { Button } from '../../ui/Button.tsx'

export function ProfileProgress({ method, words }: { method: Method; words: string }) {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const stop = useWrite('profile.stop')
  useEffect(
    () =>
      onEvent((event) => {
        if (event.topic === 'progress' && event.method === method) setProgress(event)
      }),
    [method],
  )
  return (
    <div className="row row-3" role="status">
      <span className="mute grow">
        {progress === null ? words : text.progress(words, progress.done, progress.total)}
      </span>
      <Button small onPress={() => stop.mutate({})}>
        {text.stop}
      </Button>
    </div>
  )
}
