import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { ReadFile } from '../../../electron/domain/agenda/draft.ts'
import { bringFiles } from '../../api/arrivals.ts'
import { call } from '../../api/client.ts'
import type { DroppedFile } from '../../api/import-start.ts'
import { type Attempt, type GivenUp, Unsent } from '../../api/outbox/unsent.ts'
import { outbox } from '../../api/outbox/window.ts'
import { showToast } from '../../api/toasts.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { importsText as text } from '../../text/imports.ts'
import { isTouched, type Received } from './file-states.ts'

/** What a reading is begun for. */
type Asked = {
  /** The meeting whose agenda asked for it. */
  readonly meetingId: string | null
  /** The address that it was begun at; null for the review itself. */
  readonly from: string | null
}

type Read = Asked & {
  readonly step: 'read'
  readonly key: number
  readonly file: ReadFile
  readonly received: Received
}
type Reading =
  | { readonly step: 'idle' }
  | { readonly step: 'reading'; readonly fileName: string; readonly from: string | null }
  | { readonly step: 'failed'; readonly error: unknown }
  | Read

/** A review that was begun counts as unsaved, until it is taken in or given up. */
class UnfinishedReview extends Unsent {
  readonly #words: string
  readonly #giveUp: () => () => void
  readonly #onOver: () => void
  #isOver = false

  constructor(fileName: string, giveUp: () => () => void, onOver: () => void) {
    super()
    this.#words = text.unfinished(fileName)
    this.#giveUp = giveUp
    this.#onOver = onOver
  }

  get waiting(): boolean {
    return false
  }

  get dirty(): boolean {
    return !this.#isOver
  }

  override get isForm(): boolean {
    return true
  }

  override get kept(): readonly string[] {
    return this.#isOver ? [] : [this.#words]
  }

  /** The frame's mark says so from now on. */
  begun(): void {
    this.touched('asked')
  }

  async attempt(): Promise<Attempt> {
    return 'undecided'
  }

  override giveUp(): GivenUp {
    return { texts: this.kept, putBack: this.#giveUp() }
  }

  override forgotten(): void {
    this.#isOver = true
    this.#onOver()
  }
}

/** The file that is looked at: it stays so while other screens are on. */
class Readings {
  #reading: Reading = { step: 'idle' }
  #turn: object = {}
  #keys = 0
  /** What a reading ended with while another file had the turn. */
  readonly #late = new WeakMap<object, Reading>()
  readonly #listeners = new Set<() => void>()

