import { useSyncExternalStore } from 'react'

export type DroppedFile = { readonly fileName: string; readonly bytes: Uint8Array }

/** The import review starts with a dropped file, a dialog to open at once, or nothing. */
export type ImportStart =
  | { readonly type: 'file'; readonly file: DroppedFile }
  | { readonly type: 'choose' }
  | null

let start: ImportStart = null
let cameFrom = ''
const listeners = new Set<() => void>()

/** Tells the import review what to begin with; a new value replaces the last one. */
export function setImportStart(next: ImportStart): void {
  start = next
  if (next !== null) cameFrom = window.location.hash
  for (const listener of listeners) listener()
}

/** The address where a file was last asked for or let fall. */
export const importCameFrom = (): string => cameFrom

/** Read at the beginning; the import review calls `setImportStart(null)` once it has taken it. */
export function useImportStart(): ImportStart {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => start,
  )
}
