import Split from 'lucide-react/icons/split'
import { useEffect, useRef, useState } from 'react'
import { secondRequest } from '../../../../electron/domain/agenda/request.ts'
import { TEXT_LENGTH } from '../../../../electron/domain/limits.ts'
import { newId } from '../../../api/new-id.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { useWrite } from '../../../api/use-write.ts'
import { subjectText as text } from '../../../text/subjects.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'

/** The words of a mail, and a second subject of those that are selected, or that ask for something else. */
export function MailWords(props: { subjectId: string; words: string; onSplit: (id: string) => void }) {
  const { words } = props
  const shown = useRef<HTMLParagraphElement>(null)
  const selected = useSelectedIn(shown)
  const second = secondRequest(words)
  const part = selected === '' ? second : selected
  const split = useWrite('subjects.split', {
    onSuccess: ({ subject }) => {
      props.onSplit(subject.id)
      showUndoToast(text.splitDone)
    },
  })
  return (
    <>
      <p ref={shown} className="subject-text">
        <Marked words={words} part={selected === '' ? second : null} />
      </p>
      {split.error === null ? null : <ErrorBanner error={split.error} />}
      <div className="row wrap">
        {second === null ? null : <span>{text.second}</span>}
        <Button
          small
          writes
          icon={Split}
          unavailable={part === null ? text.splitHint : undefined}
          onPress={() =>
            part === null || split.isPending
              ? undefined
              : split.mutate({ id: newId(), from: props.subjectId, text: part.slice(0, TEXT_LENGTH) })
          }
        >
          {text.split}
        </Button>
      </div>
    </>
  )
}

function Marked({ words, part }: { words: string; part: string | null }) {
  const start = part === null ? -1 : words.indexOf(part)
  if (part === null || start < 0) return words
  return (
    <>
      {words.slice(0, start)}
      <mark>{part}</mark>
      {words.slice(start + part.length)}
    </>
  )
}

/** What was last selected in an element; a press on a button beside it selects nothing else. */
function useSelectedIn(element: React.RefObject<HTMLElement | null>): string {
  const [selected, setSelected] = useState('')
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection()
      const ends = [selection?.anchorNode ?? null, selection?.focusNode ?? null]
      if (ends.every((end) => element.current?.contains(end) === true)) setSelected(String(selection).trim())
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [element])
  return selected
}
