import {
  createContext,
  type Dispatch,
  type SetStateAction,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'

/** The bytes as they came; what was pasted is nobody's file. */
export type Received = { readonly bytes: Uint8Array; readonly isFile: boolean }

/** What somebody did in the review of one file, or of one sheet of it, by the names of the states. */
export class FileStates {
  readonly values = new Map<string, unknown>()
  readonly #first = new Map<string, unknown>()
  readonly #onTouched: () => void
  #isTouched = false
  #done: readonly (() => void)[] = []
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly hasDone = (): boolean => this.#done.length > 0

  /** One act of a person, and how it is taken back. */
  did(takeBack: () => void): void {
    this.#tell([...this.#done, takeBack])
  }

  readonly undo = (): void => {
    const last = this.#done.at(-1)
    this.#tell(this.#done.slice(0, -1))
    last?.()
  }

  #tell(done: readonly (() => void)[]): void {
    this.#done = done
    for (const listener of this.#listeners) listener()
  }

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

/** The same; each change is an act that can be taken back. */
export function useUndoable<T>(name: string, initial: () => T): [value: T, set: Dispatch<SetStateAction<T>>] {
  const [value, setValue] = useOfFile(name, initial)
  const set = useRemembered(value, setValue)
  return [value, set]
}

/**
 * The same, changed by acts.
 * @param isOwn whether somebody does it: what only follows from something else goes with that
 */
export function useActsOfFile<S, A>(
  name: string,
  after: (state: S, act: A) => S,
  initial: () => S,
  isOwn: (act: A) => boolean,
): [state: S, act: Dispatch<A>] {
  const [state, setState] = useOfFile(name, initial)
  const set = useRemembered(state, setState)
  const act = (one: A) => (isOwn(one) ? set : setState)((before) => after(before, one))
  return [state, act]
}

function useRemembered<T>(value: T, setValue: Dispatch<SetStateAction<T>>): Dispatch<SetStateAction<T>> {
  const states = useContext(Shown)
  return (next) => {
    setValue(next)
    states.did(() => setValue(value))
  }
}

/** Takes back what was done last in the review that is shown; null where nothing was. */
export function useUndo(): { undo: (() => void) | null; did: (takeBack: () => void) => void } {
  const states = useContext(Shown)
  const hasDone = useSyncExternalStore(states.subscribe, states.hasDone)
  return { undo: hasDone ? states.undo : null, did: (takeBack) => states.did(takeBack) }
}
