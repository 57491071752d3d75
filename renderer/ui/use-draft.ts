import { useEffect, useState, useSyncExternalStore } from 'react'
import { newId } from '../api/new-id.ts'
import { type Attempt, Unsent, wordsOf } from '../api/outbox/unsent.ts'
import { useUnsent } from '../api/outbox/window.ts'

export type Draft = {
  text: string
  change: (text: string) => void
  /** The text is whole (Enter, or the field is left): it is sent, and from then on the field shows what became of it. */
  finish: () => void
}

/** The text of one field between the keys and whoever is told of it: in the outbox for its pace and for the closing. */
class TypedField extends Unsent {
  typed: string | null = null
  commit: (text: string) => void = () => undefined
  #value: string
  #handedOn: string | null = null
  /** The value has not followed what was handed on last. */
  #isAwaiting = false
  #isLeft = false
  readonly #isLive: boolean

  constructor(value: string, isLive: boolean) {
    super()
    this.#value = value
    this.#isLive = isLive
  }

  get waiting(): boolean {
    return this.typed !== null && this.typed !== (this.#handedOn ?? this.#value)
  }

  /** Whoever is told of it keeps it. */
  get dirty(): boolean {
    return false
  }

  override get kept(): readonly string[] {
    return this.waiting && this.typed !== null ? wordsOf(this.typed) : []
  }

  override get isHalfTyped(): boolean {
    return !this.#isLive
  }

  change(text: string): void {
    this.typed = text
    this.#isLeft = false
    this.touched(this.#isLive ? 'pause' : 'asked')
  }

  finish(): void {
    this.#isLeft = true
    void this.settle()
    this.#showTaken()
  }

  follow(value: string): void {
    if (value === this.#value) return
    this.#value = value
    this.#isAwaiting = false
    this.#showTaken()
  }

  async attempt(): Promise<Attempt> {
    const text = this.typed
    if (text !== null) {
      this.#handedOn = text
      this.#isAwaiting = true
      this.commit(text)
    }
    return 'handed-on'
  }

  /** As long as somebody is in the field it holds what they typed; after that, what became of it. */
  #showTaken(): void {
    if (!this.#isLeft || this.#isAwaiting || this.waiting) return
    this.typed = null
    this.#handedOn = null
    this.changed()
  }
}

/**
 * The field shows `value` until somebody types; the typed text stays until the value follows it, so a failed save loses
 * nothing. With `live: false` it is sent only on leaving (fields whose text must first be understood).
 */
export function useDraft(value: string, commit: (text: string) => void, live = true): Draft {
  const [key] = useState(() => `field:${newId()}`)
  const field = useUnsent(key, () => new TypedField(value, live))
  const typed = useSyncExternalStore(field.subscribe, () => field.typed)
  field.commit = commit
  useEffect(() => field.follow(value), [field, value])
  const [acts] = useState(() => ({
    change: (text: string) => field.change(text),
    finish: () => field.finish(),
  }))
  return { text: typed ?? value, ...acts }
}
