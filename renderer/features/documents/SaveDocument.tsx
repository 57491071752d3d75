// Save document: writes the PDF where the person says, then opens it or shows it in its folder.
import FileDown from 'lucide-react/icons/file-down'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import type { DocumentKind, SavedDocument } from '../../../electron/contract/documents.ts'
import { errorSentence } from '../../api/api-error.ts'
import { saves } from '../../api/saves.ts'
import { useWrite } from '../../api/use-write.ts'
import { documentText } from '../../text/documents.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toasts.ts'

export function SaveDocument({ meetingId, kind }: { meetingId: string; kind: DocumentKind }) {
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const save = useWrite('documents.save', { ...say, onSuccess: (document) => setSaved(document ?? saved) })
  const open = useWrite('documents.open', say)
  const reveal = useWrite('documents.reveal', say)
  const start = async () => {
    await saves.flush()
    save.mutate({ meetingId, kind })
  }
  return (
    <>
      <Button
        look="primary"
        icon={FileDown}
        busy={save.isPending ? documentText.saving : undefined}
        onPress={() => void start()}
      >
        {documentText.save}
      </Button>
      {saved === null ? null : (
        // Stays until closed: eight seconds are short to find a file again.
        <output className="toast saved-document">
          <span>{documentText.saved(kind, saved.fileName)}</span>
          <Button small onPress={() => open.mutate({ token: saved.token })}>
            {documentText.open}
          </Button>
          <Button small onPress={() => reveal.mutate({ token: saved.token })}>
            {documentText.reveal}
          </Button>
          <Button
            small
            look="ghost"
            icon={X}
            label={documentText.closeSaved}
            onPress={() => setSaved(null)}
          />
        </output>
      )}
    </>
  )
}
