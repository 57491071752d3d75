import { useEffect, useState, useSyncExternalStore } from 'react'
import { newId } from '../api/new-id.ts'
import { type Attempt, type GivenUp, Unsent, wordsOf } from '../api/outbox/unsent.ts'
import { useUnsent } from '../api/outbox/window.ts'

export type Draft = {
  text: string
  change: (text: string) => void
  /**
   * The text is whole (Enter, or the field is left): it is sent, and from then on the field shows what became of it.
   * Answers whether anything was typed since it was last.
   */
  finish: () => boolean
  /** What somebody else stored in the field meanwhile; nothing typed here is sent before one of the two is chosen. */
  theirs: string | null
  keep: (which: 'mine' | 'theirs') => void
}

/** The text of one field between the keys and whoever is told of it: in the outbox for its pace and for the closing. */
class TypedField extends Unsent {
  typed: string | null = null
  theirs: string | null = null
  commit: (text: string) => unknown = () => undefined
  #value: string
  #handedOn: string | null = null
  /** The value has not followed what was handed on last. */
  #isAwaiting = false
  #isLeft = false
  #isTypedIn = false
  /** Somebody is asked whether what was typed is meant. */
  #isAsked = false
  readonly #isLive: boolean
  /** What was stored since somebody types in the field, and what was sent from it: whatever else comes is somebody else's. */
  readonly #held = new Set<string>()
  readonly #sent = new Set<string>()

  constructor(value: string, isLive: boolean) {
    super()
    this.#value = value
    this.#isLive = isLive
  }

  get waiting(): boolean {
    return this.#isAhead && this.theirs === null
  }

  get #isAhead(): boolean {
    return this.typed !== null && this.typed !== (this.#handedOn ?? this.#value)
  }

  /** Whoever is told of it keeps it. */
  get dirty(): boolean {
    return this.theirs !== null || this.#isAsked
  }

  override get isBesideOther(): boolean {
    return this.theirs !== null
  }

  override giveUp(): GivenUp | null {
    const { typed } = this
    if (!this.dirty || typed === null) return null
    const wasAsked = this.theirs === null
    this.keep('theirs')
    const putBack = () => {
      this.change(typed)
      if (wasAsked) return this.finish()
      this.theirs = this.#value
      this.changed()
    }
    return { texts: wordsOf(typed), putBack }
  }

  override get kept(): readonly string[] {
    return (this.#isAhead || this.#isAsked) && this.typed !== null ? wordsOf(this.typed) : []
  }

  override get isUndecided(): boolean {
    return this.dirty
  }

  override get isHalfTyped(): boolean {
    return !this.#isLive
  }

  change(text: string): void {
    this.#held.add(this.#value)
    this.typed = text
    this.#isLeft = false
    this.#isAsked = false
    this.#isTypedIn = true
    this.touched(this.#isLive ? 'pause' : 'asked')
  }

  finish(): boolean {
    const wasTypedIn = this.#isTypedIn
    this.#isTypedIn = false
    this.#isLeft = true
    void this.settle()
    this.#showTaken()
    return wasTypedIn
  }

  follow(value: string): void {
    if (value === this.#value) return
    this.#value = value
    const isForeign = this.typed !== null && !this.#held.has(value) && !this.#sent.has(squashed(value))
    // What must first be understood may come back in other words.
    const isAnswer = this.#isAwaiting && !this.#isLive
    if (isForeign && !isAnswer && !this.#isLeft) {
      this.theirs = value
      this.changed()
      return
    }
    this.#isAwaiting = false
    this.#showTaken()
  }

  async attempt(): Promise<Attempt> {
    const text = this.typed
    if (text !== null) {
      this.#handedOn = text
      this.#sent.add(squashed(text))
      const taken = this.commit(text)
      this.#isAsked = taken === 'asks'
      this.#isAwaiting = taken !== false && taken !== 'asks'
      if (!this.#isAwaiting) this.#isLeft = false
    }
    return 'handed-on'
  }

  keep(which: 'mine' | 'theirs'): void {
    this.theirs = null
    this.#isAsked = false
    this.#held.add(this.#value)
    if (which === 'theirs') {
      this.typed = null
      this.#handedOn = null
    } else this.#handedOn = this.#value
    this.touched('now')
    this.#showTaken()
  }

  /** As long as somebody is in the field it holds what they typed; after that, what became of it. */
  #showTaken(): void {
    if (!this.#isLeft || this.#isAwaiting || this.#isAhead || this.dirty) return
    this.typed = null
    this.#handedOn = null
    this.#held.clear()
    this.#sent.clear()
    this.changed()
  }
}

/** A text is often stored a little otherwise than it was typed. */
const squashed = (text: string): string => text.toLocaleLowerCase('fr').replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * @param commit false: the text is not understood, and stays typed; `asks`: somebody is asked about it, and must answer
 *
 * The field shows `value` until somebody types; the typed text stays until the value follows it, so a failed save loses
 * nothing. With `live: false` it is sent only on leaving (fields whose text must first be understood).
 */
export function useDraft(value: string, commit: (text: string) => unknown, live = true): Draft {
  const [key] = useState(() => `field:${newId()}`)
  const field = useUnsent(key, () => new TypedField(value, live))
  const typed = useSyncExternalStore(field.subscribe, () => field.typed)
  field.commit = commit
  useEffect(() => field.follow(value), [field, value])
  const [acts] = useState(() => ({
    change: (text: string) => field.change(text),
    finish: () => field.finish(),
    keep: (which: 'mine' | 'theirs') => field.keep(which),
  }))
  const theirs = useSyncExternalStore(field.subscribe, () => field.theirs)
  return { text: typed ?? value, theirs, ...acts }
}
