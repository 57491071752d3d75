import type { Input, Output } from '../../../electron/contract/index.ts'
import { habitsOf, labelsOf } from '../../../electron/domain/agenda/reading-habits.ts'
import { useWrite } from '../../api/use-write.ts'
import type { Received } from './file-states.ts'
import { useUndoable } from './file-states.ts'
import { lineId, type ShownLine } from './source-roles.ts'
import type { SaidReview } from './use-said.ts'

type Sent = Omit<Input<'imports.apply'>, 'received'>
type On = { onSuccess: (view: Output<'imports.apply'>) => void; onError: () => void }

export function useApply({ bytes, isFile }: Received) {
  const apply = useWrite('imports.apply')
  const store = useWrite('imports.keepFile')
  const [isKept, setKept] = useUndoable('kept', () => isFile)
  /** What follows is done also where the screen was left meanwhile. */
  const keep = async (sent: Sent, on: On) => {
    try {
      const { fileName } = sent
      const received = isKept
        ? { fileName, sizeBytes: bytes.length, sha256: (await store.mutateAsync({ bytes })).sha256 }
        : null
      on.onSuccess(await apply.mutateAsync(received === null ? sent : { ...sent, received }))
    } catch {
      // Told by `error` below: nothing was taken in.
      on.onError()
    }
  }
  return {
    keep: (sent: Sent, on: On) => void keep(sent, on),
    isBusy: apply.isPending || store.isPending,
    error: apply.error ?? store.error,
    isKept,
    setKept,
  }
}

/** Keeps what was said of the lines for the next file laid out like this one. */
export function useLearnt({ file, said }: SaidReview, lines: readonly ShownLine[]): () => void {
  const learn = useWrite('imports.learn')
  return () => {
    const roles = new Map(
      lines.map(({ id, role, standing }) => [
        id,
        standing === 'left' ? 'nothing' : role === 'meeting' || role === 'text' ? null : role,
      ]),
    )
    const habits = habitsOf(file.blocks, said.lines, (place) => roles.get(lineId(place)) ?? null)
    const labels = labelsOf(file.blocks)
    if (habits.length > 0 && labels.length > 1) learn.mutate({ fileName: file.fileName, labels, habits })
  }
}
