import { type RefObject, useEffect, useRef } from 'react'

/**
 * The keyboard stays in a part of the screen whose rows go away as they are worked off. What takes it is the part itself,
 * which has a negative tabindex, unless a row took it already.
 */
export function useFocusKept(part: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      last.current = target instanceof Element && part.current?.contains(target) === true ? target : null
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [part])
  useEffect(() => {
    const isGone = last.current !== null && !last.current.isConnected
    if (isGone && document.activeElement === document.body) part.current?.focus()
  })
}
