import { type OpenData, openData } from '../../db/open.ts'
import type { LongContext, ShownCopy } from '../context.ts'
import type { Changes } from './changes.ts'
import type { LiveDatabase } from './live-database.ts'

/** The data that reads are given: this desk's, or those of a copy that is shown in their place. */
export class Shown {
  readonly #live: LiveDatabase
  readonly #clock: () => Date
  readonly #changes: Changes
  #copy: (ShownCopy & { open: OpenData }) | null = null

  constructor(live: LiveDatabase, clock: () => Date, changes: Changes) {
    this.#live = live
    this.#clock = clock
    this.#changes = changes
  }

  get copy(): ShownCopy | null {
    return this.#copy
  }

  get data(): OpenData {
    return this.#copy?.open ?? this.#live.now
  }

  show(copy: Parameters<LongContext['showCopy']>[0]): Promise<void> {
    return this.#live.inTurn(async () => {
      this.close()
      if (copy !== null) {
        const open = await openData(copy.folder, {
          beforeMigration: async () => undefined,
          slow: () => undefined,
          clock: this.#clock,
        })
        this.#copy = { at: copy.at, file: copy.file, open }
      }
      this.#changes.everything()
    })
  }

  close(): void {
    this.#copy?.open.close()
    this.#copy = null
  }
}
