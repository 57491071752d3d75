import {
  createContext,
  type Dispatch,
  type SetStateAction,
  useCallback,
  useContext,
  useEffect,
  useState,
} from 'react'
import type { Received } from './use-reading.ts'

/** What somebody did in the review of one file, or of one sheet of it, by the names of the states. */
export class FileStates {
  readonly values = new Map<string, unknown>()
  readonly #first = new Map<string, unknown>()
  readonly #onTouched: () => void
  #isTouched = false

  constructor(onTouched: () => void) {
    this.#onTouched = onTouched
  }

  /** @param isWork whether it is work, not only where somebody looks */
  keep(name: string, value: unknown, isWork: boolean): void {
    this.values.set(name, value)
    if (!this.#first.has(name)) this.#first.set(name, value)
    if (!isWork || this.#isTouched || this.#first.get(name) === value) return
    this.#isTouched = true
    this.#onTouched()
  }
}

/** One file, whichever of its sheets is on the screen. */
type OfFile = { isTouched: boolean; onTouched: () => void; readonly sheets: Map<number | null, FileStates> }

/** As long as the bytes that came are held. */
const files = new WeakMap<Received, OfFile>()

function ofFile(received: Received): OfFile {
  const known = files.get(received)
  if (known !== undefined) return known
  const made: OfFile = { isTouched: false, onTouched: () => undefined, sheets: new Map() }
  files.set(received, made)
  return made
}

export function statesOf(received: Received, sheet: number | null): FileStates {
  const file = ofFile(received)
  const known = file.sheets.get(sheet)
  if (known !== undefined) return known
  const made = new FileStates(() => {
    if (file.isTouched) return
    file.isTouched = true
    file.onTouched()
  })
  file.sheets.set(sheet, made)
  return made
}

/** Whether something was done in its review; `onTouched` is told of the first time. */
export function isTouched(received: Received, onTouched: () => void): boolean {
  const file = ofFile(received)
  file.onTouched = onTouched
  return file.isTouched
}

const Shown = createContext(new FileStates(() => undefined))
export const FileStatesShown = Shown.Provider

/**
 * State of a review that outlives its screen: it is as it was left when the file is come back to.
 * @param isWork whether it is work that would be lost, not only where somebody looks
 */
export function useOfFile<T>(
  name: string,
  initial: () => T,
  isWork = true,
): [value: T, set: Dispatch<SetStateAction<T>>] {
  const states = useContext(Shown)
  const [value, setValue] = useState<T>(() =>
    states.values.has(name) ? (states.values.get(name) as T) : initial(),
  )
  useEffect(() => states.keep(name, value, isWork), [states, name, value, isWork])
  return [value, setValue]
}

/** The same, changed by acts. */
export function useActsOfFile<S, A>(
  name: string,
  after: (state: S, act: A) => S,
  initial: () => S,
): [state: S, act: Dispatch<A>] {
  const [state, setState] = useOfFile(name, initial)
  const act = useCallback((one: A) => setState((before) => after(before, one)), [setState, after])
  return [state, act]
}
