import { useEffect, useSyncExternalStore } from 'react'

export type KeyHint = { keys: readonly string[]; label: string }
/** Without keys, those that act everywhere are shown. */
export type Status = { left: readonly string[]; keys?: readonly KeyHint[] | undefined }

let status: Status = { left: [] }
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Puts the state of this screen at left of the status line, and at right its keys (at most five).
 * @param left null while a part of the screen says its own
 */
export function useStatusLine(left: readonly string[] | null, keys?: readonly KeyHint[]): void {
  const told = left === null ? null : JSON.stringify({ left, keys })
  useEffect(() => {
    if (told === null) return
    status = JSON.parse(told) as Status
    for (const listener of listeners) listener()
  }, [told])
}

export function useStatus(): Status {
  return useSyncExternalStore(subscribe, () => status)
}
