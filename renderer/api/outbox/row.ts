import type { Envelope } from '../../../electron/contract/method.ts'
import type { Conflict } from '../api-error.ts'
import { sameJson } from '../same-json.ts'
import { fateOf } from './outbox.ts'
import { type Attempt, type GivenUp, settled, Unsent, wordsOf } from './unsent.ts'

/** A row that people edit: its fields, and the version each write must name. */
export type Row<F extends object> = F & { readonly id: string; readonly version: number }

/** How one row is stored; each answers with the row as it then is. */
export type RowStore<F extends object> = {
  update(version: number, patch: Partial<F>): Promise<Envelope<Row<F>>>
  /** The row as stored now; null when it is gone. Without it the screen that shows the row reads it again (`adopt`). */
  read?: () => Promise<Envelope<Row<F> | null>>
  /** For a row that is not stored yet; sending it twice stores it once. */
  create?: () => Promise<Envelope<Row<F>>>
  /** Fields that go with the others: nobody is asked to choose between two values of theirs. */
  along?: readonly (keyof F & string)[]
}

type Edits<F> = Partial<{ [K in keyof F]: () => F[K] }>

const noConflict: readonly Conflict[] = []

/** The unsent edits of one stored row, what was last known of it, and how both are brought together again. */
export class OutboxRow<F extends object> extends Unsent {
  /** The row as last known to be stored. */
  known: Row<F>
  override readonly rowId: string
  readonly #store: RowStore<F>
  #created: boolean
  #edits: Edits<F> = {}
  #sending: Edits<F> | null = null
  /** Sent since the last good answer: an attempt without an answer may have been stored all the same. */
  #sent: Partial<F>[] = []
  #conflicts = noConflict
  /** Something newer is stored and this row does not know what: nothing is sent before it is adopted. */
  #isBehind = false
  /** Our own save is stored, and what the screen read is older. */
  #isAhead = false
  /** Read while something typed here was at stake. */
  #later: Row<F> | null = null
  /** The data may have been replaced by others, whose versions say nothing of those that were known. */
  #mayBeOther = false
  readonly #adopted = new Set<() => void>()

  constructor(row: Row<F>, store: RowStore<F>) {
    super()
    this.known = row
    this.rowId = row.id
    this.#store = store
    this.#created = store.create === undefined
  }

  /** Takes an edit in. The value is computed only when it is sent, so that a key costs nothing here. */
  edit<K extends keyof F>(field: K, value: () => F[K]): void {
    this.#edits[field] = value
    this.#typedOn()
    this.touched('pause')
  }

  /** Takes a finished edit of several fields in: they are sent together, now. */
  patch(change: Partial<F>): void {
    for (const field of Object.keys(change) as (keyof F)[]) {
      const value = change[field]
      if (value !== undefined) this.#edits[field] = () => value
    }
    this.#typedOn()
    this.touched('now')
  }

  /** A conflict shows what is typed now, not what was when it was met. */
  #typedOn(): void {
    if (this.#conflicts.length > 0)
      this.#conflicts = this.#conflicts.map((one) => ({ ...one, mine: this.value(one.field as keyof F) }))
  }

  get waiting(): boolean {
    return this.#conflicts.length === 0 && !this.#isBehind && (!this.#created || !isEmpty(this.#edits))
  }

  get dirty(): boolean {
    return !this.#created || this.#sending !== null || !isEmpty(this.#edits) || this.#conflicts.length > 0
  }

  override get isUndecided(): boolean {
    return this.#conflicts.length > 0
  }

  override get kept(): readonly string[] {
    return this.#unstored.flatMap(wordsOf)
  }

  override get isPartWordless(): boolean {
    return this.#unstored.length === 0 || this.#unstored.some((value) => wordsOf(value).length === 0)
  }

  get #unstored(): unknown[] {
    return Object.values(this.#evaluate({ ...this.#sending, ...this.#edits }, false))
  }

  override get version(): number {
    return this.known.version
  }

  get conflicts(): readonly Conflict[] {
    return this.#conflicts
  }

  /** The field as the person sees it: typed, on its way, or stored. */
  value<K extends keyof F>(field: K): F[K] {
    const typed = this.#edits[field] ?? this.#sending?.[field]
    return typed === undefined ? this.known[field] : typed()
  }

