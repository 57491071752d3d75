// What is being recognised and asked about; apart from what does it, which is loaded with the first file.
import type { Arrival, ArrivalKind } from '../../../electron/domain/documents/file-signs.ts'
import type { Refusal } from '../../api/toasts.ts'
import { dropText as text } from '../../text/drop.ts'

/** Files of which the same may be made, asked about together. */
export type Question = {
  readonly key: string
  readonly files: readonly File[]
  /** Why nothing was read out of them; null when that is not so. */
  readonly failure: string | null
  readonly choices: readonly { readonly arrival: Arrival; readonly label: string }[]
}

type State = {
  /** Names of what is being looked at. */
  readonly looking: readonly string[]
  /** Names of what waits until nothing else is asked. */
  readonly held: readonly string[]
  readonly questions: readonly Question[]
  /** Of what came with what is asked about: the status line waits until nothing is asked any more. */
  readonly refusals: readonly Refusal[]
}

let state: State = { looking: [], held: [], questions: [], refusals: [] }
const listeners = new Set<() => void>()

export function publish(next: Partial<State>): void {
  state = { ...state, ...next }
  for (const listener of listeners) listener()
}

export const arrivals = {
  get: (): State => state,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** What the place says that it takes. */
export function preferredAt(at: Element | null): ArrivalKind[] {
  const said = at?.closest('[data-takes]')?.getAttribute('data-takes') ?? ''
  return said.split(' ').filter(isKind)
}

const isKind = (word: string): word is ArrivalKind => Object.hasOwn(text.takes, word)
