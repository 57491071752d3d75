import type { Failure } from '../../../electron/contract/errors.ts'
import type { Envelope } from '../../../electron/contract/method.ts'
import { ApiError } from '../api-error.ts'

/**
 * The end of one attempt to store: stored; handed on to another entry; kept until a person decides;
 * or it failed and everything is kept.
 */
export type Attempt = 'stored' | 'handed-on' | 'undecided' | Failure

/** A text that is not stored, the address at which it was typed, and the key of its form. */
export type KeptText = { readonly words: string; readonly at: string; readonly form?: string }

/** What was given up, and how it is put back as it was typed. */
export type GivenUp = { readonly texts: readonly string[]; readonly putBack: () => void }

type When = 'pause' | 'now' | 'asked'

/** The box that holds an entry, as the entry sees it. */
type Box = {
  /** An edit was taken in: it is sent at the next pause, now, or not before somebody asks. */
  touched(when: When): void
  /** Sends what waits now; resolves when it was tried once. */
  run(): Promise<void>
}

/** Something typed or done that the core may not have yet. */
export abstract class Unsent {
  /** Why the last attempt failed. */
  failure: Failure | null = null
  /** Counts the changes, for whoever draws it. */
  revision = 0
  /** The stored row that it changes, for acts on that row that must follow. */
  readonly rowId: string | undefined = undefined
  #box: Box | null = null
  #error: ApiError | null = null
  readonly #listeners = new Set<() => void>()

  /** An attempt would send something. */
  abstract get waiting(): boolean
  /** Something is not known to be stored: it waits, is on its way, or was refused. */
  abstract get dirty(): boolean
  /** Sends what waits, once. Never throws: what is not stored stays. */
  abstract attempt(): Promise<Attempt>

  /** Something is kept until a person decides. */
  get isUndecided(): boolean {
    return false
  }

  /** Somebody else's text is stored in its place, and its field may be gone before one was chosen. */
  get isBesideOther(): boolean {
    return false
  }

  /** Cannot be understood before the field is left: sent only then, and when the window closes. */
  get isHalfTyped(): boolean {
    return false
  }

  /** The texts that are not stored, as a person would read them. */
  get kept(): readonly string[] {
    return []
  }

  /** Those with the address at which each was typed. @param at that of the last edit */
  keptAt(at: string): readonly KeptText[] {
    return this.kept.map((words) => ({ words, at }))
  }

  /** Something of it is not among those: it has no words. */
  get isPartWordless(): boolean {
    return this.kept.length === 0
  }

  /** Typed in forms that store it by an act of their own: no attempt sends it, and it is no failure that it waits. */
  get isForm(): boolean {
    return false
  }

  /** It was given up with the data that it was typed for. */
  forgotten(): void {}

  /** A stored row was removed: what is typed in forms of it has no field any more. */
  rowRemoved(_id: string): void {}

  /** Whether what it holds may be given up for what is stored. */
  get canGiveUp(): boolean {
    return false
  }

  /** Gives it up: what is stored shows again. Null where it cannot be. */
  giveUp(): GivenUp | null {
    return null
  }

  /** The version of the row as last known to be stored. */
  get version(): number | undefined {
    return undefined
  }

  /** The window closes: what an attempt would send later, one after the other, may go at once. */
  leave(): void {}

  /** The data may be others now (the core came back, a copy was restored): what is known of them may be newer than they. */
  reopened(): void {}

  /** Why it is not stored, to be shown; that the core restarts is said by the frame. */
  get error(): ApiError | null {
    return this.failure?.code === 'core-restarting' ? null : this.#error
  }

  /** Sends what waits now; resolves when it was tried once. */
  settle(): Promise<void> {
    return this.#box?.run() ?? Promise.resolve()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  attach(box: Box): void {
    this.#box = box
  }

  fail(failure: Failure | null): void {
    if (failure === this.failure) return
    this.failure = failure
    this.#error = failure === null ? null : ApiError.of(failure)
    this.changed()
  }

  protected touched(when: When): void {
    this.#box?.touched(when)
    this.changed()
  }

  protected changed(): void {
    this.revision += 1
    for (const listener of this.#listeners) listener()
  }
}

/** The words of a typed value; none for what is no text (a tick, a place in a list). */
export function wordsOf(value: unknown): string[] {
  if (typeof value !== 'string') return []
  const words = value.trim().startsWith('<')
    ? new DOMParser().parseFromString(value, 'text/html').body.textContent
    : value
  return words.trim() === '' ? [] : [words.trim()]
}

/** A bridge that throws is a bridge that could not answer. */
export async function settled<T>(answer: Promise<Envelope<T>>): Promise<Envelope<T>> {
  try {
    return await answer
  } catch {
    return { ok: false, error: { code: 'core-restarting' } }
  }
}
