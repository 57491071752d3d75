import type { Method } from '../../../../electron/contract/index.ts'
import { useAct } from '../../../api/use-write.ts'
import { deliveriesText as text } from '../../../text/deliveries.ts'
import { LongProgress } from '../../../ui/LongProgress.tsx'

export function DeliveryProgress({ method, words }: { method: Method; words: string }) {
  const stop = useAct('deliveries.stop')
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
