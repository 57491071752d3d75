import type { JournalEntry } from '../../electron/contract/history.ts'
import type { Method } from '../../electron/contract/index.ts'
import { errorSentence } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { outbox, store } from '../api/outbox/window.ts'
import { showToast } from '../api/toasts.ts'
import { commonText } from '../text/common.ts'
import { entryWords } from '../text/history-words.ts'
import { undoText } from '../text/undo.ts'
import { takeBackTyped } from '../ui/kept.ts'
import { heldBy, isTyping } from '../ui/typing.ts'

/** What was done, and to what. */
async function wordsOf({ seq, label }: JournalEntry): Promise<string> {
  const between = { from: seq, before: seq + 1 }
  const [line] = await call('history.list', { meetingId: null, limit: 1, between }).catch(() => [])
  return line === undefined ? label : entryWords(line)
}

/** What left the house is not taken back by one more key among many. */
const asked: ReadonlySet<string> = new Set<Method>(['dispatch.markSent', 'sending.send', 'sending.settle'])

/** Asks about what was done last where that is due; false where it may be taken back at once. */
async function asks(): Promise<boolean> {
  const { undo } = await call('history.state', {})
  if (undo === null || !asked.has(undo.method)) return false
  showToast(undoText.asks(await wordsOf(undo)), null, undo.seq)
  return true
}

export async function undoLast(): Promise<void> {
  const field = document.activeElement
  const held = field !== null && isTyping(field) ? heldBy(field) : ''
  // A form that was left and opened again shows what was typed: that is what is taken back first.
  const putBack = held === '' ? null : takeBackTyped(held)
  if (putBack !== null) return void showToast(undoText.typedBack, { label: commonText.putBack, run: putBack })
  try {
    // Text typed and not yet sent would be stored after, over what was taken back.
    await outbox.flush()
    if (await asks()) return
    const state = await store('history.undo', {})
    if (state.redo !== null) showToast(undoText.undone(await wordsOf(state.redo)))
  } catch (error) {
    showToast(errorSentence(error))
  }
}

export async function redoLast(): Promise<void> {
  try {
    await outbox.flush()
    const state = await store('history.redo', {})
    if (state.undo !== null) showToast(undoText.redone(await wordsOf(state.undo)))
  } catch (error) {
    showToast(errorSentence(error))
  }
}
