import { type RefObject, useEffect } from 'react'
import { dialogs } from '../../ui/dialogs.ts'

/** Where everything of the meeting is typed. */
export const focusLine = () => document.querySelector<HTMLElement>('.compose-field textarea')?.focus()

/**
 * Notes are typed while one listens: a letter for which nothing asks, and Escape in the pane beside, lead to the line. The
 * pane keeps its letters, which note who is there.
 */
export function useKeysToLine(isOpen: boolean, pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return
      if (dialogs.isHeld()) return
      const on = document.activeElement
      const isBeside = pane.current?.contains(on) === true
      const isLost = on === null || on === document.body
      const isOfList = on?.closest('.live-item, .live-head') != null
      const isLetter = event.key.length === 1 && event.key !== ' '
      if (event.key === 'Escape' ? !isBeside : !(isLetter && (isLost || isOfList))) return
      // The letter goes to where the focus is by then.
      if (!isLetter) event.preventDefault()
      focusLine()
    }
    // Before the key leaves a field for nothing.
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOpen, pane])
}
