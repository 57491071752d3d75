// Sends what is typed within a second, one write at a time per row, again after a failure, and never loses a text.
import type { ErrorCode, Failure } from '../../electron/contract/errors.ts'
import { type Conflict, type Row, type RowStore, SaveRow } from './save-row.ts'

/** A pause in the typing after which the text is sent, in milliseconds. */
export const PAUSE_MS = 300
/** While somebody types without a pause: the longest a character waits before it is sent. */
export const LONGEST_MS = 700
/** How long after a failure the text is sent again; sooner when the core says it is back. */
export const RETRY_MS = 1_000

/** Failures that sending the same thing again cannot mend; the next edit or `flush` tries again. */
const final: ReadonlySet<ErrorCode> = new Set([
  'invalid-input',
  'not-found',
  'state-refuses',
  'limit-reached',
])

export type SaveState = {
  readonly phase: 'saved' | 'saving' | 'failed' | 'conflict'
  /** When the last edit was stored, in milliseconds since 1970; null before the first. */
  readonly savedAt: number | null
  /** Why the last attempt failed; the text is kept and sent again. */
  readonly failure: Failure | null
}

type Entry = {
  readonly row: SaveRow<Record<string, unknown>>
  users: number
  /** When the oldest unsent edit was made. */
  since: number | null
  timer: ReturnType<typeof setTimeout> | undefined
  running: Promise<void> | null
  failure: Failure | null
}

export class SaveQueue {
  readonly #entries = new Map<string, Entry>()
  readonly #listeners = new Set<() => void>()
  #state: SaveState = { phase: 'saved', savedAt: null, failure: null }

  /** The row under `key`: the one already open, told of `row` if that is newer; or a new one. */
  open<F extends object>(key: string, row: Row<F>, store: RowStore<F>): SaveRow<F> {
    const known = this.#entries.get(key)
    if (known !== undefined) {
      const open = known.row as unknown as SaveRow<F>
      open.adopt(row)
      return open
    }
    const opened = new SaveRow(row, store)
    this.#entries.set(key, entryOf(opened))
    if (opened.dirty) void this.#run(key)
    return opened
  }

  /** Keeps the row while a screen shows it; what is unsaved is kept longer. Returns how to let it go. */
  retain<F extends object>(key: string, row: SaveRow<F>): () => void {
    const entry = this.#entries.get(key) ?? entryOf(row)
    this.#entries.set(key, entry)
    entry.users += 1
    return () => {
      entry.users -= 1
      void this.#run(key).then(() => this.#tidy(key))
    }
  }

  /** Takes an edit in; `value` is computed when it is sent. */
  edit<F extends object, K extends keyof F & string>(
    key: string,
    row: SaveRow<F>,
    field: K,
    value: () => F[K],
  ): void {
    const entry = this.#entries.get(key) ?? entryOf(row)
    this.#entries.set(key, entry)
    row.edit(field, value)
    const now = Date.now()
    entry.since ??= now
    if (entry.running === null) this.#schedule(key, entry, Math.min(now + PAUSE_MS, entry.since + LONGEST_MS))
    this.#publish()
  }

  /** Sends everything unsaved now (closing, undo, another screen). Resolves when each row was tried once. */
  async flush(): Promise<void> {
    await Promise.all([...this.#entries.keys()].map((key) => this.#run(key)))
  }

  /** Sends one row now and returns its stored version; null when it is not open. Used before it is removed. */
  async settle(key: string): Promise<number | null> {
    await this.#run(key)
    return this.#entries.get(key)?.row.known.version ?? null
  }

  /** The row is gone on purpose: what was typed in it goes with it. */
  forget(key: string): void {
    clearTimeout(this.#entries.get(key)?.timer)
    this.#entries.delete(key)
    this.#publish()
  }

  /** Ends the conflicts of a row by the choice of a person. */
  resolve<F extends object>(key: string, row: SaveRow<F>, keep: 'mine' | 'theirs'): void {
    row.resolve(keep)
    void this.#run(key)
    this.#publish()
  }

  conflicts(key: string): readonly Conflict[] {
    return this.#entries.get(key)?.row.conflicts ?? noConflict
  }

  get state(): SaveState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #schedule(key: string, entry: Entry, at: number): void {
    clearTimeout(entry.timer)
    entry.timer = setTimeout(() => void this.#run(key), Math.max(0, at - Date.now()))
  }

  /** One run per row at a time; a run asked for meanwhile follows it. */
  async #run(key: string): Promise<void> {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    while (entry.running !== null) await entry.running
    if (!entry.row.waiting || entry.row.conflicts.length > 0) return
    clearTimeout(entry.timer)
    entry.running = this.#attempt(key, entry)
    await entry.running
  }

  async #attempt(key: string, entry: Entry): Promise<void> {
    entry.since = null
    this.#publish()
    let outcome = await entry.row.attempt()
    // The versions were brought together: at most a few times, then like any failure, in case the row never rests.
    for (let again = 0; outcome === 'again' && again < 3; again += 1) outcome = await entry.row.attempt()
    entry.running = null
    if (outcome === 'saved') {
      entry.failure = null
      this.#state = { ...this.#state, savedAt: Date.now() }
      if (entry.row.waiting) {
        entry.since ??= Date.now()
        this.#schedule(key, entry, Math.min(Date.now() + PAUSE_MS, entry.since + LONGEST_MS))
      } else this.#tidy(key)
    } else if (outcome === 'conflict') {
      entry.failure = null
    } else {
      entry.failure = outcome === 'again' ? { code: 'conflict' } : outcome.failure
      if (!final.has(entry.failure.code)) this.#schedule(key, entry, Date.now() + RETRY_MS)
    }
    this.#publish()
  }

  #tidy(key: string): void {
    const entry = this.#entries.get(key)
    if (entry !== undefined && entry.users <= 0 && !entry.row.dirty) this.#entries.delete(key)
  }

  #publish(): void {
    const entries = [...this.#entries.values()]
    const failure = entries.find((entry) => entry.failure !== null)?.failure ?? null
    const phase = entries.some((entry) => entry.row.conflicts.length > 0)
      ? 'conflict'
      : failure !== null
        ? 'failed'
        : entries.some((entry) => entry.row.dirty)
          ? 'saving'
          : 'saved'
    const { savedAt } = this.#state
    const last = this.#last
    if (last.phase === phase && last.failure === failure && last.savedAt === savedAt) return
    this.#state = { phase, savedAt, failure }
    this.#last = this.#state
    for (const listener of this.#listeners) listener()
  }

  #last: SaveState = this.#state
}

const noConflict: readonly Conflict[] = []

function entryOf<F extends object>(row: SaveRow<F>): Entry {
  return {
    row: row as unknown as SaveRow<Record<string, unknown>>,
    users: 0,
    since: null,
    timer: undefined,
    running: null,
    failure: null,
  }
}
