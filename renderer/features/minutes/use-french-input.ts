// The French typing rules in a plain field; each correction is an edit that Ctrl Z takes back.
import { type RefObject, useEffect } from 'react'
import { frenchTyping } from './french-typing.ts'

/**
 * After each typed character that French corrects, replaces it by the browser's own editing command, so that the
 * field's undo knows both what was typed and what was corrected. Pasted text is left as it is.
 */
export function useFrenchInput(field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>): void {
  useEffect(() => {
    const element = field.current
    if (element === null) return
    const onInput = (event: Event) => {
      if (!(event instanceof InputEvent) || event.inputType !== 'insertText' || event.isComposing) return
      const typed = event.data ?? ''
      const at = element.selectionStart ?? 0
      const correction = frenchTyping(element.value.slice(0, Math.max(0, at - typed.length)), typed)
      if (correction === null) return
      element.setSelectionRange(at - typed.length - correction.remove, at)
      // The one way to edit a field that its undo takes part in; kept by Chromium for this purpose.
      document.execCommand('insertText', false, correction.insert)
    }
    element.addEventListener('input', onInput)
    return () => element.removeEventListener('input', onInput)
  }, [field])
}
