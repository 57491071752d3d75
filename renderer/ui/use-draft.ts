import { useEffect, useState, useSyncExternalStore } from 'react'
import { newId } from '../api/new-id.ts'
import { type Attempt, Unsent } from '../api/outbox/unsent.ts'
import { useUnsent } from '../api/outbox/window.ts'

export type Draft = {
  text: string
  change: (text: string) => void
  /** Sends what is typed now, if it differs from what was sent. */
  flush: () => void
  /** The field is left: what it holds is sent, and from then on it shows what became of it. */
  leave: () => void
  /** Back to what the field held when it was entered; false when it holds that already. */
  restore: () => boolean
  enter: () => void
}

/** The text of one field between the keys and whoever is told of it: in the outbox for its pace and for the closing. */
class TypedField extends Unsent {
  typed: string | null = null
  commit: (text: string) => void = () => undefined
  #value: string
  /** What was handed on last; null once the value has followed it. */
  #sent: string | null = null
  #handedOn: string | null = null
  #entered: string
  #isLeft = false
  readonly #isLive: boolean

  constructor(value: string, isLive: boolean) {
    super()
    this.#value = value
    this.#entered = value
    this.#isLive = isLive
  }

  get waiting(): boolean {
    return this.typed !== null && this.typed !== (this.#sent ?? this.#handedOn ?? this.#value)
  }

  /** Whoever is told of it keeps it. */
  readonly dirty = false

  override get isHalfTyped(): boolean {
    return !this.#isLive
  }

  change(text: string): void {
    this.typed = text
    this.#isLeft = false
    if (this.#isLive) this.touched('pause')
    else this.changed()
  }

  enter(): void {
    this.#entered = this.typed ?? this.#value
  }

  left(): void {
    this.#isLeft = true
    void this.settle()
    this.#follow()
  }

  restore(): boolean {
    if ((this.typed ?? this.#value) === this.#entered) return false
    this.typed = this.#entered
    this.changed()
    void this.settle()
    return true
  }

  /** The value followed: what was handed on, as it was taken, or what somebody else made of it. */
  follow(value: string): void {
    if (value === this.#value) return
    this.#value = value
    const isAnswer = this.#sent !== null
    this.#sent = null
    if (this.typed === value || (!isAnswer && this.typed === this.#handedOn)) this.#show(null)
    else this.#follow()
  }

  async attempt(): Promise<Attempt> {
    const text = this.typed
    if (text !== null) {
      this.#sent = text
      this.#handedOn = text
      this.commit(text)
    }
    return 'handed-on'
  }

  /** While somebody is in the field it keeps the words as typed (a space at their end); left, it shows them as they were taken. */
  #follow(): void {
    if (this.#isLeft && this.#sent === null && this.typed === this.#handedOn) this.#show(null)
  }

  #show(typed: string | null): void {
    this.typed = typed
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
    flush: () => void field.settle(),
    leave: () => field.left(),
    restore: () => field.restore(),
    enter: () => field.enter(),
  }))
  return { text: typed ?? value, ...acts }
}
