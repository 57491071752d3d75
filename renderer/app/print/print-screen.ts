import { errorSentence } from '../../api/api-error.ts'
import { call } from '../../api/client.ts'
import { outbox } from '../../api/outbox/window.ts'
import { showToast, tellOn } from '../../api/toasts.ts'
import { printedNow } from '../../parts/printed.ts'
import { printText as text } from '../../text/print.ts'

/** Pages after which it is said how far they are. */
const PAGES_TOLD = 10

let isPrinting = false

/** Prints what is on the screen, with the system's dialog. */
export async function printScreen(): Promise<void> {
  if (isPrinting) return
  isPrinting = true
  const stop = new AbortController()
  let sheet: Awaited<ReturnType<typeof import('./sheet.ts').sheetOf>> = 'screen'
  try {
    const said = showToast(text.preparing, { label: text.stop, run: () => stop.abort() })
    await outbox.flush()
    const { sheetOf } = await import('./sheet.ts')
    sheet = await sheetOf(printedNow(), {
      signal: stop.signal,
      onPage: (done, total) => {
        if (done % PAGES_TOLD === 0) tellOn(said, text.page(done, total))
      },
    })
    if (sheet === 'too-long') return void showToast(text.tooLong)
    stop.signal.throwIfAborted()
    if (sheet !== 'screen') {
      document.body.append(sheet)
      document.body.dataset.printing = 'sheet'
    }
    const { outcome } = await call('app.print', {})
    showToast(text[outcome])
  } catch (error) {
    showToast(stop.signal.aborted ? text.cancelled : errorSentence(error))
  } finally {
    if (sheet instanceof HTMLElement) sheet.remove()
    delete document.body.dataset.printing
    isPrinting = false
  }
}
