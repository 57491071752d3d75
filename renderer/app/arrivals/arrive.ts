// Files that come to the window: recognised by the core, then taken where they go, or asked about.

import { errorSentences, failureSentence } from '../../../electron/contract/error-sentences.ts'
import type { RecognisedFile } from '../../../electron/contract/imports.ts'
import { MAX_ATTACHMENT_BYTES } from '../../../electron/domain/documents/attachment.ts'
import type { Arrival, ArrivalKind } from '../../../electron/domain/documents/file-signs.ts'
import { MOST_READ_BYTES } from '../../../electron/domain/limits.ts'
import { meetingName } from '../../../electron/domain/meetings/meeting-name.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { errorSentence } from '../../api/api-error.ts'
import { call } from '../../api/client.ts'
import { type Refusal, showRefusal, showToast, type ToastAct } from '../../api/toasts.ts'
import { arrivalsText as text } from '../../text/arrivals.ts'
import { dialogs } from '../../ui/dialogs.ts'
import { navigate } from '../location.ts'
import { href, readPlace } from '../paths.ts'
import { destinations, isOffered, type NamedMeeting, take } from './destinations.ts'
import { arrivals, preferredAt, publish, type Question } from './questions.ts'
import { type Settled, settle } from './settle.ts'

const HEAD = 64 * 1024
/** Files looked at by one call, as the contract has it, and what they may weigh together. */
const AT_ONCE = 50

/** Files to be reviewed after the one that is on the screen. */
type Batch = { readonly arrival: Arrival; readonly files: readonly File[]; readonly at: Element | null }
let later: readonly Batch[] = []
let meetings: ReadonlyMap<string, NamedMeeting> = new Map()
let asked = 0

/** @param at where they were let fall, or what had the focus when they were pasted */
export async function arrive(files: readonly File[], at: Element | null): Promise<void> {
  await nothingAsked(files)
  const { params, id, focusId } = readPlace(window.location.hash)
  const here = params.meetingId ?? (id === 'importReview' ? focusId : null)
  const prefers = preferredAt(at)
  publish({ looking: files.map(({ name }) => name) })
  try {
    const found = await recognise(files, here)
    meetings = await namedMeetings()
    go(found, at, (one) => settledFor(one, prefers, here))
  } catch (error) {
    showToast(errorSentence(error))
  } finally {
    publish({ looking: [] })
  }
}

/** A dialog is not left for files that come meanwhile: they wait, and are said to. */
async function nothingAsked(files: readonly File[]): Promise<void> {
  if (!dialogs.isOpen()) return
  publish({ looking: [], held: [...arrivals.get().held, ...files.map(({ name }) => name)] })
  while (dialogs.isOpen())
    await new Promise<void>((resolve) => {
      const stop = dialogs.subscribe(() => {
        stop()
        resolve()
      })
    })
  publish({ held: [] })
}

/** What could not be read is joined unasked only where it was let fall among documents. */
function settledFor(
  { arrivals: all, failure }: RecognisedFile,
  prefers: readonly ArrivalKind[],
  here: string | null,
): Settled {
  const offered = all.filter(isOffered)
  return failure === null || prefers.includes('attachment')
    ? settle(offered, prefers, here)
    : { ask: offered }
}

type Known = RecognisedFile & { readonly file: File }
/** What is known of some files, and what was refused of them. */
type Found = { readonly known: readonly Known[]; readonly refusals: readonly Refusal[] }

function refuse(message: string, act: ToastAct | null = null): Refusal {
  showRefusal(message, act)
  return { message, act }
}

async function recognise(files: readonly File[], meetingId: string | null): Promise<Found> {
  const known: Known[] = []
  const refusals: Refusal[] = []
  let batch: { file: File; bytes: Uint8Array }[] = []
  const look = async () => {
    const asked = batch
    batch = []
    if (asked.length === 0) return
    const told = await call('imports.recognise', {
      meetingId,
      files: asked.map(({ file, bytes }) => ({
        fileName: file.name.slice(-255),
        bytes,
        sizeBytes: Math.max(file.size, bytes.length),
      })),
    })
    for (const [at, one] of told.entries()) {
      const file = asked[at]?.file
      if (file !== undefined) known.push({ ...one, file })
    }
  }
  let weight = 0
  for (const file of files) {
    if (file.size > MAX_ATTACHMENT_BYTES) {
      const limit = { of: 'fileBytes', most: MAX_ATTACHMENT_BYTES } as const
      refusals.push(refuse(text.refused(file.name, failureSentence({ code: 'file-too-large', limit }))))
      continue
    }
    const part = file.size > MOST_READ_BYTES ? file.slice(0, HEAD) : file
    try {
      batch.push({ file, bytes: new Uint8Array(await part.arrayBuffer()) })
    } catch {
      // A folder, or a file taken away meanwhile.
      const isFolder = file.type === '' && !file.name.includes('.')
      const toOldFiles = { label: text.toOldFiles, run: () => navigate(href('oldFiles')) }
      refusals.push(
        isFolder
          ? refuse(text.folder, toOldFiles)
          : refuse(text.refused(file.name, errorSentences['file-damaged'])),
      )
      continue
    }
    weight += part.size
    if (batch.length === AT_ONCE || weight > MOST_READ_BYTES) {
      await look()
      weight = 0
    }
  }
  await look()
  return { known, refusals }
}

