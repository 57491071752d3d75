import { useSyncExternalStore } from 'react'
import type { ErrorCode } from '../../../../electron/contract/errors.ts'
import type { TakenMail } from '../../../../electron/contract/subjects.ts'
import { whyLeftOut } from '../../../../electron/domain/dispatch/mail-file.ts'
import { errorCode, errorSentence } from '../../../api/api-error.ts'
import { call, onEvent } from '../../../api/client.ts'
import { store } from '../../../api/outbox/window.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { takingText as text } from '../../../text/subjects.ts'

export type Taking = {
  /** How many mails of the batch are read; null when none is being read. */
  progress: { done: number; total: number } | null
  /** Result of the last batch, until somebody closes it. */
  outcome: readonly TakenMail[] | null
  /** The first subject of it, until the screen of subjects has chosen it. */
  arrived: string | null
}

let taking: Taking = { progress: null, outcome: null, arrived: null }
const listeners = new Set<() => void>()
/** Batches wait for each other: two drops are two entries of the journal, in the order of the drops. */
let last: Promise<unknown> = Promise.resolve()

function publish(next: Partial<Taking>): void {
  taking = { ...taking, ...next }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useTaking(): Taking {
  return useSyncExternalStore(subscribe, () => taking)
}

export function closeOutcome(): void {
  publish({ outcome: null })
}

/** Tells that the arrived subject is shown. */
export function welcomeArrived(): void {
  publish({ arrived: null })
}

/** Takes dropped files in; what is too large is refused before it is read. */
export function takeMailFiles(files: readonly File[]): Promise<void> {
  return inTurn(async () => {
    publish({ progress: { done: 0, total: files.length }, outcome: null })
    const refused: TakenMail[] = []
    const read: { fileName: string; bytes: Uint8Array }[] = []
    let total = 0
    for (const file of files) {
      const failure = whyLeftOut(file.size, { files: read.length, bytes: total })
      if (failure !== null) {
        refused.push(refusal(file.name, failure))
        continue
      }
      try {
        read.push({ fileName: file.name.slice(-255), bytes: new Uint8Array(await file.arrayBuffer()) })
        total += file.size
      } catch {
        // A folder, or a file taken away meanwhile.
        refused.push(refusal(file.name, 'file-damaged'))
      }
    }
    return [...(read.length === 0 ? [] : await store('subjects.takeMails', { files: read })), ...refused]
  })
}

/** The same through the system's dialog. */
export function chooseMails(): Promise<void> {
  return inTurn(() => store('subjects.chooseMails', {}))
}

/** Gives the batch up that is being read: nothing of it is kept. */
export function stopTaking(): void {
  void call('subjects.stopTaking', {}).catch((error: unknown) => showToast(errorSentence(error)))
}

const refusal = (fileName: string, failure: ErrorCode): TakenMail => ({
  fileName,
  subjectId: null,
  outcome: 'refused',
  failure,
  refusedFiles: [],
})

function inTurn(take: () => Promise<readonly TakenMail[] | null>): Promise<void> {
  const turn = last.then(() => run(take))
  last = turn
  return turn
}

/** Never throws: what goes wrong is said. */
async function run(take: () => Promise<readonly TakenMail[] | null>): Promise<void> {
  const stop = onEvent((event) => {
    if (event.topic !== 'progress' || event.method !== 'subjects.takeMails') return
    publish({ progress: { done: event.done, total: event.total } })
  })
  try {
    const outcome = await take()
    const arrived = outcome?.find((one) => one.subjectId !== null)?.subjectId ?? null
    publish({ progress: null, outcome, arrived })
    if (outcome !== null) await say(outcome)
  } catch (error) {
    publish({ progress: null })
    showToast(errorCode(error) === 'cancelled' ? text.stopped : errorSentence(error))
  } finally {
    stop()
  }
}

async function say(outcome: readonly TakenMail[]): Promise<void> {
  const many = (wanted: TakenMail['outcome']) => outcome.filter((one) => one.outcome === wanted).length
  const words = text.taken(many('added'), many('joined'), many('known'))
  if (many('added') + many('joined') > 0) showUndoToast(words)
  else if (words !== '') showToast(words)
}
