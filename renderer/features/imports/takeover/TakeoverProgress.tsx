import type { Method } from '../../../../electron/contract/index.ts'
import { useAct } from '../../../api/use-write.ts'
import { takeoverText as text } from '../../../text/takeover.ts'
import { LongProgress } from '../../../ui/LongProgress.tsx'

export function TakeoverProgress({ method, words }: { method: Method; words: string }) {
  const stop = useAct('takeover.stop')
  return (
    <LongProgress
      method={method}
      beginning={words}
      words={(done, total) => text.progress(words, done, total)}
      stop={text.stop}
      onStop={() => stop.mutate({})}
      atOnce="banner"
    />
  )
}
