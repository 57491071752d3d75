// Commits go from the log into the database within half a minute, so that the log stays short and a database found
// without its log lacks half a minute at most.
import type { Database } from 'better-sqlite3'

/** Half a minute is the promise; the queue of calls and the checkpoint itself take the rest. */
const AFTER_MS = 25_000

export class Checkpoints {
  readonly #inTurn: (work: () => Promise<void>) => Promise<void>
  readonly #sqlite: () => Database
  #timer: NodeJS.Timeout | null = null

  /** @param inTurn runs its work when no transaction is open: a checkpoint inside one would be refused. */
  constructor(inTurn: (work: () => Promise<void>) => Promise<void>, sqlite: () => Database) {
    this.#inTurn = inTurn
    this.#sqlite = sqlite
  }

  /** Something was committed. */
  committed(): void {
    if (this.#timer !== null) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.#inTurn(async () => {
        const sqlite = this.#sqlite()
        // A reader elsewhere only makes it partial: the answer says so and nothing is lost.
        if (sqlite.open) sqlite.pragma('wal_checkpoint(TRUNCATE)')
      }).catch(() => undefined)
    }, AFTER_MS)
    this.#timer.unref()
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
