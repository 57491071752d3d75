import FileDown from 'lucide-react/icons/file-down'
import X from 'lucide-react/icons/x'
import { type ReactNode, useState } from 'react'
import type { DocumentSubject, SavedDocument } from '../../../electron/contract/documents.ts'
import { faultPlace, faultSentence } from '../../../electron/contract/fault-sentences.ts'
import { errorSentence } from '../../api/api-error.ts'
import { outbox } from '../../api/outbox/window.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { faultText as text } from '../../text/document-faults.ts'
import { documentText } from '../../text/documents.ts'
import { Button } from '../../ui/Button.tsx'
import { Noticed } from '../../ui/Noticed.tsx'
import { uncheckedBecause } from './checked.ts'
import { countsOf, FaultList } from './FaultList.tsx'

/** Saves it where somebody says; `said`, for the screen, tells where it went. */
export function useSaving(subject: DocumentSubject) {
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const save = useAct('documents.save', {
    onError: (error) => showToast(errorSentence(error)),
    onSuccess: (document) => {
      if (document === null) return
      setSaved(document)
    },
  })
  const start = async () => {
    await outbox.flush()
    save.mutate(subject)
  }
  const said =
    saved === null ? null : (
      <SavedToast saved={saved} subject={subject} onClose={() => setSaved(null)}>
        {documentText.saved(subject.kind, saved.fileName, saved.besideName)}
      </SavedToast>
    )
  return { start, isPending: save.isPending, said }
}

/** `look`: plain where another act of the screen is the main one. `before`: what is asked first, and how it goes on. */
export function SaveDocument({
  subject,
  look = 'primary',
  before,
}: {
  subject: DocumentSubject
  look?: 'primary' | 'plain'
  before?: (answer: { goOn: () => void; giveUp: () => void }) => ReactNode
}) {
  const { start, isPending, said } = useSaving(subject)
  const [isAsked, setAsked] = useState(false)
  const goOn = () => {
    setAsked(false)
    void start()
  }
  return (
    <>
      <Button
        reads
        look={look}
        icon={FileDown}
        busy={isPending ? documentText.saving : undefined}
        onPress={before === undefined ? goOn : () => setAsked(true)}
      >
        {documentText.save}
      </Button>
      {isAsked ? before?.({ goOn, giveUp: () => setAsked(false) }) : null}
      {said}
    </>
  )
}

/** Says where a document went, and opens or shows it; stays until closed: ten seconds are short to find a file again. */
export function SavedToast(props: {
  saved: SavedDocument
  /** Which document it is; its PDF is checked, and what was found is said. */
  subject?: DocumentSubject
  children: string
  onClose: () => void
}) {
  const { saved, subject } = props
  const { token, producedId } = saved
  const format = saved.fileName.slice(saved.fileName.lastIndexOf('.') + 1).toLowerCase()
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const open = useAct('documents.open', say)
  const reveal = useAct('documents.reveal', say)
  // At the foot of the screen, which makes room for it: it covers nothing.
  return (
    <Noticed>
      <output className="toast saved-document">
        <span>{props.children}</span>
        <Button small onPress={() => open.mutate({ token })}>
          {documentText.open}
        </Button>
        <Button small onPress={() => reveal.mutate({ token })}>
          {documentText.reveal}
        </Button>
        <Button small look="ghost" icon={X} label={documentText.closeSaved} onPress={props.onClose} />
        {subject !== undefined && producedId === null ? (
          <span className="mute">{documentText.notRecorded}</span>
        ) : null}
        {subject === undefined ||
        producedId === null ||
        uncheckedBecause(subject.kind, format) !== null ? null : (
          <SavedVerdict key={producedId} subject={subject} producedId={producedId} />
        )}
      </output>
    </Noticed>
  )
}

/** Below the message that says where the document went. */
function SavedVerdict(props: { subject: DocumentSubject; producedId: string }) {
  return (
    <div className="saved-verdict">
      <Verdict {...props} />
    </div>
  )
}

function Verdict({ subject, producedId }: { subject: DocumentSubject; producedId: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const { data, isPending } = useQuery('documents.verdict', { producedId })
  if (isPending) return <span>{text.checking.now}</span>
  const found = data?.faults ?? null
  if (found === null) return <span>{data?.isToCome === true ? text.toCome : text.unchecked}</span>
  const [first] = found
  if (first === undefined) return <span>{text.sound}</span>
  const { faults, warnings } = countsOf(found)
  return (
    <>
      {isOpen ? null : <span>{text.first(faultPlace(first), faultSentence(first))}</span>}
      <Button small expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
        {isOpen ? text.hide : text.see(faults, warnings)}
      </Button>
      {isOpen ? <FaultList subject={subject} faults={found} /> : null}
    </>
  )
}
