// Takeover progress: how far the reading or the taking in of old files is, and its end.
import { useEffect, useState } from 'react'
import type { Method } from '../../../electron/contract/index.ts'
import { onEvent } from '../../api/client.ts'
import { useWrite } from '../../api/use-write.ts'
import { takeoverText as text } from '../../text/takeover.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

export function TakeoverProgress({ method, words }: { method: Method; words: string }) {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const stop = useWrite('takeover.stop')
  useEffect(
    () =>
      onEvent((event) => {
        if (event.topic === 'progress' && event.method === method) setProgress(event)
      }),
    [method],
  )
  return (
    <Banner
      acts={
        <Button small onPress={() => stop.mutate({})}>
          {text.stop}
        </Button>
      }
    >
      {progress === null ? words : text.progress(words, progress.done, progress.total)}
    </Banner>
  )
}
