import { useEffect, useRef, useState } from 'react'
import type { SheetDraft } from '../../../../electron/contract/subjects.ts'
import { isMailFile } from '../../../../electron/domain/dispatch/mail-file.ts'
import { errorCode, errorSentence } from '../../../api/api-error.ts'
import { newId } from '../../../api/new-id.ts'
import { showToast } from '../../../api/toasts.ts'
import { useAct, useWrite } from '../../../api/use-write.ts'
import { sheetText, subjectText as text } from '../../../text/subjects.ts'
import { isTyping } from '../../../ui/typing.ts'
import { takeMailFiles } from './taking.ts'
import { MAX_PASTED, usePasted } from './use-pasted.ts'

/** Above this a Word file is no sheet: not even read. */
const MAX_SHEET_BYTES = 20 * 1024 * 1024

export type Intake = {
  /** Mails become subjects, a Word file is read as a sheet. */
  takeFiles: (files: readonly File[]) => void
  isReadingSheet: boolean
}

export function useSubjectIntake(on: {
  sheet: (draft: SheetDraft) => void
  taken: (id: string) => void
}): Intake {
  const [isReadingSheet, setReading] = useState(false)
  const read = useAct('subjects.readSheet')
  const paste = useWrite('subjects.takeText', {
    ...usePasted(on.taken),
    onError: (error) => showToast(errorSentence(error)),
  })
  const readSheet = async (file: File) => {
    if (file.size > MAX_SHEET_BYTES) return showToast(sheetText.notASheet)
    setReading(true)
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      on.sheet(await read.mutateAsync({ file: { fileName: file.name, bytes } }))
    } catch (error) {
      const isOther = errorCode(error) === 'file-format-unknown'
      showToast(isOther ? sheetText.notASheet : errorSentence(error))
    }
    setReading(false)
  }
  const takeFiles = (files: readonly File[]) => {
    const mails = files.filter(({ name }) => isMailFile(name))
    const sheet = files.find(({ name }) => /\.docx$/i.test(name))
    if (mails.length > 0) void takeMailFiles(mails)
    if (sheet !== undefined) void readSheet(sheet)
    if (mails.length === 0 && sheet === undefined) showToast(text.dropOther)
  }
  const onPaste = useRef<(event: ClipboardEvent) => void>(() => undefined)
  onPaste.current = (event) => {
    if (event.defaultPrevented || isTyping(document.activeElement)) return
    const files = [...(event.clipboardData?.files ?? [])]
    const words = event.clipboardData?.getData('text/plain') ?? ''
    if (files.length > 0) takeFiles(files)
    else if (words.length > MAX_PASTED) showToast(text.pasteTooLong)
    else if (words.trim() !== '') paste.mutate({ id: newId(), text: words })
  }
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste.current(event)
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [])
  return { takeFiles, isReadingSheet }
}
