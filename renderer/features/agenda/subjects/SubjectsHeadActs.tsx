import ClipboardPaste from 'lucide-react/icons/clipboard-paste'
import FileDown from 'lucide-react/icons/file-down'
import FileInput from 'lucide-react/icons/file-input'
import MailPlus from 'lucide-react/icons/mail-plus'
import Plus from 'lucide-react/icons/plus'
import { useRef, useState } from 'react'
import type { SavedDocument } from '../../../../electron/contract/documents.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { newId } from '../../../api/new-id.ts'
import { useWrite } from '../../../api/use-write.ts'
import { sheetText, subjectText as text } from '../../../text/subjects.ts'
import { Button } from '../../../ui/Button.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { SavedToast } from '../../documents/index.ts'
import { chooseMails, useTaking } from './taking.ts'
import type { Intake } from './use-subject-intake.ts'

export function SubjectsHeadActs(props: {
  intake: Intake
  onAdded: (id: string) => void
  onPaste: () => void
}) {
  const { intake } = props
  const { progress } = useTaking()
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const sheetInput = useRef<HTMLInputElement>(null)
  const onError = (error: unknown) => showToast(errorSentence(error))
  const add = useWrite('subjects.add', { onError, onSuccess: ({ subject }) => props.onAdded(subject.id) })
  const saveBlank = useWrite('subjects.saveSheet', {
    onError,
    onSuccess: (document) => setSaved(document ?? saved),
  })
  return (
    <>
      {intake.isReadingSheet ? (
        <span className="mute" role="status">
          {sheetText.reading}
        </span>
      ) : null}
      <Menu
        label={text.more}
        acts={[
          { id: 'paste', icon: ClipboardPaste, label: text.paste, onAct: props.onPaste },
          {
            id: 'readSheet',
            icon: FileInput,
            label: text.readSheet,
            onAct: () => sheetInput.current?.click(),
          },
          {
            id: 'blankSheet',
            icon: FileDown,
            label: text.blankSheet,
            reads: true,
            onAct: () => saveBlank.mutate({ subjectId: null }),
          },
        ]}
      />
      <input
        ref={sheetInput}
        type="file"
        hidden
        accept=".docx"
        aria-label={text.readSheet}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) intake.takeFiles(files)
        }}
      />
      <Button icon={Plus} onPress={() => add.mutate({ id: newId(), fields: { title: text.fresh } })}>
        {text.fresh}
      </Button>
      <Button
        look="primary"
        icon={MailPlus}
        busy={progress === null ? undefined : text.choosing}
        onPress={() => void chooseMails()}
      >
        {text.choose}
      </Button>
      {saved === null ? null : (
        <SavedToast saved={saved} onClose={() => setSaved(null)}>
          {text.sheetSaved(saved.fileName)}
        </SavedToast>
      )}
    </>
  )
}