  /** The row as the person sees it: never older than what was stored or typed here. */
  over<R extends object>(read: R): R {
    const typed = this.#evaluate({ ...this.#sending, ...this.#edits }, true)
    if (isEmpty(typed) && !this.#isAhead) return read
    return { ...read, ...(this.#isAhead ? this.known : {}), ...typed }
  }

  /**
   * Follows the stored row (an undo, another window) unless something typed here is at stake. `startsAnew`: the row may be
   * put back to what was shipped, with the first version again.
   */
  adopt(row: Row<F>, startsAnew = false): void {
    if (this.#isBehind) {
      if (row.version === this.known.version) return
      this.#isBehind = false
      this.#bringTogether(row)
      this.touched('now')
    } else if (this.isUndecided && this.#sending === null && row.version > this.known.version) {
      // Somebody writes on: what is chosen between is what is stored now.
      this.#bringTogether(row)
      this.touched('now')
    } else if (row.version === this.known.version) {
      if (!this.#isAhead) return
      this.known = row
      this.#isAhead = false
      this.changed()
    } else if (!this.dirty) {
      const isNewer = row.version > this.known.version
      if (isNewer || (startsAnew ? !this.#isAhead : this.#mayBeOther)) this.#take(row)
    } else this.#later = row
  }

  /** What was read meanwhile is followed once nothing typed is at stake: nobody reads it a second time. */
  #catchUp(): void {
    if (this.#later === null || this.dirty) return
    if (this.#later.version > this.known.version) this.#take(this.#later)
    this.#later = null
  }

  /** Tells when the stored row was adopted: an editor then shows it in place of its own text. */
  onAdopt(listener: () => void): () => void {
    this.#adopted.add(listener)
    return () => this.#adopted.delete(listener)
  }

  /** Ends the conflicts: mine is sent over the other version, or the other version replaces mine. */
  resolve(keep: 'mine' | 'theirs'): void {
    if (keep === 'theirs')
      for (const field of [...this.#conflicts.map((one) => one.field), ...(this.#store.along ?? [])])
        delete this.#edits[field as keyof F]
    this.#conflicts = noConflict
    if (keep === 'theirs') this.#shownAnew()
    this.fail(null)
    this.#catchUp()
    this.touched('now')
  }

  override get canGiveUp(): boolean {
    return this.#created && this.#sending === null && !isEmpty(this.#edits)
  }

  override giveUp(): GivenUp | null {
    if (!this.canGiveUp) return null
    const texts = this.kept
    const typed = this.#evaluate(this.#edits, true)
    this.#edits = {}
    this.#conflicts = noConflict
    this.#catchUp()
    this.#shownAnew()
    this.fail(null)
    this.touched('asked')
    const putBack = () => {
      for (const field of Object.keys(typed) as (keyof F)[]) {
        const value = typed[field]
        if (value !== undefined) this.#edits[field] ??= () => value
      }
      this.#shownAnew()
      this.touched('now')
    }
    return { texts, putBack }
  }

  /** The data may be others now: whatever is read of this row is newer than what is known. */
  override reopened(): void {
    this.#mayBeOther = true
    this.#isAhead = false
    this.#later = null
  }

  async attempt(): Promise<Attempt> {
    // Brought together with what is stored: at most a few times, then like any failure, in case the row never rests.
    for (let times = 4; times > 0; times -= 1) {
      const outcome = await this.#tryOnce()
      if (outcome !== 'again') return outcome
    }
    return { code: 'conflict' }
  }

  async #tryOnce(): Promise<Attempt | 'again'> {
    if (!this.#created) return this.#create()
    const edits = this.#edits
    const patch = this.#evaluate(edits, this.#sent.length > 0)
    this.#edits = {}
    if (isEmpty(patch)) return 'stored'
    this.#sending = edits
    this.#sent.push(patch)
    const answer = await settled(this.#store.update(this.known.version, patch))
    this.#sending = null
    if (answer.ok) {
      this.#stored(answer.value)
      this.#isAhead = true
      this.#catchUp()
      this.changed()
      return 'stored'
    }
    this.#edits = { ...edits, ...this.#edits }
    return fateOf(answer.error.code) === 'merged' ? this.#reconcile() : answer.error
  }

  async #create(): Promise<Attempt | 'again'> {
    const answer = await settled(this.#store.create?.() ?? Promise.resolve({ ok: true, value: this.known }))
    if (!answer.ok) return answer.error
    this.#stored(answer.value)
    this.#created = true
    return this.waiting ? 'again' : 'stored'
  }

  async #reconcile(): Promise<Attempt | 'again'> {
    if (this.#store.read === undefined) {
      if (this.#later !== null && this.#later.version > this.known.version) return this.#met(this.#later)
      this.#isBehind = true
      return { code: 'conflict' }
    }
    const answer = await settled(this.#store.read())
    if (!answer.ok) return answer.error
    if (answer.value === null) return { code: 'not-found' }
    return this.#met(answer.value)
  }

  #met(theirs: Row<F>): Attempt | 'again' {
    this.#bringTogether(theirs)
    return this.isUndecided ? 'undecided' : 'again'
  }

  /**
   * The version sent is not the stored one. Field by field: where what is stored is what was known before, or what an
   * unanswered attempt sent, nobody else wrote it and mine may be sent again, as what goes along; otherwise both are kept.
   */
  #bringTogether(theirs: Row<F>): void {
    const conflicts: Conflict[] = []
    const undecided = new Set(this.#conflicts.map(({ field }) => field))
    for (const field of Object.keys(this.#edits) as (keyof F & string)[]) {
      const mine = this.value(field)
      const isKnown = sameJson(theirs[field], this.known[field])
      const isMine = sameJson(theirs[field], mine) || this.#wasSent(field, theirs[field])
      const isAsked = this.#store.along?.includes(field) !== true
      if (isAsked && (!isKnown || undecided.has(field)) && !isMine)
        conflicts.push({ field, mine, theirs: theirs[field] })
    }
    this.#conflicts = conflicts.length === 0 ? noConflict : conflicts
    this.#take(theirs)
  }

  #wasSent(field: keyof F, value: unknown): boolean {
    return this.#sent.some((patch) => field in patch && sameJson(patch[field], value))
  }

  #stored(row: Row<F>): void {
    this.known = row
    this.#sent = []
    this.#mayBeOther = false
  }

  #take(row: Row<F>): void {
    this.#stored(row)
    this.#isAhead = false
    this.#shownAnew()
    this.changed()
  }

  #shownAnew(): void {
    for (const listener of this.#adopted) listener()
  }

  /** The values typed; only those that differ from what is stored, unless all are asked for. */
  #evaluate(edits: Edits<F>, all: boolean): Partial<F> {
    const patch: Partial<F> = {}
    for (const field of Object.keys(edits) as (keyof F)[]) {
      const value = edits[field]?.()
      if (value === undefined) continue
      if (all || !sameJson(value, this.known[field])) patch[field] = value
    }
    return patch
  }
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0
}
