import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { SessionLineFields } from '../../../electron/domain/session/session.ts'
import { newId } from '../../api/new-id.ts'
import { lineQueue } from './line-queue.ts'

export function useLines(meetingId: string) {
  const queue = lineQueue()
  const all = useSyncExternalStore(
    (listener) => queue.subscribe(listener),
    () => queue.lines,
  )
  const pending = useMemo(() => all.filter(({ input }) => input.meetingId === meetingId), [all, meetingId])
  const add = useCallback(
    (fields: SessionLineFields) =>
      queue.add({ id: newId(), meetingId, at: new Date().toISOString(), fields }),
    [queue, meetingId],
  )
  const retry = useCallback((id: string) => queue.retry(id), [queue])
  return { pending, add, retry }
}
