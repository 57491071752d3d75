import { AppError } from '../../contract/errors.ts'
import { noteGeneration, profileOf, readPen, writePen } from '../../db/desk/pen.ts'
import { type Pen, stillPen } from '../../domain/data/hand-over.ts'
import type { Changes } from './changes.ts'
import type { LiveDatabase } from './live-database.ts'
import type { Shown } from './shown.ts'

/** Whether this desk may write its data now, and the pen that says whose turn it is. */
export class LeaveToWrite {
  readonly #dataFolder: string
  readonly #live: LiveDatabase
  readonly #shown: Shown
  readonly #clock: () => Date
  readonly #changes: Changes
  #pen: Pen
  /** Why nothing is written for the time of an act. */
  #held: 'pen-moving' | 'data-moving' | null = null

  constructor(options: {
    dataFolder: string
    live: LiveDatabase
    shown: Shown
    clock: () => Date
    changes: Changes
  }) {
    this.#dataFolder = options.dataFolder
    this.#live = options.live
    this.#shown = options.shown
    this.#clock = options.clock
    this.#changes = options.changes
    this.#pen = this.#read()
  }

  get pen(): Pen {
    return this.#pen
  }

  /** @throws AppError why nothing may be written */
  expect(): void {
    const { damage } = this.#live
    if (damage !== null) throw new AppError(damage.code)
    if (this.#shown.copy !== null) throw new AppError('copy-shown')
    if (this.#held !== null) throw new AppError(this.#held)
    const { state } = this.#pen
    if (state !== 'mine')
      throw new AppError(state === 'giving' || state === 'taking' ? 'pen-moving' : 'pen-away')
  }

  /** Data that are being moved are neither exchanged nor handed over. */
  refuseMoving(): void {
    if (this.#held === 'data-moving') throw new AppError(this.#held)
  }

  setPen(next: Pen): Promise<void> {
    return this.#live.inTurn(() => this.#keep(next))
  }

  async hold<T>(work: () => Promise<T>): Promise<T> {
    // In turn: a write that was begun is finished first.
    await this.#live.inTurn(async () => {
      this.expect()
      this.#held = 'pen-moving'
    })
    try {
      return await work()
    } finally {
      this.#held = null
    }
  }

  async leave<T>(work: () => Promise<T>): Promise<T> {
    await this.#live.inTurn(async () => {
      if (this.#shown.copy !== null) throw new AppError('copy-shown')
      if (this.#held !== null) throw new AppError(this.#held)
      this.#held = 'data-moving'
    })
    try {
      return await work()
    } catch (thrown) {
      this.#held = null
      throw thrown
    }
  }

  /** Data that came from elsewhere: other data make this desk their writer, older ones of the same keep its generation. */
  async adopt(): Promise<void> {
    if (this.#pen.state !== 'mine') return
    const { profileId, generation } = profileOf(this.#live.sqlite)
    if (profileId !== null && profileId !== this.#pen.profileId)
      await this.#keep(
        stillPen({ profileId, generation, state: 'mine', copy: null }, this.#clock().toISOString()),
      )
    else this.#pen = this.#read()
  }

  async #keep(next: Pen): Promise<void> {
    this.refuseMoving()
    if (next.state === 'mine' && this.#live.damage === null)
      noteGeneration(this.#live.sqlite, next.generation)
    await writePen(this.#dataFolder, next)
    this.#pen = next
    this.#changes.source('pen')
  }

  #read(): Pen {
    return readPen(this.#dataFolder, this.#live.sqlite, this.#clock())
  }
}
