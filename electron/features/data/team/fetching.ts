import type { TeamFiles } from '../../../db/postgres/files.ts'
import { isAwayError } from '../../../db/postgres/line.ts'
import type { CoreOptions } from '../../options.ts'
import type { Changes } from '../changes.ts'
import type { TeamTurns } from './turns.ts'

const AGAIN_MS = 5000

/** Files of the others come one by one, between the calls of this desk; what did not come is asked for again. */
export class Fetching {
  readonly #files: TeamFiles
  readonly #turns: TeamTurns
  readonly #changes: Changes
  readonly #clock: () => Date
  readonly #log: CoreOptions['log']
  #isUnderWay = false
  #isAskedAgain = false
  #isEnded = false

  constructor(
    files: TeamFiles,
    on: { turns: TeamTurns; changes: Changes; clock: () => Date; log: CoreOptions['log'] },
  ) {
    this.#files = files
    this.#turns = on.turns
    this.#changes = on.changes
    this.#clock = on.clock
    this.#log = on.log
  }

  /** Now, or once more after what is under way. */
  ask(): void {
    this.#isAskedAgain = true
    if (!this.#isUnderWay) void this.#fetch()
  }

  end(): void {
    this.#isEnded = true
  }

  async #fetch(): Promise<void> {
    this.#isUnderWay = true
    try {
      while (this.#isAskedAgain && !this.#isEnded) {
        this.#isAskedAgain = false
        for (const hash of await this.#turns.run(() => this.#files.missing()))
          if (!this.#isEnded) await this.#files.take(hash, this.#clock(), (work) => this.#turns.run(work))
        this.#changes.source('files')
      }
    } catch (thrown) {
      if (this.#isEnded) return
      if (!isAwayError(thrown)) this.#log('files of the team could not be fetched', thrown)
      setTimeout(() => this.ask(), AGAIN_MS).unref()
    } finally {
      this.#isUnderWay = false
    }
  }
}
