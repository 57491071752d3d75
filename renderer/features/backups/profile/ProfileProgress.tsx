import type { Method } from '../../../../electron/contract/index.ts'
import { useAct } from '../../../api/use-write.ts'
import { profileText as text } from '../../../text/profile.ts'
import { LongProgress } from '../../../ui/LongProgress.tsx'

export function ProfileProgress({ method, words }: { method: Method; words: string }) {
  const stop = useAct('profile.stop')
  return (
    <LongProgress
      method={method}
      beginning={words}
      words={(done, total) => text.progress(words, done, total)}
      stop={text.stop}
      onStop={() => stop.mutate({})}
      atOnce="line"
    />
  )
}
