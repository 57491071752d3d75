import FileDown from 'lucide-react/icons/file-down'
import { useState } from 'react'
import type { SavedDocument } from '../../../electron/contract/documents.ts'
import { errorSentence } from '../../api/api-error.ts'
import { showToast } from '../../api/toasts.ts'
import { useAct } from '../../api/use-write.ts'
import { versionsText as text } from '../../text/agenda-versions.ts'
import { Button } from '../../ui/Button.tsx'
import { SavedToast } from '../documents/index.ts'

export function SaveVersion({ id, number }: { id: string; number: number }) {
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const save = useAct('documents.save', {
    onError: (error) => showToast(errorSentence(error)),
    onSuccess: (document) => setSaved(document ?? saved),
  })
  return (
    <>
      <Button
        small
        icon={FileDown}
        label={text.saveVersion(number)}
        busy={save.isPending ? text.saving : undefined}
        onPress={() => save.mutate({ kind: 'agendaVersion', id })}
      >
        {text.save}
      </Button>
      {saved === null ? null : (
        <SavedToast saved={saved} onClose={() => setSaved(null)}>
          {text.saved(saved.fileName)}
        </SavedToast>
      )}
    </>
  )
}
