import { useState } from 'react'
import type { MinutesView } from '../../../electron/contract/minutes.ts'
import { errorSentence } from '../../api/api-error.ts'
import { outbox } from '../../api/outbox/window.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { notesText as text } from '../../text/minutes-life.ts'

export type FromNotes = {
  readonly isPending: boolean
  /** Items whose section was left as it is, the last time it was asked for. */
  readonly leftItemIds: readonly string[]
  /** `itemId` null: all. `evenEdited`: also what somebody edited. */
  start(itemId: string | null, evenEdited: boolean): void
}

export function useFromNotes(meetingId: string, view: MinutesView): FromNotes {
  const [leftItemIds, setLeft] = useState<readonly string[]>([])
  const write = useWrite('minutes.generate', {
    onSuccess: ({ view: after, leftItemIds: left }, { itemId }) => {
      setLeft((before) => (itemId === null ? left : [...before.filter((id) => id !== itemId), ...left]))
      const written = after.sections.filter(({ id, version }) => versions(view).get(id) !== version).length
      // With nothing written there is nothing to take back.
      if (written > 0) showUndoToast(itemId === null ? text.written(written) : text.oneWritten)
      else if (left.length === 0) showToast(text.written(0))
    },
    onError: (error) => showToast(errorSentence(error)),
  })
  return {
    isPending: write.isPending,
    leftItemIds,
    // Text typed and not yet sent is an edit: it is seen first.
    start: (itemId, evenEdited) =>
      void outbox.flush().then(() => write.mutate({ meetingId, itemId, evenEdited })),
  }
}

const versions = ({ sections }: MinutesView) => new Map(sections.map(({ id, version }) => [id, version]))
