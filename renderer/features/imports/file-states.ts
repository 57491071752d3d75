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

/** `work` would be lost; `trace` belongs to it and says nothing by itself; `look` is where somebody looks. */
type Kind = 'work' | 'trace' | 'look'

type Values = ReadonlyMap<string, unknown>

let places = 0
function nextPlace(): number {
  places += 1
  return places
}

/** What somebody did in the review of one file, or of one sheet of it, by the names of the states. */
export class FileStates {
  /** What is typed half in its fields is kept under this. */
  readonly place: string
  readonly #values = new Map<string, unknown>()
  readonly #first = new Map<string, unknown>()
  readonly #looks = new Set<string>()
  /** Of the states that are on the screen. */
  readonly #setters = new Map<string, (value: unknown) => void>()
  readonly #onTouched: () => void
  #isTouched = false
  /** As everything was before each act of a person. */
  #before: readonly Values[] = []
  readonly #listeners = new Set<() => void>()

  constructor(place: string, onTouched: () => void) {
    this.place = place
    this.#onTouched = onTouched
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly hasDone = (): boolean => this.#before.length > 0

  /** Somebody is about to do something. */
  readonly willAct = (): void => {
    const now = new Map([...this.#values].filter(([name]) => !this.#looks.has(name)))
    const last = this.#before.at(-1)
    const isSame = last?.size === now.size && [...now].every(([name, value]) => last.get(name) === value)
    if (!isSame) this.#tell([...this.#before, now])
  }

  /** Everything as it was before the last act. */
  readonly undo = (): void => {
    const last = this.#before.at(-1)
    if (last === undefined) return
    this.#tell(this.#before.slice(0, -1))
    for (const [name, value] of last) {
      if (this.#values.get(name) === value) continue
      this.#values.set(name, value)
      this.#setters.get(name)?.(value)
    }
  }

  #tell(before: readonly Values[]): void {
    this.#before = before
    for (const listener of this.#listeners) listener()
  }

  at<T>(name: string, initial: () => T): T {
    return this.#values.has(name) ? (this.#values.get(name) as T) : initial()
  }

  keep(name: string, value: unknown, kind: Kind): void {
    this.#values.set(name, value)
    if (kind === 'look') this.#looks.add(name)
    if (!this.#first.has(name)) this.#first.set(name, value)
    if (kind !== 'work' || this.#isTouched || this.#first.get(name) === value) return
    this.#isTouched = true
    this.#onTouched()
  }

  /** It is on the screen; returns how it leaves. */
  show(name: string, set: (value: unknown) => void): () => void {
    this.#setters.set(name, set)
    return () => {
      if (this.#setters.get(name) === set) this.#setters.delete(name)
    }
  }
}

/** One file, whichever of its sheets is on the screen. */
type OfFile = {
  /** What is typed half in any of its sheets is kept under this. */
  readonly place: string
  isTouched: boolean
  onTouched: () => void
  /** The sheet that was looked at last. */
  at: number | null
  readonly sheets: Map<number | null, FileStates>
}

/** As long as the bytes that came are held. */
const files = new WeakMap<Received, OfFile>()

function ofFile(received: Received): OfFile {
  const known = files.get(received)
  if (known !== undefined) return known
  const made: OfFile = {
    place: `import:${nextPlace()}`,
    isTouched: false,
    onTouched: () => undefined,
    at: null,
    sheets: new Map(),
  }
  files.set(received, made)
  return made
}

export function statesOf(received: Received, sheet: number | null): FileStates {
  const file = ofFile(received)
  const known = file.sheets.get(sheet)
  if (known !== undefined) return known
  const made = new FileStates(`${file.place}:${sheet ?? 0}`, () => {
    if (file.isTouched) return
    file.isTouched = true
    file.onTouched()
  })
  file.sheets.set(sheet, made)
  return made
}

/** Where what is typed half in the review of a file is kept, of all its sheets. */
export const placeOf = (received: Received): string => ofFile(received).place

/** Whether something was done in its review; `onTouched` is told of the first time. */
export function isTouched(received: Received, onTouched: () => void): boolean {
  const file = ofFile(received)
  file.onTouched = onTouched
  return file.isTouched
}

/** The sheet of a workbook that is reviewed, as it was left. */
export function useSheet(received: Received, first: number): [at: number, set: (at: number) => void] {
  const [at, setAt] = useState(ofFile(received).at ?? first)
  return [
    at,
    (next) => {
      ofFile(received).at = next
      setAt(next)
    },
  ]
}

const Shown = createContext(new FileStates('import', () => undefined))
export const FileStatesShown = Shown.Provider

/** Where the fields of the review that is shown keep what is typed half. */
export function useFilePlace(): string {
  return useContext(Shown).place
}

/** State of a review that outlives its screen: it is as it was left when the file is come back to. */
export function useOfFile<T>(
  name: string,
  initial: () => T,
  kind: Kind = 'work',
): [value: T, set: Dispatch<SetStateAction<T>>] {
  const states = useContext(Shown)
  const [value, setValue] = useState<T>(() => states.at(name, initial))
  useEffect(() => states.keep(name, value, kind), [states, name, value, kind])
  useEffect(() => states.show(name, (before) => setValue(() => before as T)), [states, name])
  return [value, setValue]
}

/** The same; each change is an act that can be taken back. */
export function useUndoable<T>(name: string, initial: () => T): [value: T, set: Dispatch<SetStateAction<T>>] {
  const states = useContext(Shown)
  const [value, setValue] = useOfFile(name, initial)
  return [
    value,
    (next) => {
      states.willAct()
      setValue(next)
    },
  ]
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
  const states = useContext(Shown)
  const [state, setState] = useOfFile(name, initial)
  const act = (one: A) => {
    if (isOwn(one)) states.willAct()
    setState((before) => after(before, one))
  }
  return [state, act]
}

/** Takes back what was done last in the review that is shown; null where nothing was. */
export function useUndo(): { undo: (() => void) | null; willAct: () => void } {
  const states = useContext(Shown)
  const hasDone = useSyncExternalStore(states.subscribe, states.hasDone)
  return { undo: hasDone ? states.undo : null, willAct: states.willAct }
}
