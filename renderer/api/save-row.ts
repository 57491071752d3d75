import type { Failure } from '../../electron/contract/errors.ts'
import type { Envelope } from '../../electron/contract/method.ts'
import { sameJson } from './same-json.ts'

/** A row that people edit: its fields, and the version each write must name. */
export type Row<F extends object> = F & { readonly id: string; readonly version: number }

/** How one row is stored. All three return the row as it then is. */
export type RowStore<F extends object> = {
  update(version: number, patch: Partial<F>): Promise<Envelope<Row<F>>>
  /** The row as stored now; null when it is gone. */
  read(): Promise<Envelope<Row<F> | null>>
  /** For a row that is not stored yet; sending it twice stores it once. */
  create?: () => Promise<Envelope<Row<F>>>
}

/** One field that changed here and elsewhere: both texts are kept until somebody chooses. */
export type Conflict = { readonly field: string; readonly mine: unknown; readonly theirs: unknown }

/** Result of one attempt to store the edits. */
export type Attempt = 'saved' | 'again' | 'conflict' | { readonly failure: Failure }

type Edits<F> = Partial<{ [K in keyof F]: () => F[K] }>

/** The edits of one row. Framework-free and without timers: the queue decides when `attempt` runs, one at a time. */
export class SaveRow<F extends object> {
  /** The row as last known to be stored. */
  known: Row<F>
  readonly store: RowStore<F>
  #created: boolean
  #edits: Edits<F> = {}
  #sending: Edits<F> | null = null
  /** Sent since the last good answer: an attempt without an answer may have been stored all the same. */
  #sent: Partial<F>[] = []
  #conflicts: readonly Conflict[] = []
  readonly #adopted = new Set<() => void>()

  constructor(row: Row<F>, store: RowStore<F>) {
    this.known = row
    this.store = store
    this.#created = store.create === undefined
  }

  /** Takes an edit in. The value is computed only when it is sent, so that a key costs nothing here. */
  edit<K extends keyof F>(field: K, value: () => F[K]): void {
    this.#edits[field] = value
  }

  get dirty(): boolean {
    return !this.#created || Object.keys(this.#edits).length > 0 || this.#sending !== null
  }

  /** Something waits that was not yet sent. */
  get waiting(): boolean {
    return !this.#created || Object.keys(this.#edits).length > 0
  }

  get conflicts(): readonly Conflict[] {
    return this.#conflicts
  }

  /** The field as the person sees it: typed, on its way, or stored. */
  value<K extends keyof F>(field: K): F[K] {
    const typed = this.#edits[field] ?? this.#sending?.[field]
    return typed === undefined ? this.known[field] : typed()
  }

  /** Follows the stored row (an undo, another window) as long as nothing typed here is at stake. */
  adopt(row: Row<F>): void {
    if (row.version <= this.known.version || this.dirty || this.#conflicts.length > 0) return
    this.#take(row)
  }

  /** Tells when the stored row was adopted: an editor then shows it in place of its own text. */
  onAdopt(listener: () => void): () => void {
    this.#adopted.add(listener)
    return () => this.#adopted.delete(listener)
  }

  /** Sends what waits, once. Never throws: what is unsaved stays, and the answer says what came of it. */
  async attempt(): Promise<Attempt> {
    if (!this.#created) return this.#create()
    const edits = this.#edits
    const patch = this.#evaluate(edits)
    if (Object.keys(patch).length === 0) {
      this.#edits = {}
      return 'saved'
    }
    this.#edits = {}
    this.#sending = edits
    this.#sent.push(patch)
    const answer = await settle(this.store.update(this.known.version, patch))
    this.#sending = null
    if (answer.ok) {
      this.#stored(answer.value)
      return 'saved'
    }
    this.#edits = { ...edits, ...this.#edits }
    if (answer.error.code === 'conflict') return this.#reconcile()
    return { failure: answer.error }
  }

  /** Ends the conflicts: mine is sent over the other version, or the other version replaces mine. */
  resolve(keep: 'mine' | 'theirs'): void {
    if (keep === 'theirs') {
      for (const conflict of this.#conflicts) delete this.#edits[conflict.field as keyof F]
    }
    this.#conflicts = []
    if (keep === 'theirs') for (const listener of this.#adopted) listener()
  }

  async #create(): Promise<Attempt> {
    if (this.store.create !== undefined) {
      const answer = await settle(this.store.create())
      if (!answer.ok) return { failure: answer.error }
      this.#stored(answer.value)
    }
    this.#created = true
    return this.waiting ? 'again' : 'saved'
  }

  /**
   * The version sent is not the stored one. Field by field: what is stored is what was known before, or what an
   * unanswered attempt sent, then nobody else wrote it and mine may be sent again; otherwise both are kept.
   */
  async #reconcile(): Promise<Attempt> {
    const answer = await settle(this.store.read())
    if (!answer.ok) return { failure: answer.error }
    if (answer.value === null) return { failure: { code: 'not-found' } }
    const theirs = answer.value
    const conflicts: Conflict[] = []
    for (const field of Object.keys(this.#edits) as (keyof F & string)[]) {
      const mine = this.value(field)
      const isKnown = sameJson(theirs[field], this.known[field])
      const isMine = sameJson(theirs[field], mine) || this.#wasSent(field, theirs[field])
      if (!isKnown && !isMine) conflicts.push({ field, mine, theirs: theirs[field] })
    }
    this.#conflicts = conflicts
    this.#take(theirs)
    return conflicts.length === 0 ? 'again' : 'conflict'
  }

  #wasSent(field: keyof F, value: unknown): boolean {
    return this.#sent.some((patch) => field in patch && sameJson(patch[field], value))
  }

  #stored(row: Row<F>): void {
    this.known = row
    this.#sent = []
  }

  #take(row: Row<F>): void {
    this.#stored(row)
    for (const listener of this.#adopted) listener()
  }

  /** The values to send: those that differ from what is stored. */
  #evaluate(edits: Edits<F>): Partial<F> {
    const patch: Partial<F> = {}
    for (const field of Object.keys(edits) as (keyof F)[]) {
      const value = edits[field]?.()
      if (value === undefined) continue
      if (!sameJson(value, this.known[field]) || this.#sent.length > 0) patch[field] = value
    }
    return patch
  }
}

/** A bridge that throws is a bridge that could not answer: the attempt is made again. */
async function settle<T>(answer: Promise<Envelope<T>>): Promise<Envelope<T>> {
  try {
    return await answer
  } catch {
    return { ok: false, error: { code: 'core-restarting' } }
  }
}
