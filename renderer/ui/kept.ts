import { useEffect, useRef, useState } from 'react'

/** What is typed in forms and not sent yet: it outlives the form that Escape closed and the screen that was left. */
const typed = new Map<string, unknown>()

/** Forms on the screen that show again what was typed before, and how each is emptied; fields of what was refused. */
const shownAgain = new Set<() => void>()

/**
 * State of a form that is stored by an act of its own. Left in any way, it is there again under the same `key`, until the
 * act was done: `forget`.
 * @param key null: what stays on the screen as long as its words do.
 */
export function useKept<T>(
  key: string | null,
  initial: T,
): readonly [value: T, change: (value: T) => void, forget: () => void] {
  const isKept = key !== null && typed.has(key)
  const [value, setValue] = useState<T>(() => (isKept ? (typed.get(key) as T) : initial))
  const isOld = useRef(isKept)
  const forget = () => {
    if (key !== null) typed.delete(key)
  }
  useTypedBack(
    isOld.current
      ? () => {
          forget()
          isOld.current = false
          setValue(initial)
        }
      : null,
  )
  const change = (next: T) => {
    isOld.current = false
    if (next === initial) forget()
    else if (key !== null) typed.set(key, next)
    setValue(next)
  }
  return [value, change, forget]
}

/** What « Annuler » in a text that nobody touched since takes back, before the journal. */
export function useTypedBack(back: (() => void) | null): void {
  useEffect(() => {
    if (back === null) return
    shownAgain.add(back)
    return () => {
      shownAgain.delete(back)
    }
  })
}

/** Empties the forms that show again what was typed before; false when there is none. */
export function takeBackTyped(): boolean {
  const all = [...shownAgain]
  for (const empty of all) empty()
  return all.length > 0
}
