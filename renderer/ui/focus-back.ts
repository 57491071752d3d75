import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Where Tab stops in the rows of a list. */
const STOP = '[data-row][tabindex="0"], [role="row"][tabindex="0"]'

/**
 * A pane that goes away with the focus gives it back: to the row in the list beside it, else to what had it before. A
 * screen that is left takes the list along, and gives the focus by itself.
 */
export function useFocusBack(pane: RefObject<HTMLElement | null>): void {
  const before = useRef(document.activeElement)
  useLayoutEffect(() => {
    const { current } = pane
    const cols = current?.closest('.cols')
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element && current?.contains(target) === false) before.current = target
    }
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('focusin', onFocus)
      if (cols == null || current?.contains(document.activeElement) !== true) return
      setTimeout(() => {
        if (!cols.isConnected || document.activeElement !== document.body) return
        const row = cols.querySelector<HTMLElement>(STOP)
        if (row !== null) row.focus()
        else if (before.current instanceof HTMLElement) before.current.focus()
      })
    }
  }, [pane])
}
