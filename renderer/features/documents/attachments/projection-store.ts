import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { BuiltProjection } from '../../../../electron/contract/attachments.ts'
import type { Id } from '../../../../electron/domain/ids.ts'
import { errorCode } from '../../../api/api-error.ts'
import { call, onEvent } from '../../../api/client.ts'
import { showToast } from '../../../api/toasts.ts'
import { projectionText } from '../../../text/projection.ts'

type Progress = { fileName: string; done: number; total: number }

export type ProjectionRun = {
  /** The meeting whose folder is, or was last, built; null before the first. */
  meetingId: Id | null
  isBuilding: boolean
  progress: Progress | null
  /** Report of the last build; null once it is put away. */
  built: BuiltProjection | null
  error: unknown
}

const idle: ProjectionRun = { meetingId: null, isBuilding: false, progress: null, built: null, error: null }
let run = idle
const listeners = new Set<() => void>()

function publish(next: ProjectionRun): void {
  run = next
  for (const listener of listeners) listener()
}

export function useProjectionRun(): ProjectionRun {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => run,
  )
}

/** Puts away what the last build said. */
export function dismissProjection(): void {
  if (!run.isBuilding) publish(idle)
}

export async function buildProjection(
  client: QueryClient,
  meetingId: Id,
  options: { convert: boolean; elsewhere: boolean },
): Promise<void> {
  if (run.isBuilding) return
  publish({ ...idle, meetingId, isBuilding: true })
  const stop = onEvent((event) => {
    if (event.topic === 'conversion') publish({ ...run, progress: event })
  })
  try {
    const built = await call('attachments.buildProjection', { meetingId, ...options })
    if (built !== null) showToast(projectionText.built(built.fileNames.length))
    publish({ ...idle, meetingId, built })
    void client.invalidateQueries({ queryKey: ['attachments.projection'] })
  } catch (error) {
    const isStopped = errorCode(error) === 'cancelled'
    if (isStopped) showToast(projectionText.stopped)
    publish({ ...idle, meetingId, error: isStopped ? null : error })
  } finally {
    stop()
  }
}
