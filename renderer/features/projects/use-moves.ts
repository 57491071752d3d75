// Projects put in other columns are shown there at once and saved one move after the other, so that a second key
// pressed while the first is being saved counts from where the card is seen.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ApiError } from '../../api/api-error.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { projectText as text } from '../../text/project.ts'
import type { Lane, ListedProject, ProjectPatch } from './board-lanes.ts'

/** `saved`: the version that the last move gave; null while one is on its way. */
type Move = { patch: ProjectPatch; saved: number | null }

export type Moves = {
  /** The projects where they were put, whether or not that is saved and read again yet. */
  rows: readonly ListedProject[]
  move: (row: ListedProject, lane: Lane) => void
  /** Of the last move; the card is then back where it was. */
  error: ApiError | null
}

export function useMoves(read: readonly ListedProject[]): Moves {
  const { mutateAsync, error } = useWrite('projects.update')
  const [moves, setMoves] = useState<ReadonlyMap<string, Move>>(new Map())
  const waiting = useRef(new Map<string, Lane>())
  const versions = useRef(new Map<string, number>())
  const busy = useRef(new Set<string>())

  const set = useCallback(
    (id: string, move: Move | null) =>
      setMoves((before) => {
        const after = new Map(before)
        if (move === null) after.delete(id)
        else after.set(id, move)
        return after
      }),
    [],
  )

  // A card read again shows its own column from then on, and so does one taken back meanwhile.
  useEffect(() => {
    for (const { id, version } of read) {
      versions.current.set(id, Math.max(version, versions.current.get(id) ?? 0))
      const { saved = null } = moves.get(id) ?? {}
      if (saved !== null && version >= saved) set(id, null)
    }
  }, [read, moves, set])

  const send = useCallback(
    async (id: string) => {
      busy.current.add(id)
      for (let lane = waiting.current.get(id); lane !== undefined; lane = waiting.current.get(id)) {
        waiting.current.delete(id)
        const { patch, title } = lane
        try {
          const { version } = await mutateAsync({ id, version: versions.current.get(id) ?? 1, patch })
          versions.current.set(id, version)
          if (waiting.current.has(id)) continue
          set(id, { patch, saved: version })
          showUndoToast(text.moved(title))
        } catch {
          // Said above the board by the write's own error.
          waiting.current.delete(id)
          set(id, null)
        }
      }
      busy.current.delete(id)
    },
    [mutateAsync, set],
  )

  const move = useCallback(
    ({ id }: ListedProject, lane: Lane) => {
      set(id, { patch: lane.patch, saved: null })
      waiting.current.set(id, lane)
      if (!busy.current.has(id)) void send(id)
    },
    [send, set],
  )

  const rows = useMemo(
    () => (moves.size === 0 ? read : read.map((row) => moved(row, moves.get(row.id)))),
    [read, moves],
  )
  return { rows, move, error }
}

function moved(row: ListedProject, move: Move | undefined): ListedProject {
  if (move === undefined) return row
  const { stage = row.stage, axisId = row.axisId } = move.patch
  return { ...row, stage, axisId }
}
