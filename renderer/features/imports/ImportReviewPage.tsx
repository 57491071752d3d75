import FileDown from 'lucide-react/icons/file-down'
import { useCallback, useEffect, useState } from 'react'
import type { ReadFile } from '../../../electron/domain/agenda/draft.ts'
import { call, onEvent } from '../../api/client.ts'
import { type DroppedFile, importCameFrom, setImportStart, useImportStart } from '../../api/import-start.ts'
import { navigate } from '../../app/location.ts'
import { readPlace } from '../../app/paths.ts'
import { importsText } from '../../text/imports.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Head } from '../../ui/Head.tsx'
import { useKept } from '../../ui/kept.ts'
import { SelectBox } from '../../ui/Select.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { useFocusAround } from '../../ui/use-focus-around.ts'
import { FileStatesShown, placeOf, type Received, statesOf, useSheet } from './file-states.ts'
import { ImportReview } from './ImportReview.tsx'
import { useReading } from './use-reading.ts'
import { ofSheet } from './use-said.ts'

/** `focusId` is the meeting that the items should join, when the import was asked for on its agenda. */
export function ImportReviewPage({ focusId }: { focusId: string | null }) {
  const start = useImportStart()
  const { reading, read, choose, giveUp, finish } = useReading()
  /** Back to where the file came from: what was chosen or pasted here leads nowhere else. */
  const leave = () => {
    const from = reading.step === 'reading' || reading.step === 'read' ? reading.from : null
    giveUp()
    if (from !== null && readPlace(from).id !== 'importReview') navigate(from)
  }
  useFocusAround(reading.step === 'read')
  useEffect(() => {
    if (start === null) return
    setImportStart(null)
    const asked = { meetingId: focusId, from: importCameFrom() }
    if (start.type === 'file') void read(start.file, asked)
    else void choose(asked)
  }, [start, read, choose, focusId])

  const paste = useCallback(
    (file: DroppedFile) => read(file, { meetingId: focusId, from: null }, false),
    [read, focusId],
  )
  usePasted(reading.step === 'read' ? null : paste)

  if (reading.step === 'read') {
    return (
      <ReadReview
        key={reading.key}
        file={reading.file}
        received={reading.received}
        meetingId={reading.meetingId}
        onGiveUp={leave}
        onDone={() => finish(reading.key)}
      />
    )
  }
  return (
    <>
      <Head title={importsText.start} />
      <StatusOfStart />
      <div className="scroll import-start">
        {reading.step === 'failed' ? <ErrorBanner error={reading.error} /> : null}
        {reading.step === 'reading' ? (
          <ReadingProgress
            fileName={reading.fileName}
            onCancel={() => {
              void call('imports.stop', {})
              leave()
            }}
          />
        ) : (
          <EmptyState
            icon={FileDown}
            title={importsText.start}
            act={
              <Button look="primary" onPress={() => void choose({ meetingId: focusId, from: null })}>
                {reading.step === 'failed' ? importsText.chooseAgain : importsText.choose}
              </Button>
            }
          >
            {importsText.startWords}
          </EmptyState>
        )}
      </div>
    </>
  )
}

/** Ctrl V where no field has the focus: the text of a message or a document, with its lists and tables when they come along. */
function usePasted(read: ((file: DroppedFile) => Promise<void>) | null): void {
  useEffect(() => {
    if (read === null) return
    const onPaste = (event: ClipboardEvent) => {
      const isField =
        event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]') !== null
      const html = event.clipboardData?.getData('text/html') ?? ''
      const words = html || (event.clipboardData?.getData('text/plain') ?? '')
      if (isField || words.trim() === '') return
      event.preventDefault()
      const fileName = `${importsText.pasted}.${html === '' ? 'txt' : 'html'}`
      void read({ fileName, bytes: new TextEncoder().encode(words) })
    }
    // Before the window, which takes the words of a mail.
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [read])
}

/** A workbook is reviewed sheet by sheet, each as it was left. */
function ReadReview(props: {
  file: ReadFile
  received: Received
  meetingId: string | null
  onGiveUp: () => void
  onDone: () => void
}) {
  const [at, setAt] = useSheet(props.received, props.file.sheet?.at ?? 0)
  const sheet = props.file.sheet === undefined ? null : at
  const read = ofSheet(props.file, sheet)
  const states = statesOf(props.received, sheet)
  const [, , forget] = useKept(placeOf(props.received), null)
  const leaving = (leave: () => void) => () => {
    forget()
    leave()
  }
  return (
    <FileStatesShown value={states}>
      <ImportReview
        key={at}
        read={read}
        received={props.received}
        meetingId={props.meetingId}
        sheet={sheet}
        sheets={<SheetChoice file={props.file} at={at} onChoose={setAt} />}
        onGiveUp={leaving(props.onGiveUp)}
        onDone={leaving(props.onDone)}
      />
    </FileStatesShown>
  )
}

/** A component of its own: the review says its own status, and must not be spoken over. */
function StatusOfStart() {
  useStatusLine([])
  return null
}

/** Shown after a second, so that a quick file goes straight to its review. */
const PROGRESS_AFTER_MS = 1_000

function ReadingProgress({ fileName, onCancel }: { fileName: string; onCancel: () => void }) {
  const [late, setLate] = useState(false)
  const [pages, setPages] = useState<{ done: number; total: number } | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PROGRESS_AFTER_MS)
    const off = onEvent((event) => {
      if (event.topic === 'progress' && event.method === 'imports.read') setPages(event)
    })
    return () => {
      clearTimeout(timer)
      off()
    }
  }, [])
  if (!late) return null
  const words = importsText.reading(fileName)
  return (
    <div className="empty" role="status">
      <b>{words}</b>
      <progress aria-label={words} {...(pages === null ? {} : { value: pages.done, max: pages.total })} />
      {pages === null ? null : <span>{importsText.recognised(pages.done, pages.total)}</span>}
      <Button onPress={onCancel}>{importsText.cancel}</Button>
    </div>
  )
}

/** Nothing where there is no choice. */
function SheetChoice(props: { file: ReadFile; at: number; onChoose: (at: number) => void }) {
  const { sheet, otherSheets = [] } = props.file
  if (sheet === undefined || otherSheets.length === 0) return null
  const sheets = [sheet, ...otherSheets].sort((a, b) => a.at - b.at)
  return (
    <label className="import-sheet">
      <span className="mute">{importsText.sheet}</span>
      <SelectBox>
        <select
          className="input"
          value={props.at}
          onChange={(event) => props.onChoose(Number(event.target.value))}
        >
          {sheets.map(({ at, name }) => (
            <option key={at} value={at}>
              {name}
            </option>
          ))}
        </select>
      </SelectBox>
    </label>
  )
}
