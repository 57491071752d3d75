import { errorSentence } from '../api/api-error.ts'
import { outbox, store } from '../api/outbox/window.ts'
import { showToast } from '../api/toasts.ts'
import { commonText } from '../text/common.ts'
import { undoText } from '../text/undo.ts'
import { heldBy, isTouched, isTyping } from '../ui/typing.ts'

/** Whether « Annuler » belongs to the text: one in which nothing was typed yet leaves it to the journal. */
export function ownsUndo(element: Element | null): boolean {
  if (element === null || !isTyping(element)) return false
  return !(element instanceof HTMLElement && element.dataset.undo === 'journal') && isTouched(element)
}

/** A form that was left and opened again shows what was typed: that is what is taken back first. */
async function typedBack(held: string): Promise<(() => void) | null> {
  // The first screen has no form, and does without.
  const { takeBackTyped } = await import('../ui/kept.ts')
  return takeBackTyped(held)
}

export async function undoLast(): Promise<void> {
  const field = document.activeElement
  const held = field !== null && isTyping(field) ? heldBy(field) : ''
  const putBack = held === '' ? null : await typedBack(held)
  if (putBack !== null) return void showToast(undoText.typedBack, { label: commonText.putBack, run: putBack })
  try {
    // Text typed and not yet sent would be stored after, over what was taken back.
    await outbox.flush()
    const state = await store('history.undo', {})
    if (state.redo !== null) showToast(undoText.undone(state.redo.label))
  } catch (error) {
    showToast(errorSentence(error))
  }
}

export async function redoLast(): Promise<void> {
  try {
    await outbox.flush()
    const state = await store('history.redo', {})
    if (state.undo !== null) showToast(undoText.redone(state.undo.label))
  } catch (error) {
    showToast(errorSentence(error))
  }
}
