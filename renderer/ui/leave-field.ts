import { isTyping } from './typing.ts'

/** Takes the focus out of a text, to what it stands in. */
export function leaveField(field: HTMLElement): void {
  const place = field.parentElement?.closest<HTMLElement>('[tabindex]')
  if (place == null) field.blur()
  else place.focus({ preventScroll: true })
}

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
    leaveField(field)
  }
  target.addEventListener('keydown', onKey)
  return () => target.removeEventListener('keydown', onKey)
}
