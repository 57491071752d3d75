/** Whether the keyboard is in a text: there letters are text, and Ctrl Z belongs to it. */
export function isTyping(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true
  if (element instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(element.type)
  return element instanceof HTMLElement && element.isContentEditable && element.role !== 'spinbutton'
}
