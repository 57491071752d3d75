import { useEffect, useSyncExternalStore } from 'react'
import { frameText, shortcutsText } from '../text/frame.ts'

export type KeyHint = { keys: readonly string[]; label: string }
export type Status = { left: readonly string[]; keys: readonly KeyHint[] }

let status: Status = { left: [], keys: [] }
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keys for a screen that has none of its own. */
export const commonKeys: readonly KeyHint[] = [
  { keys: [shortcutsText.keys.ctrl, 'K'], label: frameText.findAll },
  { keys: ['F6'], label: shortcutsText.nextPane },
  { keys: ['F1'], label: frameText.allShortcuts },
]

/** Puts the state of this screen at left and its keys (at most five) at right of the status line. */
export function useStatusLine(left: readonly string[], keys: readonly KeyHint[]): void {
  const told = JSON.stringify({ left, keys })
  useEffect(() => {
    status = JSON.parse(told) as Status
    for (const listener of listeners) listener()
  }, [told])
}

export function useStatus(): Status {
  return useSyncExternalStore(subscribe, () => status)
}