async function namedMeetings(): Promise<ReadonlyMap<string, NamedMeeting>> {
  const today = civilDate(new Date())
  const list = await call('meetings.list', { year: null })
  return new Map(
    list.map(({ id, number, date, state: has }) => [
      id,
      {
        id,
        words: meetingName(number, formatShortDate(date, true)),
        isBefore: has === 'held' || date < today,
      },
    ]),
  )
}

const meetingOf = ({ meetingId }: Arrival) => (meetingId === null ? null : (meetings.get(meetingId) ?? null))
const label = (words: typeof text.acts, one: Arrival) => words[one.kind](meetingOf(one)?.words ?? '')
const keyOf = ({ kind, meetingId }: Arrival) => `${kind} ${meetingId ?? ''}`

function go(found: Found, at: Element | null, settledOf: (one: Known) => Settled): void {
  const refusals = [...found.refusals]
  const batches = new Map<string, Batch>()
  const questions = new Map<string, Question>()
  for (const one of found.known) {
    const { file, failure } = one
    const settled = settledOf(one)
    if (failure === 'file-refused') refusals.push(refuse(text.refused(file.name, errorSentences[failure])))
    else if ('take' in settled) {
      const key = keyOf(settled.take)
      const before = batches.get(key)?.files ?? []
      batches.set(key, { arrival: settled.take, files: [...before, file], at })
    } else if (settled.ask.length === 0)
      refusals.push(
        refuse(
          failure === null ? text.nothing([file.name]) : text.refused(file.name, errorSentences[failure]),
        ),
      )
    else {
      const key = `${failure ?? ''} ${settled.ask.map(keyOf).join()}`
      const files = [...(questions.get(key)?.files ?? []), file]
      questions.set(key, question(files, failure === null ? null : errorSentences[failure], settled.ask))
    }
  }
  const now = arrivals.get()
  const told = now.questions.length === 0 ? refusals : [...now.refusals, ...refusals]
  publish({
    questions: [...now.questions, ...questions.values()],
    // Of several folders the same is said.
    refusals: [...new Map(told.map((one) => [one.message, one])).values()],
  })
  proceed([...batches.values()])
}

function question(files: readonly File[], failure: string | null, ask: readonly Arrival[]): Question {
  asked += 1
  return {
    key: String(asked),
    files,
    failure,
    choices: ask.map((one) => ({ arrival: one, label: label(text.acts, one) })),
  }
}

/** What is not reviewed first; then one review, the others after it. */
function proceed(batches: readonly Batch[]): void {
  const each = batches.flatMap((batch) =>
    destinations[batch.arrival.kind].together
      ? [batch]
      : batch.files.map((file) => ({ ...batch, files: [file] })),
  )
  const isReviewed = ({ arrival }: Batch) => destinations[arrival.kind].isReviewed
  for (const { arrival, files, at } of each.filter((one) => !isReviewed(one)))
    take(arrival, files, meetingOf(arrival), at)
  later = together([...later, ...each.filter(isReviewed)])
  // Nobody is led away while something is being asked.
  if (arrivals.get().questions.length === 0) reviewNext()
}

/** What goes to one place and is looked at there together, whether it was asked about or not. */
function together(batches: readonly Batch[]): Batch[] {
  const found: Batch[] = []
  for (const batch of batches) {
    const at = found.findIndex(
      ({ arrival }) => destinations[arrival.kind].together && keyOf(arrival) === keyOf(batch.arrival),
    )
    const same = found[at]
    if (same === undefined) found.push(batch)
    else found[at] = { ...same, files: [...same.files, ...batch.files] }
  }
  return found
}

function reviewNext(): void {
  const [first, ...others] = later
  later = []
  if (first === undefined) return
  const { arrival, files, at } = first
  take(arrival, files, meetingOf(arrival), at)
  const waiting = others.reduce((sum, one) => sum + one.files.length, 0)
  if (waiting > 0) {
    const run = () => {
      later = [...others, ...later]
      reviewNext()
    }
    showToast(text.later(waiting), { label: text.readNext, run })
  } else {
    const run = () => void reconsider(files, at)
    showToast(
      text.recognised(
        files.map(({ name }) => name),
        label(text.known, arrival),
      ),
      {
        label: text.otherwise,
        run,
      },
    )
  }
}

/** Asks about files that were recognised without a question. */
async function reconsider(files: readonly File[], at: Element | null): Promise<void> {
  const { params } = readPlace(window.location.hash)
  try {
    const found = await recognise(files, params.meetingId ?? null)
    go(found, at, (one) => ({ ask: one.arrivals.filter(isOffered) }))
  } catch (error) {
    showToast(errorSentence(error))
  }
}

export function answer({ key, files }: Question, arrival: Arrival): void {
  publish({ questions: arrivals.get().questions.filter((one) => one.key !== key) })
  proceed([{ arrival, files, at: null }])
}

export function giveUpQuestions(): void {
  publish({ questions: [] })
  reviewNext()
}
