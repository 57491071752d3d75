/** Inputs that hold no text; a chosen file is an `input` event too. */
const withoutText = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color'])

/** Whether the keyboard is in a text: there letters are text, and Ctrl Z belongs to it. */
export function isTyping(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true
  if (element instanceof HTMLInputElement) return !withoutText.has(element.type)
  return element instanceof HTMLElement && element.isContentEditable && element.role !== 'spinbutton'
}

/** `typed`: as the last key left it; null before one. */
type Entered = { readonly field: Element; readonly held: string; typed: string | null }

let entered: Entered | null = null

/** Remembers what each text held when it was entered; returns how to stop. */
export function followTouched(target: Window): () => void {
  const enter = (field: Element) => {
    entered = { field, held: heldBy(field), typed: null }
  }
  const onFocus = ({ target: field }: FocusEvent) => {
    if (field instanceof Element && isTyping(field)) enter(field)
    else entered = null
  }
  const onBeforeInput = ({ target: field }: Event) => {
    // Its words were sent: what is typed from here on is all that the text can take back.
    if (field instanceof Element && isSent(field)) enter(field)
  }
  const onInput = ({ target: field }: Event) => {
    if (entered !== null && field === entered.field) entered.typed = heldBy(entered.field)
  }
  const stop = new AbortController()
  target.addEventListener('focusin', onFocus, stop)
  target.addEventListener('beforeinput', onBeforeInput, stop)
  target.addEventListener('input', onInput, stop)
  return () => stop.abort()
}

/** Whether something was typed in this text since it was entered, and neither sent nor taken back whole. */
export function isTouched(field: Element): boolean {
  if (entered?.field !== field) return true
  return entered.typed !== null && heldBy(field) !== entered.held && !isSent(field)
}

/** Whether the act that the words were for has emptied the text. */
const isSent = (field: Element) => entered?.field === field && Boolean(entered.typed) && heldBy(field) === ''

export function heldBy(field: Element): string {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    ? field.value
    : field.textContent
}

/** Whether « Annuler » belongs to the text: one in which nothing stands that was typed leaves it to the journal. */
export const ownsUndo = (element: Element | null): boolean =>
  element !== null && isTyping(element) && isTouched(element)
