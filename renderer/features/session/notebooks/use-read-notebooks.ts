import { useState } from 'react'
import { errorSentences } from '../../../../electron/contract/error-sentences.ts'
import type { Output } from '../../../../electron/contract/index.ts'
import { MOST_READ_BYTES } from '../../../../electron/domain/limits.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { useArrived } from '../../../api/arrivals.ts'
import { newId } from '../../../api/new-id.ts'
import { showToast, showUndoToast, type ToastAct } from '../../../api/toasts.ts'
import { saidByCaller, useAct } from '../../../api/use-write.ts'
import { navigate } from '../../../app/location.ts'
import { href } from '../../../app/paths.ts'
import { notebooksText as text } from '../../../text/notebooks.ts'

/** @param goes whether the way to the merge is offered: the screen is another one. */
export function useReadNotebooks(meetingId: string, goes: boolean) {
  const [isReading, setReading] = useState(false)
  const read = useAct('notebooks.read', saidByCaller)
  const take = async (fileName: string, bytes: Uint8Array) => {
    setReading(true)
    try {
      const outcome = await read.mutateAsync({ id: newId(), meetingId, file: { fileName, bytes } })
      // A line may be being typed here: nobody is led away from it.
      const run = () => navigate(href('notebooks', { meetingId }))
      tell(outcome, goes ? { label: text.open, run } : null)
    } catch (error) {
      showToast(errorSentence(error))
    }
    setReading(false)
  }
  const takeFiles = async (files: readonly File[]) => {
    const notebooks = files.filter(({ name }) =>
      /\.(?:docx|docm|doc|txt|text|md|markdown|vtt|srt|sbv|json)$/i.test(name),
    )
    if (notebooks.length === 0) return showToast(text.other)
    for (const file of notebooks) {
      if (file.size > MOST_READ_BYTES) showToast(errorSentences['file-too-large'])
      else await take(file.name, new Uint8Array(await file.arrayBuffer()))
    }
  }
  return {
    isReading,
    takeFiles: (files: readonly File[]) => void takeFiles(files),
    takeText: (words: string) =>
      void take(`${text.pastedName}.txt`, new Uint8Array(new TextEncoder().encode(words))),
  }
}

/** Those let fall on another screen of their meeting. */
export function useArrivedNotebooks(meetingId: string): void {
  const { takeFiles } = useReadNotebooks(meetingId, true)
  useArrived('notebook', meetingId, takeFiles)
  useArrived('transcript', meetingId, takeFiles)
}

function tell(
  { outcome, lineCount, gone, pictures, isUnreferenced, unknownSpeakers }: Output<'notebooks.read'>,
  act: ToastAct | null,
): void {
  if (outcome === 'known') {
    showToast(text.known)
    return
  }
  const said = [
    unknownSpeakers === null ? text.added(lineCount) : text.addedPassages(lineCount),
    ...(unknownSpeakers === null || unknownSpeakers === 0 ? [] : [text.unknownSpeakers(unknownSpeakers)]),
    ...(gone.length === 0 ? [] : [text.gone(gone)]),
    ...(pictures === 0 ? [] : [text.pictures(pictures)]),
    ...(isUnreferenced ? [text.unreferenced] : []),
  ]
  showUndoToast(said.join('\u202f; '), act)
}
