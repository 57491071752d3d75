import type { Failure } from '../../../electron/contract/errors.ts'
import type { Envelope } from '../../../electron/contract/method.ts'
import { fateOf } from './outbox.ts'
import { type Attempt, settled, Unsent, wordsOf } from './unsent.ts'

/** An act in its place in the line. */
export type Waiting<A> = {
  readonly key: number
  act: A
  /** Why it was refused: it keeps its place and is passed over until somebody decides. */
  refused: Failure | null
  isSending: boolean
  /** Typing goes on in it. */
  isTyped: boolean
  readonly done: () => void
}

/** How a refused act goes on: it is stored all the same, it now fits and is sent again, it is set aside, or let go. */
export type Ruling = 'stored' | 'again' | 'aside' | 'gone' | Failure

/** How often an act is fitted to what is stored by now before it is set aside. */
const FITTINGS = 3

/** Acts of one kind in the order in which they were done; each is sent once the one before it was answered. */
export abstract class OutboxActs<A, R> extends Unsent {
  #line: readonly Waiting<A>[] = []
  #nextKey = 1

  protected abstract send(act: A): Promise<Envelope<R>>

  /** The core has it; `answer` is null when it was found there, sent before and never answered. */
  protected abstract stored(act: A, answer: R | null): void

  /** Asked of an act that was refused; its `act` may be fitted to what is stored. */
  protected async ruled(_waiting: Waiting<A>, _failure: Failure): Promise<Ruling> {
    return 'aside'
  }

  get line(): readonly Waiting<A>[] {
    return this.#line
  }

  get waiting(): boolean {
    return this.#line.some(isUp)
  }

  get dirty(): boolean {
    return this.#line.length > 0
  }

  /** The texts that were typed in an act. */
  protected abstract textsOf(act: A): readonly unknown[]

  override get kept(): readonly string[] {
    return this.#line.flatMap(({ act }) => this.textsOf(act).flatMap(wordsOf))
  }

  override get isPartWordless(): boolean {
    return this.#line.some(({ act }) => this.textsOf(act).flatMap(wordsOf).length === 0)
  }

  override get isUndecided(): boolean {
    return this.#line.some(({ refused }) => refused !== null)
  }

  /** One act for both, where what was done later goes on with what was done before; null for two acts. */
  protected joined(_before: A, _later: A): A | null {
    return null
  }

  /** Takes an act in, behind those that wait or into one that it goes on with; resolves once it is stored or set aside. */
  add(act: A, when: 'pause' | 'now' = 'now'): Promise<void> {
    if (this.#joinsAside(act) || (when === 'pause' && this.#joinsTyped(act))) return Promise.resolve()
    return new Promise((done) => {
      const isTyped = when === 'pause'
      this.#line = [...this.#line, { key: this.#next(), act, refused: null, isSending: false, isTyped, done }]
      this.touched(when)
    })
  }

  /** More typing in the last act, if typing was going on in it. */
  #joinsTyped(act: A): boolean {
    const last = this.#line.at(-1)
    if (last === undefined || !last.isTyped || last.isSending || last.refused !== null) return false
    const both = this.joined(last.act, act)
    if (both === null) return false
    last.act = both
    this.touched('pause')
    return true
  }

  /** What goes on with an act that was set aside shares its fate: nothing of it goes past somebody who has to choose. */
  #joinsAside(act: A): boolean {
    const [aside, ...others] = this.#line.filter((one) => !isUp(one) && this.joined(one.act, act) !== null)
    if (aside === undefined) return false
    aside.act = [aside, ...others].reduceRight((later, one) => this.joined(one.act, later) ?? later, act)
    this.#line = this.#line.filter((one) => !others.includes(one))
    if (aside.refused !== null && mayBeMended(aside.refused)) this.retry(aside.key)
    else this.touched('asked')
    return true
  }

  /** Takes in what was typed while an act was on its way: it shares its fate. False where nothing was. */
  #gathers(waiting: Waiting<A>): boolean {
    const behind = this.#line.filter(({ key }) => key > waiting.key)
    const taken = behind.filter((later) => {
      const both = isUp(later) ? this.joined(waiting.act, later.act) : null
      if (both === null) return false
      waiting.act = both
      later.done()
      return true
    })
    this.#line = this.#line.filter((one) => !taken.includes(one))
    return taken.length > 0
  }

  /** Drops an act that was set aside. */
  drop(key: number): void {
    this.#line = this.#line.filter((one) => one.key !== key)
    this.touched('now')
  }

  /** Sends an act that was set aside, in its place. */
  retry(key: number): void {
    for (const one of this.#line) if (one.key === key) one.refused = null
    this.touched('now')
  }

  async attempt(): Promise<Attempt> {
    const last = this.#line.at(-1)
    let isStored = false
    for (;;) {
      const next = this.#line.find(isUp)
      if (next === undefined || (last !== undefined && next.key > last.key)) break
      next.isSending = true
      const outcome = await this.#sendOne(next)
      next.isSending = false
      if (typeof outcome !== 'string') return outcome
      isStored ||= outcome === 'stored'
      next.done()
    }
    return isStored ? 'stored' : 'undecided'
  }

  async #sendOne(waiting: Waiting<A>): Promise<'stored' | 'undecided' | Failure> {
    for (let fittings = 0; ; fittings += 1) {
      const answer = await settled(this.send(waiting.act))
      if (answer.ok) return this.#taken(waiting, answer.value)
      if (fateOf(answer.error.code) === 'tried-again') return answer.error
      const ruling = fittings < FITTINGS ? await this.ruled(waiting, answer.error) : 'aside'
      if (typeof ruling !== 'string') return ruling
      if (ruling === 'stored') return this.#taken(waiting, null)
      if (ruling === 'again') continue
      if (ruling === 'gone') return this.#letGo(waiting)
      if (this.#gathers(waiting) && mayBeMended(answer.error)) continue
      waiting.refused = answer.error
      this.changed()
      return 'undecided'
    }
  }

  #taken(waiting: Waiting<A>, answer: R | null): 'stored' {
    this.#line = this.#line.filter((one) => one !== waiting)
    this.stored(waiting.act, answer)
    this.changed()
    return 'stored'
  }

  #letGo(waiting: Waiting<A>): 'undecided' {
    this.#line = this.#line.filter((one) => one !== waiting)
    this.changed()
    return 'undecided'
  }

  #next(): number {
    this.#nextKey += 1
    return this.#nextKey - 1
  }
}

/** More typing may mend what was refused for its words; it mends neither a conflict nor a row that is gone. */
function mayBeMended({ code }: Failure): boolean {
  return code !== 'conflict' && code !== 'not-found'
}

function isUp<A>({ refused }: Waiting<A>): boolean {
  return refused === null
}
