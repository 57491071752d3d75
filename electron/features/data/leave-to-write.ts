import { AppError } from '../../contract/errors.ts'
import { expectHand, noteGeneration, profileOf, readWriter, writeWriter } from '../../db/desk/writer.ts'
import { stillWriter, type Writer } from '../../domain/data/hand-over.ts'
import type { Changes } from './changes.ts'
import type { LiveDatabase } from './live-database.ts'
import type { Shown } from './shown.ts'

/** Whether this desk may write its data now, and the writer that says whose turn it is. */
export class LeaveToWrite {
  readonly #dataFolder: string
  readonly #live: LiveDatabase
  readonly #shown: Shown
  readonly #clock: () => Date
  readonly #changes: Changes
  #writer: Writer
  /** Why nothing is written for the time of an act. */
  #held: 'writer-moving' | 'data-moving' | null = null

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
    this.#writer = this.#read()
  }

  get writer(): Writer {
    return this.#writer
  }

  /** @throws AppError why nothing may be written */
  expect(): void {
    const { damage } = this.#live
    if (damage !== null) throw new AppError(damage.code)
    if (this.#shown.copy !== null) throw new AppError('copy-shown')
    if (this.#held !== null) throw new AppError(this.#held)
    expectHand(this.#writer)
  }

  /** Data that are being moved are neither exchanged nor handed over. */
  refuseMoving(): void {
    if (this.#held === 'data-moving') throw new AppError(this.#held)
  }

  setWriter(next: Writer): Promise<void> {
    return this.#live.inTurn(() => this.#keep(next))
  }

  async hold<T>(work: () => Promise<T>): Promise<T> {
    // In turn: a write that was begun is finished first.
    await this.#live.inTurn(async () => {
      this.expect()
      this.#held = 'writer-moving'
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
    if (this.#writer.state !== 'mine') return
    const { profileId, generation } = profileOf(this.#live.sqlite)
    if (profileId !== null && profileId !== this.#writer.profileId)
      await this.#keep(
        stillWriter({ profileId, generation, state: 'mine', copy: null }, this.#clock().toISOString()),
      )
    else this.#writer = this.#read()
  }

  async #keep(next: Writer): Promise<void> {
    this.refuseMoving()
    if (next.state === 'mine' && this.#live.damage === null)
      noteGeneration(this.#live.sqlite, next.generation)
    await writeWriter(this.#dataFolder, next)
    this.#writer = next
    this.#changes.source('writer')
  }

  #read(): Writer {
    return readWriter(this.#dataFolder, this.#live.sqlite, this.#clock())
  }
}
