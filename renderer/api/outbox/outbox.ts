import { type ErrorCode, errorKind } from '../../../electron/contract/error-codes.ts'
import type { Failure } from '../../../electron/contract/errors.ts'
import type { GivenUp, KeptText, Unsent } from './unsent.ts'

/** A pause in the typing after which it is sent, in milliseconds. */
export const PAUSE_MS = 300
/** The longest that anything typed waits before it is sent, while typing goes on without a pause. */
export const LONGEST_MS = 700
/** After a condition of the machine: when it is tried again, twice as long after each further failure, up to the longest. */
export const RETRY_MS = 1_000
export const LONGEST_RETRY_MS = 8_000

/**
 * How an edit goes on that met an error: tried again by itself until it passes; brought together with what is stored
 * by now; or kept and shown beside what is stored until somebody decides. In no case is it dropped.
 */
export type Fate = 'tried-again' | 'merged' | 'shown'

export function fateOf(code: ErrorCode): Fate {
  if (code === 'conflict') return 'merged'
  return errorKind(code) === 'condition' ? 'tried-again' : 'shown'
}

export type SaveState = {
  /** `typed`: all is stored but what waits in forms for an act of their own. */
  readonly phase: 'saved' | 'typed' | 'saving' | 'failed' | 'conflict'
  /** When something was last stored, in milliseconds since 1970; null before the first. */
  readonly savedAt: number | null
  /** The oldest failure of what is not stored. */
  readonly failure: Failure | null
}

type Entry = {
  readonly unsent: Unsent
  /** The address of the screen that showed it last. */
  at: string
  users: number
  /** When the oldest edit was made that no attempt has taken yet. */
  since: number | null
  timer: ReturnType<typeof setTimeout> | undefined
  running: Promise<void> | null
  failures: number
}

/**
 * Everything typed in this window and not known to be stored. It decides when each entry is sent, one attempt at a time
 * for an entry; the entry knows what to send and how it is brought together with what is stored.
 */
export class Outbox {
  readonly #entries = new Map<string, Entry>()
  readonly #listeners = new Set<() => void>()
  readonly #watchers = new Set<() => void>()
  #revision = 0
  #state: SaveState = { phase: 'saved', savedAt: null, failure: null }
  #actsUnderWay = 0
  readonly #address: () => string

  constructor(address: () => string = () => '') {
    this.#address = address
  }

  /** The entry under `key`, made by `make` if there is none: the same key always names the same kind of thing. */
  open<U extends Unsent>(key: string, make: () => U): U {
    const known = this.#entries.get(key)
    if (known !== undefined) return known.unsent as U
    const unsent = make()
    this.#add(key, unsent)
    if (unsent.dirty) void this.#run(key)
    return unsent
  }

  /** Keeps it while a screen shows it; what is not stored is kept longer. Returns how to let it go. */
  retain(key: string, unsent: Unsent): () => void {
    const entry = this.#entries.get(key) ?? this.#add(key, unsent)
    entry.users += 1
    return () => {
      entry.users -= 1
      void this.#run(key).then(() => this.#tidy(key, entry))
    }
  }

