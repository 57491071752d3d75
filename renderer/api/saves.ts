import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import type { Envelope } from '../../electron/contract/method.ts'
import { onEvent } from './client.ts'
import { SaveQueue, type SaveState } from './save-queue.ts'
import type { Conflict, Row, RowStore, SaveRow } from './save-row.ts'

export const saves = new SaveQueue()

let connected = false

/** From the first use on, for as long as the window lives: a text may outlive the screen that it was typed in. */
function connect(): void {
  if (connected) return
  connected = true
  const flush = () => void saves.flush()
  onEvent((event) => {
    if (event.topic === 'save-now' || (event.topic === 'core' && event.state === 'back')) flush()
  })
  window.addEventListener('beforeunload', flush)
  window.addEventListener('pagehide', flush)
  window.addEventListener('blur', flush)
}

/** One call whose failure is a value: the queue decides itself when to send again. */
export function ask<M extends Method>(method: M, input: Input<M>): Promise<Envelope<Output<M>>> {
  return window.seances.call(method, input)
}

/** The envelope of a read, with what is wanted of it. */
export function pick<A, B>(envelope: Envelope<A>, of: (value: A) => B): Envelope<B> {
  return envelope.ok ? { ok: true, value: of(envelope.value) } : envelope
}

export type SavedRow<F extends object> = {
  readonly row: SaveRow<F>
  edit<K extends keyof F & string>(field: K, value: () => F[K]): void
  readonly conflicts: readonly Conflict[]
  resolve(keep: 'mine' | 'theirs'): void
}

/**
 * A stored row that this screen edits. `key` names it in the whole window (`section:…`); `stored` is the row as read:
 * a newer one (an undo, another window) replaces what is shown unless something unsaved is at stake.
 */
export function useSavedRow<F extends object>(key: string, stored: Row<F>, store: RowStore<F>): SavedRow<F> {
  // The row belongs to its key; what is read of it later comes in by `adopt`.
  const first = useRef({ stored, store })
  first.current = { stored, store }
  const row = useMemo(() => saves.open(key, first.current.stored, first.current.store), [key])
  useEffect(() => {
    connect()
    return saves.retain(key, row)
  }, [key, row])
  useEffect(() => row.adopt(stored), [row, stored])
  const conflicts = useSyncExternalStore(
    (listener) => saves.subscribe(listener),
    () => saves.conflicts(key),
  )
  return useMemo(
    () => ({
      row,
      edit: (field, value) => saves.edit(key, row, field, value),
      conflicts,
      resolve: (keep) => saves.resolve(key, row, keep),
    }),
    [key, row, conflicts],
  )
}

/** Whether everything typed is stored, and when or why not. */
export function useSaveState(): SaveState {
  return useSyncExternalStore(
    (listener) => saves.subscribe(listener),
    () => saves.state,
  )
}
