import { useCallback, useEffect, useId, useRef, useSyncExternalStore } from 'react'
import { type Attempt, type GivenUp, type KeptText, Unsent, wordsOf } from '../api/outbox/unsent.ts'
import { outbox } from '../api/outbox/window.ts'
import { sameJson } from '../api/same-json.ts'

type Typed = { readonly value: unknown; readonly texts: readonly string[]; readonly at: string }

/**
 * What is typed in forms and not sent yet: it outlives the form that Escape closed and the screen that was left. It lives
 * in the window alone, and so counts as unsaved wherever that is asked.
 */
class KeptForms extends Unsent {
  #typed: ReadonlyMap<string, Typed> = new Map()

  get waiting(): boolean {
    return false
  }

  get dirty(): boolean {
    return this.kept.length > 0
  }

  override get isForm(): boolean {
    return true
  }

  override get kept(): readonly string[] {
    return [...this.#typed.values()].flatMap(({ texts }) => texts)
  }

  override keptAt(): readonly KeptText[] {
    return [...this.#typed].flatMap(([form, { texts, at }]) => texts.map((words) => ({ words, at, form })))
  }

  /** A choice without a word is no more than a menu that was left open. */
  override get isPartWordless(): boolean {
    return false
  }

  async attempt(): Promise<Attempt> {
    return 'undecided'
  }

  at(key: string): Typed | undefined {
    return this.#typed.get(key)
  }

  /** @param typed undefined: there is nothing to keep any more */
  put(key: string, typed: Omit<Typed, 'at'> | undefined): void {
    if (typed === undefined && !this.#typed.has(key)) return
    const next = new Map(this.#typed)
    if (typed === undefined) next.delete(key)
    else next.set(key, { ...typed, at: window.location.hash })
    this.#typed = next
    this.touched('asked')
  }

  override giveUp(): GivenUp {
    return this.drop(() => true)
  }

  /** Drops what is kept under some keys. */
  drop(isDropped: (key: string) => boolean): GivenUp {
    const given = [...this.#typed].filter(([key]) => isDropped(key))
    const texts = given.flatMap(([, one]) => one.texts)
    if (given.length > 0) {
      this.#typed = new Map([...this.#typed].filter(([key]) => !isDropped(key)))
      this.touched('asked')
    }
    const putBack = () => {
      this.#typed = new Map([...given, ...this.#typed])
      this.touched('asked')
    }
    return { texts, putBack }
  }

  override rowRemoved(id: string): void {
    this.drop((key) => key.split(':').includes(id))
  }

  override forgotten(): void {
    this.#typed = new Map()
    this.touched('asked')
  }
}

const forms = outbox.open('forms', () => new KeptForms())

/** Empties a form, and returns how what was typed in it comes back. */
type TypedBack = { readonly texts: readonly string[]; empty(): () => void }

/** Forms on the screen that show again what was typed before; fields of what was refused. */
const shownAgain = new Set<TypedBack>()

/**
 * State of a form that is stored by an act of its own. Left in any way, it is there again under the same `key`, until the
 * act succeeded: `forget`, which takes what is kept under `key:…` with it. A button that gives it up says so (`sayGivenUp`), with the way back.
 * @param key names the rows that it goes with, once one of them is removed (`mandate:<person>:<mandate>:startsOn`);
 * null: what stays on the screen as long as its words do.
 * @param textsOf what in it a person would read as typed
 */
export function useKept<T>(
  key: string | null,
  initial: T,
  textsOf: (value: T) => readonly unknown[] = (value) => [value],
): readonly [value: T, change: (next: T | ((before: T) => T)) => void, forget: () => GivenUp | null] {
  const own = useId()
  const place = key ?? own
  const typed = useSyncExternalStore(forms.subscribe, () => forms.at(place))
  const value = typed === undefined ? initial : (typed.value as T)
  const old = useRef(typed === undefined ? null : place)
  useEffect(() => (key === null ? () => forms.put(own, undefined) : undefined), [key, own])
  useTypedBack(
    typed === undefined || old.current !== place
      ? null
      : {
          texts: typed.texts,
          empty() {
            forms.put(place, undefined)
            return () => forms.put(place, typed)
          },
        },
  )
  const change = (given: T | ((before: T) => T)) => {
    const before = forms.at(place)
    // Nothing that is kept is a function.
    const next =
      typeof given === 'function'
        ? (given as (before: T) => T)(before === undefined ? initial : (before.value as T))
        : given
    old.current = null
    forms.put(
      place,
      sameJson(next, initial) ? undefined : { value: next, texts: typedIn(textsOf(next), textsOf(initial)) },
    )
  }
  const forget = () => {
    const given = forms.drop((key) => key === place || key.startsWith(`${place}:`))
    return given.texts.length === 0 ? null : given
  }
  return [value, change, forget]
}

/** What was proposed and left as it was is no text of somebody's. */
function typedIn(next: readonly unknown[], initial: readonly unknown[]): readonly string[] {
  const proposed = new Set(initial.flatMap(wordsOf))
  return next.flatMap(wordsOf).filter((words) => !proposed.has(words))
}

/** Whether words wait in a form: a screen that one comes back to shows it again. */
export const isKept = (key: string): boolean => (forms.at(key)?.texts.length ?? 0) > 0

/** What is chosen in a form (a day, a row of a list) is kept with it, and is no text. */
export const noWords = (): readonly string[] => []

/** What a work said at its end: there for who looked elsewhere meanwhile, gone once its screen was left after that. */
export function useOutcome<T>(
  key: string,
  isUnderWay: boolean,
): readonly [outcome: T | null, say: (outcome: T | null) => void] {
  const [outcome, change] = useKept<T | null>(key, null, noWords)
  const latest = useRef({ isUnderWay, change })
  latest.current = { isUnderWay, change }
  const say = useCallback((next: T | null) => latest.current.change(next), [])
  useEffect(() => () => (latest.current.isUnderWay ? undefined : say(null)), [say])
  return [outcome, say]
}

/** What is given up with one button, brought back with one. */
export function together(...given: readonly (GivenUp | null)[]): GivenUp | null {
  const some = given.filter((one) => one !== null)
  if (some.length === 0) return null
  return {
    texts: some.flatMap(({ texts }) => texts),
    putBack() {
      for (const { putBack } of some) putBack()
    },
  }
}

/** What « Annuler » in a text that nobody touched since takes back, before the journal. */
export function useTypedBack(back: TypedBack | null): void {
  useEffect(() => {
    if (back === null) return
    shownAgain.add(back)
    return () => {
      shownAgain.delete(back)
    }
  })
}

/** Empties the form that a field shows words of, and no other; returns how they come back, null where it shows none. */
export function takeBackTyped(held: string): (() => void) | null {
  const [words] = wordsOf(held)
  if (words === undefined) return null
  const shown = [...shownAgain].find(({ texts }) => texts.includes(words))
  return shown?.empty() ?? null
}
