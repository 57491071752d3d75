import { errorSentence } from '../../api/api-error.ts'
import { call } from '../../api/client.ts'
import { outbox } from '../../api/outbox/window.ts'
import { showToast } from '../../api/toasts.ts'
import { documentText } from '../../text/documents.ts'
import { sessionText as text } from '../../text/session.ts'

export async function saveDraft(meetingId: string): Promise<void> {
  try {
    // Text typed and not yet sent belongs to the draft.
    await outbox.flush()
    const saved = await call('documents.saveDraft', { meetingId })
    if (saved === null) return
    const { docx, pdf } = saved
    const reveal = () =>
      void call('documents.reveal', { token: docx.token }).catch((error: unknown) =>
        showToast(errorSentence(error)),
      )
    showToast(text.draftSaved(docx.fileName, pdf.fileName), { label: documentText.reveal, run: reveal })
  } catch (error) {
    showToast(errorSentence(error))
  }
}
