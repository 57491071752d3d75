import { isAwayError, type Line } from '../../../db/postgres/line.ts'
import { roleOf } from '../../../db/postgres/rights.ts'
import { Turns } from '../../turns.ts'
import type { Changes } from '../changes.ts'
import type { Standing } from './standing.ts'

/** One call of this desk after another, each on a line that is there and with the rights that hold now. */
export class TeamTurns {
  readonly #turns = new Turns()
  readonly #line: Line
  readonly #standing: Standing
  readonly #changes: Changes
  /** The line of which the role is known. */
  #laid = 0

  constructor(line: Line, { standing, changes }: { standing: Standing; changes: Changes }) {
    this.#line = line
    this.#standing = standing
    this.#changes = changes
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.run(async () => {
      let isThere = false
      try {
        await this.#line.ready()
        await this.#lookAtRole()
        isThere = true
        this.#standing.isHere()
        return await work()
      } catch (thrown) {
        if (isAwayError(thrown)) this.#standing.isAway()
        // It answers, and refuses this desk: no copy hides that.
        else if (!isThere) this.#standing.isHere()
        throw thrown
      }
    })
  }

  /** The last one, whether the line is there or not. */
  end(work: () => Promise<void>): Promise<void> {
    return this.#turns.run(work)
  }

  /** The administration may have given another one meanwhile. */
  async #lookAtRole(): Promise<void> {
    if (this.#line.laid === this.#laid) return
    const role = await roleOf(this.#line)
    // What is shown was read with the rights of the other.
    if (this.#laid > 0 && role !== this.#standing.role) {
      this.#changes.everything()
      // The copy too.
      this.#standing.wasWritten()
    }
    this.#standing.role = role
    this.#laid = this.#line.laid
  }
}