  readonly get = (): Reading => this.#reading
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Another file in the place of this one, which can be come back to when something was done in its review.
   * @param work null: it went to another place. `isWanted` is false once it was given up, or another file was asked for.
   */
  async run(
    fileName: string,
    asked: Asked,
    work: (isWanted: () => boolean) => Promise<Pick<Read, 'file' | 'received'> | null>,
  ): Promise<void> {
    const before = this.#reading
    const turnBefore = this.#turn
    const mine = {}
    this.#turn = mine
    const isWanted = () => mine === this.#turn
    const tell = (next: Reading) => {
      if (isWanted()) this.#show(next)
      else this.#late.set(mine, next)
    }
    tell({ step: 'reading', fileName, from: asked.from })
    try {
      const answered = await work(isWanted)
      if (answered === null && isWanted()) {
        // What was being read goes on, or was read meanwhile.
        this.#turn = turnBefore
        return this.#show(this.#late.get(turnBefore) ?? before)
      }
      this.#keys += 1
      if (answered !== null) tell({ step: 'read', key: this.#keys, ...asked, ...answered })
    } catch (error) {
      tell({ step: 'failed', error })
    }
    if (before.step === 'read') this.#offer(before, text.setAside(before.file.fileName))
  }

  /** What was chosen cannot be had. */
  fail(error: unknown): void {
    const before = this.#reading
    this.#turn = {}
    this.#show({ step: 'failed', error })
    if (before.step === 'read') this.#offer(before, text.setAside(before.file.fileName))
  }

  /** Nothing of it is taken in; what was done in its review can be come back to. */
  readonly giveUp = (): void => {
    const before = this.#reading
    this.#turn = {}
    this.#show({ step: 'idle' })
    if (before.step === 'read') this.#offer(before, text.givenUp(before.file.fileName))
  }

  /** Its screen is left: what nobody worked on is not held. */
  readonly leave = (): void => {
    const now = this.#reading
    if (now.step === 'failed' || (now.step === 'read' && !isTouched(now.received, () => this.#count(now))))
      this.#show({ step: 'idle' })
  }

  /** It was taken in, and another file may be looked at by then. */
  readonly finish = (key: number): void => {
    if (this.#reading.step !== 'read' || this.#reading.key !== key) return
    this.#turn = {}
    this.#show({ step: 'idle' })
  }

  #offer(before: Read, words: string): void {
    if (!isTouched(before.received, () => undefined)) return
    showToast(words, { label: text.comeBack, run: () => this.#comeBack(before) })
  }

  #comeBack(read: Read): void {
    this.#turn = {}
    this.#show(read)
    navigate(href('importReview', {}, read.meetingId ?? undefined))
  }

  #show(next: Reading): void {
    const before = this.#reading
    this.#reading = next
    if (before.step === 'read' && before !== next) outbox.forget(entryOf(before))
    if (next.step === 'read' && isTouched(next.received, () => this.#count(next))) this.#count(next)
    for (const listener of this.#listeners) listener()
  }

  #count(read: Read): void {
    if (this.#reading !== read) return
    const giveUp = () => {
      this.#show({ step: 'idle' })
      return () => this.#comeBack(read)
    }
    // Other data are opened: what was to be taken into these goes with them.
    const onOver = () => {
      if (this.#reading === read) this.#show({ step: 'idle' })
    }
    outbox.open(entryOf(read), () => new UnfinishedReview(read.file.fileName, giveUp, onOver)).begun()
  }
}

const entryOf = ({ key }: Read) => `file-review ${key}`

/** One a window. */
const readings = new WeakMap<QueryClient, Readings>()

function readingsOf(client: QueryClient): Readings {
  const known = readings.get(client)
  if (known !== undefined) return known
  const made = new Readings()
  readings.set(client, made)
  return made
}

/**
 * Whether what was chosen goes to another place than this review, as it would when it was let fall. A paper that came back to
 * another meeting than the one on the screen was chosen to begin this one with: it is read.
 * @returns null: to be read first, as it may hold an agenda that a look at it does not tell
 */
async function isElsewhere(chosen: DroppedFile, meetingId: string | null): Promise<boolean | null> {
  const files = [{ ...chosen, sizeBytes: chosen.bytes.length }]
  const [told] = await call('imports.recognise', { meetingId, files })
  // Chosen to be read, a picture is that of a page.
  const [likeliest, ...others] = (told?.arrivals ?? []).filter(
    ({ kind }) => kind !== 'attachment' && kind !== 'picture',
  )
  if (likeliest === undefined || likeliest.kind === 'agenda') return false
  if (likeliest.reason === 'words' && meetingId !== null && likeliest.meetingId !== meetingId) return false
  const mayHoldAgenda = others.some(({ kind }) => kind === 'mail') || likeliest.kind === 'attendanceReport'
  return likeliest.kind === 'mail' || (mayHoldAgenda && !likeliest.isSure) ? null : true
}

/** What is read of a calendar says itself what is missing. */
const holdsAgenda = ({ format, draft }: ReadFile) =>
  format === 'ics' || (draft.kind !== 'unknown' && (draft.items.length > 0 || draft.meeting.date !== null))

export function useReading(): {
  reading: Reading
  read: (file: DroppedFile, asked: Asked, isFile?: boolean) => Promise<void>
  choose: (asked: Asked) => Promise<void>
  giveUp: () => void
  finish: (key: number) => void
} {
  const store = readingsOf(useQueryClient())
  const reading = useSyncExternalStore(store.subscribe, store.get)
  useEffect(() => store.leave, [store])
  const read = useCallback(
    (dropped: DroppedFile, asked: Asked, isFile = true) => {
      const received = { bytes: dropped.bytes, isFile }
      return store.run(dropped.fileName, asked, async () => ({
        file: await call('imports.read', dropped),
        received,
      }))
    },
    [store],
  )
  const choose = useCallback(
    async (asked: Asked) => {
      let chosen: DroppedFile | null
      try {
        chosen = await call('imports.choose', {})
      } catch (error) {
        return store.fail(error)
      }
      if (chosen === null) return
      const { fileName, bytes } = chosen
      const dropped = { fileName, bytes }
      const received = { bytes, isFile: true }
      return store.run(fileName, asked, async (isWanted) => {
        const goesElsewhere = await isElsewhere(dropped, asked.meetingId)
        if (!isWanted()) return null
        if (goesElsewhere !== true) {
          const file = await call('imports.read', dropped)
          if (goesElsewhere === false || holdsAgenda(file)) return { file, received }
          if (!isWanted()) return null
        }
        bringFiles([new File([new Uint8Array(bytes)], fileName)], null)
        return null
      })
    },
    [store],
  )
  return { reading, read, choose, giveUp: store.giveUp, finish: store.finish }
}
