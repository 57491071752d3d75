import { useRef, useState } from 'react'
import type { SavedDocument } from '../../../../electron/contract/documents.ts'
import { useMoreActs } from '../../../acts/more-acts.ts'
import { useActs } from '../../../acts/use-acts.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { showToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { navigate } from '../../../app/location.ts'
import { href } from '../../../app/paths.ts'
import { notebooksText as text } from '../../../text/notebooks.ts'
import { SavedToast } from '../../documents/index.ts'
import { notebookActs } from './notebook-acts.ts'
import { useReadNotebooks } from './use-read-notebooks.ts'

/** What goes out as a notebook and comes back: its acts are in the bar's "…". */
export function NotebookDoor({ meetingId }: { meetingId: string }) {
  const { data } = useQuery('notebooks.progress', { meetingId })
  const { isReading, takeFiles } = useReadNotebooks(meetingId, true)
  const input = useRef<HTMLInputElement>(null)
  const blank = useSaveNotebook(meetingId)
  const open = data?.open ?? 0
  const acts = useActs(notebookActs, {
    read: data?.notebooks ?? 0,
    open,
    compare: () => navigate(href('notebooks', { meetingId })),
    saveBlank: blank.save,
    choose: () => input.current?.click(),
  })
  useMoreActs(Object.values(acts))
  return (
    <>
      {isReading ? (
        <span className="mute" role="status">
          {text.reading}
        </span>
      ) : null}
      {open === 0 ? null : (
        <a className="button plain compact" href={href('notebooks', { meetingId })}>
          {text.doorOpen(open)}
        </a>
      )}
      <NotebookInput ref={input} onFiles={takeFiles} />
      {blank.toast}
    </>
  )
}

/** Asks where a blank notebook goes, and tells where it went. */
export function useSaveNotebook(meetingId: string) {
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const save = useAct('documents.save', {
    onError: (error) => showToast(errorSentence(error)),
    onSuccess: (document) => setSaved(document ?? saved),
  })
  return {
    isSaving: save.isPending,
    save: () => save.mutate({ kind: 'notebook', meetingId }),
    toast:
      saved === null ? null : (
        <SavedToast saved={saved} onClose={() => setSaved(null)}>
          {text.saved(saved.fileName)}
        </SavedToast>
      ),
  }
}

/** The system's dialog of files; no path reaches the window. */
export function NotebookInput(props: {
  ref: React.Ref<HTMLInputElement>
  onFiles: (files: readonly File[]) => void
}) {
  return (
    <input
      ref={props.ref}
      type="file"
      hidden
      multiple
      accept=".docx,.txt,.md,.vtt,.srt,.sbv,.json"
      aria-label={text.read}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])]
        // The same file chosen again must be told again.
        event.target.value = ''
        if (files.length > 0) props.onFiles(files)
      }}
    />
  )
}
