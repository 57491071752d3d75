import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Conflict } from '../api-error.ts'
import { OutboxRow, type Row, type RowStore } from './row.ts'
import { useUnsent } from './window.ts'

export type SavedRow<F extends object> = {
  readonly row: OutboxRow<F>
  edit<K extends keyof F & string>(field: K, value: () => F[K]): void
  readonly conflicts: readonly Conflict[]
  resolve(keep: 'mine' | 'theirs'): void
}

/**
 * A stored row that this screen edits. `key` names it in the whole window (`section:…`); `stored` is the row as read:
 * a newer one (an undo, another window) replaces what is shown unless something unsaved is at stake.
 */
export function useSavedRow<F extends object>(key: string, stored: Row<F>, store: RowStore<F>): SavedRow<F> {
  const row = useUnsent(key, () => new OutboxRow(stored, store))
  useEffect(() => row.adopt(stored), [row, stored])
  const conflicts = useSyncExternalStore(row.subscribe, () => row.conflicts)
  return useMemo(
    () => ({
      row,
      edit: (field, value) => row.edit(field, value),
      conflicts,
      resolve: (keep) => row.resolve(keep),
    }),
    [row, conflicts],
  )
}
