import { lastEntry } from './client.ts'

/** The usual next act, offered beside the way back; `undoes`, `redoes`: the entry of the journal that it takes back or does again. */
export type ToastAct = {
  readonly label: string
  readonly run: () => void
  readonly undoes?: number
  readonly redoes?: number
}

export type Toast = {
  readonly id: number
  readonly message: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Sequence number in the journal of what « Annuler » takes back; null when nothing is to be taken back. */
  readonly undoSeq: number | null
  readonly act: ToastAct | null
  /** Refusals said just before, which are read with it: what is done next must not hide what was not done. */
  readonly refusals: readonly Refusal[]
}

export type Refusal = { readonly message: string; readonly act: ToastAct | null }

/** How long one is shown. */
export const TOAST_MS = 10_000

/** The one in the status line, and the last ones said, newest first. */
type Said = { readonly current: Toast | null; readonly past: readonly Toast[] }

/** What can be read again. */
const KEPT = 20
/** Refusals read with another message: more of them would hide it. */
const SHOWN_WITH = 3

let said: Said = { current: null, past: [] }
let nextId = 1
/** Refusals since a message was last shown for its whole time: one behind a dialog was not. */
let standing: readonly Refusal[] = []
const listeners = new Set<() => void>()

function publish(next: Said): void {
  said = next
  for (const listener of listeners) listener()
}

export const toastStore = {
  get: (): Said => said,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/**
 * @param undoSeq of what « Annuler » takes back
 * @returns by what `tellOn` knows it
 */
export function showToast(
  message: string,
  act: ToastAct | null = null,
  undoSeq: number | null = null,
): number {
  const toast = { id: nextId++, message, at: Date.now(), undoSeq, act, refusals: standing }
  publish({ current: toast, past: [toast, ...said.past].slice(0, KEPT) })
  return toast.id
}

/** What is not done with one of several things, while others of them go on. */
export function showRefusal(message: string, act: ToastAct | null = null): void {
  standing = standing.filter((one) => one.message !== message)
  showToast(message, act)
  standing = [...standing, { message, act }].slice(-SHOWN_WITH)
}

/** How far something is that was said to have begun, in the place of those words. */
export function tellOn(id: number, message: string): void {
  const told = (toast: Toast) => (toast.id === id ? { ...toast, message, at: Date.now() } : toast)
  publish({ current: said.current === null ? null : told(said.current), past: said.past.map(told) })
}

/** Says what the write did that was just answered, and offers to take back exactly that. */
export function showUndoToast(message: string, act: ToastAct | null = null): void {
  showToast(message, act, lastEntry())
}

/** Takes it out of the status line; it can still be read among the last ones. */
export function closeToast(id: number): void {
  if (said.current?.id !== id) return
  standing = []
  publish({ ...said, current: null })
}
