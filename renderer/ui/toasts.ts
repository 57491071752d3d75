import { call } from '../api/client.ts'

/** The usual next act, offered beside the way back. */
export type ToastAct = { readonly label: string; readonly run: () => void }

export type Toast = {
  readonly id: number
  readonly message: string
  /** Sequence number in the journal of what « Annuler » takes back; null when nothing is to be taken back. */
  readonly undoSeq: number | null
  readonly act: ToastAct | null
}

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function publish(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

export const toastStore = {
  get: (): readonly Toast[] => toasts,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export function showToast(message: string, act: ToastAct | null = null): void {
  publish([{ id: nextId++, message, undoSeq: null, act }])
}

/** Says what was just done and offers to take back exactly that: its place in the journal is kept with the toast. */
export async function showUndoToast(message: string, act: ToastAct | null = null): Promise<void> {
  const state = await call('history.state', {})
  publish([{ id: nextId++, message, undoSeq: state.undo?.seq ?? null, act }])
}

export function closeToast(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id))
}
