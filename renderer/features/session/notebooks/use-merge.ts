import { useMemo } from 'react'
import type { SessionLine } from '../../../../electron/domain/session/session.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { useWrite } from '../../../api/use-write.ts'
import { notebooksText as text } from '../../../text/notebooks.ts'
import { focusNextOpen } from './merge-focus.ts'

export type Merge = {
  decide: (lines: readonly SessionLine[], as: 'kept' | 'proposed' | 'left') => void
  takeInstead: (line: SessionLine, of: SessionLine) => void
  takeAll: (lines: readonly SessionLine[]) => void
  place: (lines: readonly SessionLine[], itemId: string | null) => void
}

export function useMerge(): Merge {
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const { mutate: decide } = useWrite('notebooks.decide', say)
  const { mutate: instead } = useWrite('notebooks.takeInstead', say)
  const { mutate: place } = useWrite('notebooks.place', say)
  // The same from one drawing to the next: rows that did not change are not drawn again.
  return useMemo(
    () => ({
      decide: (lines, as) => {
        focusNextOpen(lines)
        decide({ lines: targets(lines), as })
      },
      takeInstead: (line, of) => {
        focusNextOpen([line])
        instead({
          id: line.id,
          version: line.version,
          of: { id: of.id, version: of.version },
        })
      },
      takeAll: (lines) => {
        if (lines.length === 0) return
        focusNextOpen(lines)
        decide(
          { lines: targets(lines), as: 'kept' },
          { onSuccess: () => showUndoToast(text.tookAll(lines.length)) },
        )
      },
      place: (lines, itemId) => place({ lines: targets(lines), itemId }),
    }),
    [decide, instead, place],
  )
}

function targets(lines: readonly SessionLine[]) {
  return lines.map(({ id, version }) => ({ id, version }))
}