  /** Sends everything that waits now. Resolves when each entry was tried once; `leaving`: the window may be gone then. */
  async flush(leaving = false): Promise<void> {
    if (leaving) for (const { unsent } of this.#entries.values()) unsent.leave()
    const all = () => [...this.#entries].filter(([, { unsent }]) => leaving || !unsent.isHalfTyped)
    await Promise.all(all().map(([key]) => this.#run(key)))
    // Fields have handed their text on to their rows meanwhile.
    const handedOn = all().filter(([, entry]) => entry.since !== null || entry.running !== null)
    await Promise.all(handedOn.map(([key]) => this.#run(key)))
  }

  /** Sends everything as before the window goes; resolves once the acts of buttons have ended too. */
  async settled(): Promise<void> {
    await this.flush(true)
    if (this.#actsUnderWay === 0) return
    await new Promise<void>((resolve) => {
      const stop = this.watch(() => {
        if (this.#actsUnderWay > 0) return
        stop()
        resolve()
      })
    })
    await this.flush(true)
  }

  /** The core came back, perhaps with other data: all that waits is sent to it. */
  reopened(): void {
    for (const { unsent } of this.#entries.values()) unsent.reopened()
    void this.flush()
  }

  /** Sends what waits under `key` now, and returns the stored version after it; null when nothing is open under it. */
  async settle(key: string): Promise<number | null> {
    await this.#run(key)
    return this.#entries.get(key)?.unsent.version ?? null
  }

  /** Sends what waits of one stored row, under whatever key; its version after that, undefined if nothing was stored. */
  async settleRow(id: string): Promise<number | undefined> {
    const rows = [...this.#entries].filter(([, { unsent, running }]) => {
      return unsent.rowId === id && (unsent.waiting || running !== null)
    })
    await Promise.all(rows.map(([key]) => this.#run(key)))
    const versions = rows.flatMap(([, { unsent }]) => (unsent.failure === null ? [unsent.version ?? 0] : []))
    return versions.length === 0 ? undefined : Math.max(...versions)
  }

  /** The row is gone on purpose: what was typed in it goes with it. */
  forget(key: string): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    clearTimeout(entry.timer)
    this.#entries.delete(key)
    entry.unsent.forgotten()
    this.#publish()
  }

  /** A stored row was removed on purpose: what is typed in forms of it goes with it. */
  rowRemoved(id: string): void {
    for (const { unsent } of this.#entries.values()) unsent.rowRemoved(id)
  }

  /** Nothing waits, is on its way, or was refused. */
  get isStored(): boolean {
    return [...this.#entries.values()].every(({ unsent }) => !isUnstored(unsent))
  }

  /** Other data are opened on purpose: what is not stored in these goes with them. */
  forgetUnstored(): void {
    for (const [key, { unsent }] of [...this.#entries]) if (isUnstored(unsent)) this.forget(key)
  }

  /** Everything that is not stored, as a person would read it, with the address at which it was typed; the oldest first. */
  keptAt(): readonly KeptText[] {
    return this.#each(({ unsent, at }) => unsent.keptAt(at))
  }

  /** Something is not stored that those texts do not say. */
  get isPartWordless(): boolean {
    return [...this.#entries.values()].some(({ unsent }) => isUnstored(unsent) && unsent.isPartWordless)
  }

  /** The texts among them that were refused. */
  refused(): readonly string[] {
    return this.#each(({ unsent }) => (isRefused(unsent) ? unsent.kept : []))
  }

  /** All that somebody may give up: those, and what waits in forms. */
  givable(): readonly string[] {
    return this.#each(({ unsent }) => (isGivable(unsent) ? unsent.kept : []))
  }

  #each<T>(of: (entry: Entry) => readonly T[]): readonly T[] {
    return [...this.#entries.values()].flatMap(of)
  }

  /** Gives all of that up; null where there is nothing to give up. */
  giveUp(): GivenUp | null {
    const given = [...this.#entries].flatMap(([key, entry]) => {
      const one = isGivable(entry.unsent) ? entry.unsent.giveUp() : null
      if (one === null) return []
      this.#tidy(key, entry)
      return one
    })
    if (given.length === 0) return null
    this.#publish()
    return {
      texts: given.flatMap(({ texts }) => texts),
      putBack: () => {
        for (const { putBack } of given) putBack()
      },
    }
  }

  /**
   * An act of a button: its screen says why it failed, and then nothing of it is kept here. Null is the answer of one
   * that was given up in the system's dialog.
   */
  async perform<T>(send: () => Promise<T>): Promise<T> {
    this.#actsUnderWay += 1
    this.#publish()
    try {
      const value = await send()
      if (value !== null) this.#stored()
      return value
    } finally {
      this.#actsUnderWay -= 1
      this.#publish()
    }
  }

  readonly state = (): SaveState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Counts the changes of anything in it, for whoever shows what is not stored. */
  readonly revision = (): number => this.#revision

  readonly watch = (listener: () => void): (() => void) => {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }

  #add(key: string, unsent: Unsent): Entry {
    const at = this.#address()
    const entry: Entry = { unsent, at, users: 0, since: null, timer: undefined, running: null, failures: 0 }
    this.#entries.set(key, entry)
    unsent.attach({
      touched: (when) => {
        if (this.#entries.get(key) !== entry) this.#entries.set(key, entry)
        if (entry.users > 0) entry.at = this.#address()
        if (unsent.waiting) entry.since ??= Date.now()
        if (when === 'now') void this.#run(key)
        else if (when === 'pause' && entry.running === null && entry.since !== null)
          this.#schedule(key, entry, dueOf(entry.since))
        this.#publish()
      },
      run: () => this.#run(key),
    })
    return entry
  }

  #schedule(key: string, entry: Entry, at: number): void {
    clearTimeout(entry.timer)
    entry.timer = setTimeout(() => void this.#run(key), Math.max(0, at - Date.now()))
  }

  /** One attempt at a time for an entry; one asked for meanwhile follows it. */
  async #run(key: string): Promise<void> {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    const isAwaited = entry.running !== null
    while (entry.running !== null) await entry.running
    // Whoever waited for an entry that just failed does not send it again at once.
    const justFailed = isAwaited && entry.since === null && entry.unsent.failure !== null
    if (!entry.unsent.waiting || justFailed) return
    clearTimeout(entry.timer)
    entry.running = this.#attempt(key, entry)
    await entry.running
  }

  async #attempt(key: string, entry: Entry): Promise<void> {
    const { unsent } = entry
    entry.since = null
    const attempt = unsent.attempt()
    this.#publish()
    const outcome = await attempt
    entry.running = null
    if (typeof outcome === 'string') {
      entry.failures = 0
      unsent.fail(null)
      if (outcome === 'stored') this.#stored()
      if (unsent.waiting) this.#schedule(key, entry, dueOf(entry.since ?? Date.now()))
      else this.#tidy(key, entry)
    } else {
      unsent.fail(outcome)
      // Edits made meanwhile are due as always; the failed one goes with them.
      if (entry.since !== null) this.#schedule(key, entry, dueOf(entry.since))
      else if (fateOf(outcome.code) !== 'shown')
        this.#schedule(key, entry, Date.now() + Math.min(RETRY_MS * 2 ** entry.failures, LONGEST_RETRY_MS))
      entry.failures += 1
    }
    this.#publish()
  }

  #stored(): void {
    this.#state = { ...this.#state, savedAt: Date.now() }
  }

  #tidy(key: string, entry: Entry): void {
    if (entry.users > 0 || entry.unsent.dirty || entry.unsent.waiting) return
    if (this.#entries.get(key) === entry) this.#entries.delete(key)
  }

  #publish(): void {
    this.#revision += 1
    for (const watcher of this.#watchers) watcher()
    const kept = [...this.#entries.values()].map(({ unsent }) => unsent)
    const failure = kept.find((unsent) => unsent.failure !== null)?.failure ?? null
    const phase = kept.some((unsent) => unsent.isUndecided)
      ? 'conflict'
      : failure !== null
        ? 'failed'
        : this.#actsUnderWay > 0 || kept.some((unsent) => isUnstored(unsent) && !unsent.isForm)
          ? 'saving'
          : kept.some(isUnstored)
            ? 'typed'
            : 'saved'
    const { savedAt } = this.#state
    const told = this.#told
    if (told.phase === phase && told.failure === failure && told.savedAt === savedAt) return
    this.#state = { phase, savedAt, failure }
    this.#told = this.#state
    for (const listener of this.#listeners) listener()
  }

  #told: SaveState = this.#state
}

const isUnstored = ({ dirty, waiting }: Unsent): boolean => dirty || waiting

/** Nothing but a person can go on with it. */
function isRefused({ failure, canGiveUp, isBesideOther }: Unsent): boolean {
  return isBesideOther || (failure !== null && canGiveUp && fateOf(failure.code) === 'shown')
}

const isGivable = (unsent: Unsent): boolean => unsent.isForm || isRefused(unsent)

function dueOf(since: number): number {
  return Math.min(Date.now() + PAUSE_MS, since + LONGEST_MS)
}
