import { errorSentence } from '../../api/api-error.ts'
import { call } from '../../api/client.ts'
import { outbox } from '../../api/outbox/window.ts'
import { showToast } from '../../api/toasts.ts'
import { printedNow } from '../../parts/printed.ts'
import { printText as text } from '../../text/print.ts'

let isPrinting = false

/** Prints what is on the screen, with the system's dialog. */
export async function printScreen(): Promise<void> {
  if (isPrinting) return
  isPrinting = true
  let sheet: HTMLElement | null = null
  try {
    showToast(text.preparing)
    await outbox.flush()
    const { sheetOf } = await import('./sheet.ts')
    sheet = await sheetOf(printedNow())
    if (sheet !== null) {
      document.body.append(sheet)
      document.body.dataset.printing = 'sheet'
    }
    const { outcome } = await call('app.print', {})
    showToast(text[outcome])
  } catch (error) {
    showToast(errorSentence(error))
  } finally {
    sheet?.remove()
    delete document.body.dataset.printing
    isPrinting = false
  }
}
