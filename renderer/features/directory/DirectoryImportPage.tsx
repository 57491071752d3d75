import FileInput from 'lucide-react/icons/file-input'
import { useCallback, useRef, useState } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import { MOST_READ_BYTES } from '../../../electron/domain/limits.ts'
import { ApiError } from '../../api/api-error.ts'
import { useArrived } from '../../api/arrivals.ts'
import { call } from '../../api/client.ts'
import { useQuery } from '../../api/use-query.ts'
import { directoryImportText as text } from '../../text/directory-import.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Head } from '../../ui/Head.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { useFocusAround } from '../../ui/use-focus-around.ts'
import { ListReview } from './ListReview.tsx'

type ListReading =
  | { step: 'idle' }
  | { step: 'reading' }
  | { step: 'failed'; error: unknown }
  | { step: 'read'; key: number; draft: Output<'directory.readFile'> }

function useListReading(): {
  reading: ListReading
  read: (file: File) => void
  giveUp: () => void
} {
  const [reading, setReading] = useState<ListReading>({ step: 'idle' })
  const turn = useRef(0)
  const read = useCallback(async (file: File) => {
    turn.current += 1
    const mine = turn.current
    const tell = (next: ListReading) => {
      if (mine === turn.current) setReading(next)
    }
    tell({ step: 'reading' })
    try {
      const draft = await call('directory.readFile', { fileName: file.name, bytes: await bytesOf(file) })
      tell({ step: 'read', key: mine, draft })
    } catch (error) {
      tell({ step: 'failed', error })
    }
  }, [])
  const giveUp = useCallback(() => {
    turn.current += 1
    setReading({ step: 'idle' })
  }, [])
  return { reading, read: (file) => void read(file), giveUp }
}

async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > MOST_READ_BYTES)
    throw new ApiError('file-too-large', { limit: { of: 'fileBytes', most: MOST_READ_BYTES } })
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    // A folder, or a file taken away meanwhile.
    throw new ApiError('file-damaged')
  }
}

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.xlsm'

export function DirectoryImportPage(_: { focusId: string | null }) {
  const { reading, read, giveUp } = useListReading()
  const directory = useQuery('directory.list', {})
  useFocusAround(reading.step === 'read')
  useArrived('directory', null, ([file]) => {
    if (file !== undefined) read(file)
  })
  return (
    <section className="directory-drop" aria-label={text.title} data-takes="directory">
      {reading.step === 'read' && reading.draft.rows.length > 0 && directory.data !== undefined ? (
        <ListReview key={reading.key} draft={reading.draft} view={directory.data} onGiveUp={giveUp} />
      ) : (
        <>
          <Head title={text.title} />
          <StatusOfStart />
          <div className="scroll import-start">
            {reading.step === 'failed' ? <ErrorBanner error={reading.error} /> : null}
            {directory.error === null ? null : <ErrorBanner error={directory.error} />}
            {reading.step === 'read' ? (
              <EmptyState
                icon={FileInput}
                title={text.noNames}
                act={<ChooseFile label={text.chooseAgain} onFile={read} />}
              >
                {text.noNamesHint(reading.draft.unknownColumns)}
              </EmptyState>
            ) : (
              <EmptyState
                icon={FileInput}
                title={text.title}
                act={
                  <ChooseFile
                    label={reading.step === 'failed' ? text.chooseAgain : text.choose}
                    busy={reading.step === 'reading'}
                    onFile={read}
                  />
                }
              >
                {text.startWords}
              </EmptyState>
            )}
          </div>
        </>
      )}
    </section>
  )
}

/** A component of its own: the review says its own status, and must not be spoken over. */
function StatusOfStart() {
  useStatusLine([])
  return null
}

/** The browser's own choice of a file behind a button of ours. */
function ChooseFile(props: { label: string; busy?: boolean; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        aria-label={props.label}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file chosen again, mended meanwhile, is read again.
          event.target.value = ''
          if (file !== undefined) props.onFile(file)
        }}
      />
      <Button
        look="primary"
        busy={props.busy === true ? text.reading : undefined}
        onPress={() => input.current?.click()}
      >
        {props.label}
      </Button>
    </>
  )
}
