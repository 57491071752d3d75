import { useRef, useState } from 'react'
import type { SavedDocument } from '../../../../electron/contract/documents.ts'
import { ActButton } from '../../../acts/ActButton.tsx'
import { ActMenu } from '../../../acts/ActMenu.tsx'
import { useActs } from '../../../acts/use-acts.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { newId } from '../../../api/new-id.ts'
import { showToast } from '../../../api/toasts.ts'
import { useAct, useWrite } from '../../../api/use-write.ts'
import { sheetText, subjectText as text } from '../../../text/subjects.ts'
import { SavedToast } from '../../documents/index.ts'
import { intakeActs } from './subject-acts.ts'
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
  const saveBlank = useAct('documents.save', {
    onError,
    onSuccess: (document) => setSaved(document ?? saved),
  })
  const acts = useActs(intakeActs, {
    paste: props.onPaste,
    readSheet: () => sheetInput.current?.click(),
    saveBlank: () => saveBlank.mutate({ kind: 'sheet', subjectId: null }),
    add: () => add.mutate({ id: newId(), fields: { title: text.fresh } }),
    choose: () => void chooseMails(),
  })
  return (
    <>
      {intake.isReadingSheet ? (
        <span className="mute" role="status">
          {sheetText.reading}
        </span>
      ) : null}
      <ActMenu label={text.more} acts={[acts.paste, acts.readSheet, acts.blankSheet]} />
      <input
        ref={sheetInput}
        type="file"
        hidden
        accept=".docx"
        aria-label={text.readSheet}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file chosen again, mended meanwhile, is read again.
          event.target.value = ''
          if (file !== undefined) intake.readSheet(file)
        }}
      />
      <ActButton act={acts.add} />
      <ActButton act={acts.choose} look="primary" busy={progress === null ? undefined : text.choosing} />
      {saved === null ? null : (
        <SavedToast saved={saved} onClose={() => setSaved(null)}>
          {text.sheetSaved(saved.fileName)}
        </SavedToast>
      )}
    </>
  )
}
