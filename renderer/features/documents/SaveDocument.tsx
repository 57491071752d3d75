// Save document: writes the PDF where the person says, then opens it or shows it in its folder.
import FileDown from 'lucide-react/icons/file-down'
import X from 'lucide-react/icons/x'
import { useEffect, useState } from 'react'
import type { DocumentSubject, SavedDocument } from '../../../electron/contract/documents.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { errorSentence } from '../../api/api-error.ts'
import { saves } from '../../api/saves.ts'
import { useWrite } from '../../api/use-write.ts'
import { documentText } from '../../text/documents.ts'
import { Button } from '../../ui/Button.tsx'
import { closeToast, showToast, toastStore } from '../../ui/toasts.ts'

export function SaveDocument({ subject }: { subject: DocumentSubject }) {
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const check = useWrite('documents.check')
  const save = useWrite('documents.save', {
    onError: (error) => showToast(errorSentence(error)),
    onSuccess: (document) => {
      if (document === null) return
      setSaved(document)
      check.reset()
      if (document.fileName.toLowerCase().endsWith('.pdf')) check.mutate(subject)
    },
  })
  const start = async () => {
    await saves.flush()
    save.mutate(subject)
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
        <SavedToast saved={saved} verdict={verdict(check)} onClose={() => setSaved(null)}>
          {documentText.saved(subject.kind, saved.fileName)}
        </SavedToast>
      )}
    </>
  )
}

/** What the checker says of the PDF that was saved; nothing for other formats. */
function verdict(check: { isPending: boolean; data: Output<'documents.check'> | undefined }): string {
  if (check.isPending) return documentText.checking
  if (check.data === undefined) return ''
  const { faults } = check.data
  const [first] = faults
  return first === undefined ? documentText.sound : documentText.faulty(faults.length, first.page)
}

/** Says where a document went, and opens or shows it; stays until closed: eight seconds are short to find a file again. */
export function SavedToast(props: {
  saved: SavedDocument
  /** What the checker says of it. */
  verdict?: string
  children: string
  onClose: () => void
}) {
  const { token } = props.saved
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const open = useWrite('documents.open', say)
  const reveal = useWrite('documents.reveal', say)
  // One message at a time in that place: the newer covers what was said before.
  useEffect(() => {
    for (const toast of toastStore.get()) closeToast(toast.id)
  }, [])
  return (
    <output className="toast saved-document">
      <span>{props.children}</span>
      {props.verdict === undefined || props.verdict === '' ? null : <span>{props.verdict}</span>}
      <Button small onPress={() => open.mutate({ token })}>
        {documentText.open}
      </Button>
      <Button small onPress={() => reveal.mutate({ token })}>
        {documentText.reveal}
      </Button>
      <Button small look="ghost" icon={X} label={documentText.closeSaved} onPress={props.onClose} />
    </output>
  )
}
