// A line is silent while the server works, and when nothing comes through any more, of which nobody is told.

/** So long it may be silent after something was asked, before it is looked whether the server has it. */
const QUIET_MS = 1000
/** What a slow network carries in a millisecond at least: nothing is answered before it has arrived. */
const BYTES_PER_MS = 50

export class Silence {
  readonly #heard: () => number
  readonly #isAtWork: () => Promise<boolean>
  readonly #lost: () => void
  #waiting = 0
  #timer: NodeJS.Timeout | null = null
  #turn = 0

  /**
   * @param on.heard how many bytes have come
   * @param on.isAtWork whether the server is there and works at what was asked
   * @param on.lost told when it is not, though something is waited for
   */
  constructor(on: { heard: () => number; isAtWork: () => Promise<boolean>; lost: () => void }) {
    this.#heard = on.heard
    this.#isAtWork = on.isAtWork
    this.#lost = on.lost
  }

  /** @param bytes of what was asked */
  async during<T>(asked: Promise<T>, bytes = 0): Promise<T> {
    this.#waiting += 1
    this.#listen(bytes)
    try {
      return await asked
    } finally {
      this.#waiting -= 1
      this.#listen(0)
    }
  }

  #listen(bytes: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#turn += 1
    this.#timer =
      this.#waiting === 0 ? null : setTimeout(() => void this.#look(), QUIET_MS + bytes / BYTES_PER_MS)
  }

  async #look(): Promise<void> {
    const [turn, heard] = [this.#turn, this.#heard()]
    const isAtWork = await this.#isAtWork()
    // Answered meanwhile, or asked for more.
    if (turn !== this.#turn) return
    if (isAtWork || heard !== this.#heard()) this.#listen(0)
    else this.#lost()
  }
}
