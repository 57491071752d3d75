import { useRef, useState } from 'react'
import { errorSentences, failureSentence } from '../../../../electron/contract/error-sentences.ts'
import type {
  ObservationDraft,
  ReturnedFile,
  ReturnRefusal,
} from '../../../../electron/contract/observations.ts'
import { MOST_READ_BYTES } from '../../../../electron/domain/limits.ts'
import {
  type Circle,
  type Observation,
  signsNothing,
} from '../../../../electron/domain/minutes/observation.ts'
import { errorSentence } from '../../../api/api-error.ts'
import type { DroppedFile } from '../../../api/import-start.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { useAct, useWrite } from '../../../api/use-write.ts'
import { observationsText } from '../../../text/observations.ts'

const text = observationsText.returned

export type Organisation = { organisation: string; organisationId: string | null }

/** Readers send a file back under the name that they were given: only its bytes tell it from another. */
export const returnedKey = ({ sha256, fileName }: Pick<ReturnedFile, 'sha256' | 'fileName'>) =>
  `${sha256} ${fileName}`

/** A draft of which it is known for whom it speaks. */
function organisationKey(file: ReturnedFile, author: string): string {
  // Whoever signs nothing is somebody else in each file.
  return signsNothing(author) ? `file ${returnedKey(file)}` : author
}

export type Returned = ReturnType<typeof useReturned>

/**
 * @param onStranger takes a file that is none of ours, alone, where something else can be done with it
 */
export function useReturned(
  meetingId: string,
  paper: Observation['paper'],
  onStranger?: (file: DroppedFile) => void,
) {
  const [files, setFiles] = useState<readonly ReturnedFile[]>([])
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const [organisations, setOrganisations] = useState<Readonly<Record<string, Organisation>>>({})
  const [circles, setCircles] = useState<Readonly<Record<string, Circle>>>({})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  /** What was brought into view, and whether somebody typed while it was read. */
  const seen = useRef({ files, refusals, isTyped: false })
  /** Beside those that are being looked at: files that come one after the other are taken together. */
  const show = (found: readonly ReturnedFile[]) => {
    const isRead = (one: ReturnedFile) => found.some((file) => returnedKey(file) === returnedKey(one))
    const said = found.flatMap((file) => refusalOf(file) ?? [])
    setRefusals((before) => (files.length === 0 ? said : [...new Set([...before, ...said])]))
    const readable = found.filter(({ failure }) => failure === null)
    setFiles((before) => [...before.filter((one) => !isRead(one)), ...readable])
    const drafts = readable.flatMap((file) => file.drafts)
    const already = drafts.filter((one) => one.isKnown || one.isResolved).map(({ id }) => id)
    setLeft((before) => new Set([...before, ...already]))
  }
  const onError = (error: unknown) => setRefusals([errorSentence(error)])
  const read = useAct('observations.readFiles', { onSuccess: show, onError })
  const choose = useAct('observations.choose', {
    onSuccess: (found) => (found === null ? undefined : show(found)),
    onError,
  })
  const clear = () => {
    setFiles([])
    setRefusals([])
    setLeft(new Set())
    setOrganisations({})
    setCircles({})
  }
  const take = useWrite('observations.take', {
    onSuccess: ({ added, known }) => {
      clear()
      const words = text.taken(added, known)
      if (added === 0) showToast(words)
      else showUndoToast(words)
    },
    onError: (error) => showToast(errorSentence(error)),
  })
  const readFiles = async (dropped: readonly File[]) => {
    seen.current.isTyped = false
    const onKey = () => {
      seen.current.isTyped = true
    }
    window.addEventListener('keydown', onKey, true)
    await readTold(dropped).finally(() => window.removeEventListener('keydown', onKey, true))
  }
  const readTold = async (dropped: readonly File[]) => {
    const tooLarge = dropped.filter(({ size }) => size > MOST_READ_BYTES)
    const others = dropped.filter(({ size }) => size <= MOST_READ_BYTES)
    try {
      const bytes = await Promise.all(
        others.map(async (file) => ({
          fileName: file.name.slice(-255),
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      )
      const found =
        bytes.length === 0 ? [] : await read.mutateAsync({ meetingId, paper, files: bytes }).catch(() => [])
      const [only, ...more] = bytes
      const isStranger = found.length > 0 && found.every(({ failure }) => failure === 'not-ours')
      if (onStranger !== undefined && isStranger && only !== undefined && more.length === 0) {
        setRefusals([])
        onStranger(only)
      }
    } catch {
      // A folder, or a file taken away meanwhile.
      setRefusals([errorSentences['file-damaged']])
    }
    if (tooLarge.length > 0)
      setRefusals((before) => [
        ...before,
        ...tooLarge.map(({ name }) => text.refused(name, errorSentences['file-too-large'])),
      ])
  }
  const organisationFor = (file: ReturnedFile, author: string): Organisation => {
    const known = file.authors.find((one) => one.author === author)
    return (
      organisations[organisationKey(file, author)] ?? {
        organisation: known?.organisation ?? '',
        organisationId: known?.organisationId ?? null,
      }
    )
  }
  const circleFor = (file: ReturnedFile): Circle => circles[returnedKey(file)] ?? file.circle
  const wanted = (file: ReturnedFile): ObservationDraft[] =>
    file.drafts
      .filter(({ id }) => !left.has(id))
      .map((draft) => ({ ...draft, ...organisationFor(file, draft.author) }))
  return {
    files,
    seen,
    refusals,
    left,
    isReading: read.isPending || choose.isPending,
    isTaking: take.isPending,
    count: files.reduce((sum, file) => sum + file.drafts.filter(({ id }) => !left.has(id)).length, 0),
    read: (dropped: readonly File[]) => void readFiles(dropped),
    choose: () => choose.mutate({ meetingId, paper }),
    organisationFor,
    circleFor,
    setCircle: (file: ReturnedFile, circle: Circle) =>
      setCircles((before) => ({ ...before, [returnedKey(file)]: circle })),
    say: (file: ReturnedFile, author: string, who: Organisation) =>
      setOrganisations((before) => ({ ...before, [organisationKey(file, author)]: who })),
    keep: (id: string, isKept: boolean) =>
      setLeft((before) => {
        const next = new Set(before)
        if (isKept) next.delete(id)
        else next.add(id)
        return next
      }),
    take: () =>
      take.mutate({
        meetingId,
        paper,
        files: files.map((file) => ({
          fileName: file.fileName,
          sha256: file.sha256,
          minutesVersionId: file.minutesVersionId,
          circle: circleFor(file),
          drafts: wanted(file),
        })),
      }),
    clear,
  }
}

function refusalOf({ fileName, failure, limit, otherTitle, ignored }: ReturnedFile): string | null {
  if (failure === null) return null
  if (isOfReturned(failure)) {
    const own = text.refusals[failure](fileName, otherTitle)
    return [own, ...(ignored.length === 0 ? [] : [text.ignored(ignored)])].join(' ')
  }
  return text.refused(fileName, failureSentence({ code: failure, limit }))
}

const isOfReturned = (failure: NonNullable<ReturnedFile['failure']>): failure is ReturnRefusal =>
  Object.hasOwn(text.refusals, failure)
