import { isTyping } from './typing.ts'

/**
 * Escape in a text: leaves it for what it stands in, and keeps what is typed. Menus, dialogs and forms that Escape closes
 * have taken the key before.
 */
export function leaveFieldOnEscape(target: Window): () => void {
  const onKey = (event: KeyboardEvent) => {
    const field = document.activeElement
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
    if (!(field instanceof HTMLElement) || !isTyping(field)) return
    // A search field would be emptied.
    event.preventDefault()
    const place = field.parentElement?.closest<HTMLElement>('[tabindex]')
    if (place == null) field.blur()
    else place.focus({ preventScroll: true })
  }
  target.addEventListener('keydown', onKey)
  return () => target.removeEventListener('keydown', onKey)
}
