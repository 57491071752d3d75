import { isAwayError, isRefusedError, type Line } from './line.ts'

type Read = {
  readonly work: () => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (thrown: unknown) => void
}

/**
 * Reads that wait for their turn together are made together, in one transaction: a screen then waits for the longest of its
 * reads, not for one after the other.
 */
export class ReadsTogether {
  readonly #line: Line
  readonly #inTurn: <T>(work: () => Promise<T>) => Promise<T>
  #waiting: Read[] | null = null

  constructor(line: Line, inTurn: <T>(work: () => Promise<T>) => Promise<T>) {
    this.#line = line
    this.#inTurn = inTurn
  }

  /** With those that wait already, or as the first of the next. */
  read<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<unknown>((resolve, reject) => {
      const one: Read = { work, resolve, reject }
      if (this.#waiting !== null) this.#waiting.push(one)
      else this.#begin([one])
    }) as Promise<T>
  }

  /** What comes from here on sees what is done now. */
  close(): void {
    this.#waiting = null
  }

  #begin(reads: Read[]): void {
    this.#waiting = reads
    this.#inTurn(async () => {
      if (this.#waiting === reads) this.#waiting = null
      await this.#all(reads)
    }).catch((thrown: unknown) => {
      if (this.#waiting === reads) this.#waiting = null
      for (const { reject } of reads) reject(thrown)
    })
  }

  async #all(reads: readonly Read[], isRenewed = false): Promise<void> {
    const failed: { one: Read; thrown: unknown }[] = []
    const begun = this.#line.begin('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    // Every read tells why it could not begin, once it asks.
    begun.catch(() => undefined)
    const made = reads.map(async (one) => {
      try {
        const value = await one.work()
        await begun
        one.resolve(value)
      } catch (thrown) {
        // Why it could not begin is the reason of whatever failed.
        await begun
        if (isAwayError(thrown)) throw thrown
        failed.push({ one, thrown })
      }
    })
    const ends = await Promise.allSettled(made)
    // The next call comes after it anyway.
    void this.#line.query('ROLLBACK').catch(() => undefined)
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    // A statement that fails takes the others of its transaction with it: what failed is made again by itself.
    for (const { one, thrown } of failed)
      if (reads.length > 1) await this.#all([one])
      else if (!isRenewed && isRefusedError(thrown) && (await this.#line.renew()))
        await this.#all([one], true)
      else one.reject(thrown)
  }
}
