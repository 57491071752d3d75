import { useEffect, useRef, useState } from 'react'
import type { SheetDraft } from '../../../../electron/contract/subjects.ts'
import { copiedMail } from '../../../../electron/domain/dispatch/mail-text.ts'
import { MOST_SHEET_BYTES, PASTED_LENGTH } from '../../../../electron/domain/limits.ts'
import { ApiError, errorCode, errorSentence } from '../../../api/api-error.ts'
import { useArrived } from '../../../api/arrivals.ts'
import { showRefusal, showToast } from '../../../api/toasts.ts'
import { saidByCaller, useAct } from '../../../api/use-write.ts'
import { sheetText, subjectText as text } from '../../../text/subjects.ts'
import { isTyping } from '../../../ui/typing.ts'

export type Intake = {
  readSheet: (file: File) => void
  isReadingSheet: boolean
}

export function useSubjectIntake(on: {
  sheet: (draft: SheetDraft) => void
  /** Pasted words that nothing says what they are: perhaps a subject, perhaps a slip. */
  words: (words: string) => void
}): Intake {
  const [isReadingSheet, setReading] = useState(false)
  const read = useAct('subjects.readSheet', saidByCaller)
  const readSheet = async (file: File) => {
    setReading(true)
    try {
      if (file.size > MOST_SHEET_BYTES)
        throw new ApiError('file-too-large', { limit: { of: 'fileBytes', most: MOST_SHEET_BYTES } })
      const bytes = new Uint8Array(await file.arrayBuffer())
      on.sheet(await read.mutateAsync({ file: { fileName: file.name, bytes } }))
    } catch (error) {
      const isOther = errorCode(error) === 'file-format-unknown'
      // Beside what is said of the file where it was let fall.
      showRefusal(isOther ? sheetText.notASheet : errorSentence(error))
    }
    setReading(false)
  }
  useArrived('sheet', null, ([file]) => {
    if (file !== undefined) void readSheet(file)
  })
  const onPaste = useRef<(event: ClipboardEvent) => void>(() => undefined)
  onPaste.current = (event) => {
    if (event.defaultPrevented || isTyping(document.activeElement)) return
    const words = event.clipboardData?.getData('text/plain') ?? ''
    // A mail is for the window: it may answer a convocation.
    if (words.trim() === '' || copiedMail(words) !== null) return
    event.preventDefault()
    if (words.length > PASTED_LENGTH) showToast(text.pasteTooLong)
    else on.words(words)
  }
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste.current(event)
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [])
  return { readSheet: (file) => void readSheet(file), isReadingSheet }
}
