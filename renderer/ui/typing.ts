/** Inputs that hold no text; a chosen file is an `input` event too. */
const withoutText = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color'])

/** Whether the keyboard is in a text: there letters are text, and Ctrl Z belongs to it. */
export function isTyping(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true
  if (element instanceof HTMLInputElement) return !withoutText.has(element.type)
  return element instanceof HTMLElement && element.isContentEditable && element.role !== 'spinbutton'
}

type Entered = { readonly field: Element; readonly held: string; isTouched: boolean }

let entered: Entered | null = null

/** Remembers what each text held when it was entered; returns how to stop. */
export function followTouched(target: Window): () => void {
  const onFocus = ({ target: field }: FocusEvent) => {
    entered =
      field instanceof Element && isTyping(field) ? { field, held: heldBy(field), isTouched: false } : null
  }
  const onInput = ({ target: field }: Event) => {
    if (entered !== null && field === entered.field) entered.isTouched = true
  }
  target.addEventListener('focusin', onFocus)
  target.addEventListener('input', onInput)
  return () => {
    target.removeEventListener('focusin', onFocus)
    target.removeEventListener('input', onInput)
  }
}

/** Whether something was typed in this text since it was entered, and not all of it was taken back. */
export function isTouched(field: Element): boolean {
  return entered?.field !== field || (entered.isTouched && heldBy(field) !== entered.held)
}

export function heldBy(field: Element): string {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    ? field.value
    : field.textContent
}

/** Whether « Annuler » belongs to the text: one in which nothing was typed yet leaves it to the journal. */
export function ownsUndo(element: Element | null): boolean {
  if (element === null || !isTyping(element)) return false
  return !(element instanceof HTMLElement && element.dataset.undo === 'journal') && isTouched(element)
}
