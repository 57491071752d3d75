// The calls that need the database run one after another; a long reading lets those that wait go before it, in between.
import { setImmediate } from 'node:timers/promises'

/** Ends a turn and waits for the next one, after whoever waits by then. */
export type Pause = () => Promise<void>

/** The reading so far no longer holds: something was written, or other data are open, since it began. */
export class ChangedMeanwhile extends Error {}

/** First come, first served. */
export class Turns {
  #last: Promise<void> = Promise.resolve()

  async run<T>(work: (pause: Pause) => Promise<T>): Promise<T> {
    let end = await this.#take()
    const pause = async () => {
      // A call that came while something was read is only known after this.
      await setImmediate()
      end()
      end = await this.#take()
    }
    try {
      return await work(pause)
    } finally {
      end()
    }
  }

  /** Answers what lets the next one go. */
  async #take(): Promise<() => void> {
    const before = this.#last
    let end = () => {}
    this.#last = new Promise((resolve) => {
      end = resolve
    })
    await before
    return () => end()
  }
}
