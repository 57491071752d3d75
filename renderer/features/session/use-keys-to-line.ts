import { type RefObject, useEffect } from 'react'
import { dialogs } from '../../ui/dialogs.ts'
import { hasNoFocus } from '../../ui/no-focus.ts'
import { isTyping } from '../../ui/typing.ts'

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
      if (event.defaultPrevented || event.isComposing || dialogs.isHeld()) return
      // "@" and "#" are typed with AltGr on some keyboards.
      const isHeld = event.ctrlKey || event.metaKey || event.altKey
      if (isHeld && !event.getModifierState('AltGraph')) return
      const on = document.activeElement
      const isBeside = pane.current?.contains(on) === true
      const isOfMeeting = on?.closest('.live-item, .live-current') != null && !takesLetters(on)
      // "?" is the window's key for its keys.
      const isLetter = event.key.length === 1 && event.key !== ' ' && event.key !== '?'
      if (event.key === 'Escape' ? !isBeside : !(isLetter && (hasNoFocus() || isOfMeeting))) return
      // The letter goes to where the focus is by then.
      if (!isLetter) event.preventDefault()
      focusLine()
    }
    // Before the key leaves a field for nothing.
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOpen, pane])
}

/** A field, or one of a form that is filled in. */
const takesLetters = (element: Element) =>
  isTyping(element) || element.closest('form, select, [role="spinbutton"], [role="listbox"]') !== null
