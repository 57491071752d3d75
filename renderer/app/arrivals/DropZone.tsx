import FileInput from 'lucide-react/icons/file-input'
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { copiedMail } from '../../../electron/domain/dispatch/mail-text.ts'
import type { ArrivalKind } from '../../../electron/domain/documents/file-signs.ts'
import { receiveFiles } from '../../api/arrivals.ts'
import { bringsFiles } from '../../api/drag-out.ts'
import { dropText as text } from '../../text/drop.ts'
import { Icon } from '../../ui/Icon.tsx'
import { part } from '../../ui/part.ts'
import { isTyping } from '../../ui/typing.ts'
import { near } from '../later.ts'
import { arrivals, preferredAt, publish } from './questions.ts'

const ArrivalQuestions = part(() => import('./ArrivalQuestions.tsx').then((m) => m.ArrivalQuestions))

/** The first screen has no need of it. */
const load = () => import('./arrive.ts')
near.push(load)

/** Said in the very step of the drop: what looks at the files may still have to be loaded, and looking takes its time. */
const arrive = (files: readonly File[], at: Element | null) => {
  publish({ looking: files.map(({ name }) => name) })
  load()
    .then((loaded) => loaded.arrive(files, at))
    .catch((error: unknown) => {
      publish({ looking: [] })
      throw error
    })
}

/**
 * Takes files let fall or pasted anywhere in the window. A part of the screen for which it makes no difference what a file
 * is (the documents of an item) carries `data-own-drop` and keeps the event to itself; one that most often gets files of
 * one kind names it in `data-takes`.
 */
export function DropZone() {
  const [over, setOver] = useState<{ hint: ArrivalKind | null } | null>(null)
  const { looking, held, questions, refusals } = useSyncExternalStore(arrivals.subscribe, arrivals.get)
  useEffect(() => receiveFiles(arrive), [])
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const elementOf = ({ target }: Event) => (target instanceof Element ? target : null)
    const onOver = (event: DragEvent) => {
      // Without this the page itself would go to the dropped file.
      if (hasFiles(event)) event.preventDefault()
      const at = elementOf(event)
      const isOurs = bringsFiles(event.dataTransfer) && (at?.closest('[data-own-drop]') ?? null) === null
      setOver(isOurs ? { hint: preferredAt(at)[0] ?? null } : null)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(null)
    }
    const onDrop = (event: DragEvent) => {
      setOver(null)
      if (!hasFiles(event)) return
      event.preventDefault()
      if (bringsFiles(event.dataTransfer)) arrive([...(event.dataTransfer?.files ?? [])], elementOf(event))
    }
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      const words = event.clipboardData?.getData('text/plain') ?? ''
      if (event.defaultPrevented) return
      // The words of a mail are what the mail is; in a field, what is typed.
      if (copiedMail(words) !== null && !isTyping(document.activeElement)) {
        event.preventDefault()
        return arrive([new File([words], text.copiedMail)], null)
      }
      // Word and Excel add a photograph of the very words that they copy.
      if (files.length === 0 || words.trim() !== '') return
      event.preventDefault()
      arrive(files, document.activeElement)
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
      window.removeEventListener('paste', onPaste)
    }
  }, [])
  const words =
    over !== null
      ? over.hint === null
        ? text.here
        : text.hint(text.takes[over.hint])
      : looking.length > 0
        ? text.looking(looking)
        : null
  return (
    <>
      {words === null ? null : (
        <div className="drop-veil" role="status">
          <div className="drop-words">
            <Icon of={FileInput} size={28} />
            {words}
          </div>
        </div>
      )}
      {held.length === 0 ? null : (
        <p className="toast drop-held" role="status" data-react-aria-top-layer="true">
          {text.held(held)}
        </p>
      )}
      {questions.length === 0 ? null : (
        <Suspense fallback={null}>
          <ArrivalQuestions questions={questions} refusals={refusals} />
        </Suspense>
      )}
    </>
  )
}
