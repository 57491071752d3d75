import type { ApiError } from '../../../api/api-error.ts'
import { outbox } from '../../../api/outbox/window.ts'
import { useAct } from '../../../api/use-write.ts'
import { handOverText as text } from '../../../text/hand-over.ts'
import { showToast } from '../../../ui/toasts.ts'

export type HandOverActs = {
  transmit: () => void
  keep: () => void
  take: () => void
  /** Takes it from a desk that did not put it down. */
  breakIn: (onDone: () => void) => void
  alone: (onDone: () => void) => void
  giveUp: () => void
  deposit: () => void
  busy: 'transmit' | 'take' | 'deposit' | 'alone' | null
  error: ApiError | null
}

/** @param onRefused looks at the folder again: an act is refused when another desk was quicker than what is shown. */
export function useHandOver(onRefused: () => void): HandOverActs {
  const say = (words: string) => ({ onSuccess: () => showToast(words), onError: onRefused })
  const transmit = useAct('handOver.transmit', say(text.transmitted))
  const keep = useAct('handOver.keep', say(text.taken))
  const take = useAct('handOver.take', say(text.taken))
  const giveUp = useAct('handOver.giveUp', { onError: onRefused })
  const alone = useAct('handOver.takeAlone', say(text.taken))
  const deposit = useAct('handOver.deposit', say(text.deposited))
  const all = [transmit, keep, take, giveUp, alone, deposit]
  return {
    // Text typed and not yet sent belongs to what is handed over.
    transmit: () => void outbox.flush().then(() => transmit.mutate({})),
    keep: () => keep.mutate({}),
    take: () => take.mutate({ breaks: false }),
    breakIn: (onSuccess) => take.mutate({ breaks: true }, { onSuccess }),
    alone: (onSuccess) => alone.mutate({}, { onSuccess }),
    giveUp: () => giveUp.mutate({}),
    deposit: () => deposit.mutate({}),
    busy: transmit.isPending
      ? 'transmit'
      : take.isPending || keep.isPending
        ? 'take'
        : deposit.isPending
          ? 'deposit'
          : alone.isPending
            ? 'alone'
            : null,
    error: all.find(({ error }) => error !== null)?.error ?? null,
  }
}
