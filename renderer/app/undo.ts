import { errorSentence } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { outbox } from '../api/outbox/window.ts'
import { historyText } from '../text/history.ts'
import { showToast } from '../ui/toasts.ts'
import { isTyping } from '../ui/typing.ts'

/** Whether « Annuler » belongs to the text: an empty line of the meeting lends it to the journal. */
export function ownsUndo(element: Element | null): boolean {
  return isTyping(element) && !(element instanceof HTMLElement && element.dataset.undo === 'journal')
}

export async function undoLast(): Promise<void> {
  try {
    // Text typed and not yet sent would be stored after, over what was taken back.
    await outbox.flush()
    const state = await call('history.undo', {})
    if (state.redo !== null) showToast(historyText.undone(state.redo.label))
  } catch (error) {
    showToast(errorSentence(error))
  }
}

export async function redoLast(): Promise<void> {
  try {
    await outbox.flush()
    const state = await call('history.redo', {})
    if (state.undo !== null) showToast(historyText.redone(state.undo.label))
  } catch (error) {
    showToast(errorSentence(error))
  }
}
