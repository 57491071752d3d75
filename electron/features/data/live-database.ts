import { AppError } from '../../contract/errors.ts'
import type { AlteredRow } from '../../contract/wire-backups.ts'
import { Checkpoints } from '../../db/checkpoints.ts'
import type { OpenData } from '../../db/open.ts'
import type { Damage } from '../context.ts'
import { damageCode } from '../damage.ts'
import { type Pause, Turns } from '../turns.ts'

type Hooks = {
  open(): Promise<OpenData>
  /** Other data are open than before. */
  opened(): Promise<void>
  /** Whether what is thrown speaks of these data, and not of a copy that is shown in their place. */
  isRead(): boolean
  met(code: Damage['code'], thrown: unknown): void
  clock(): Date
}

/** The one writing connection: used in turn, opened again after a replacement, read-only once it met damage. */
export class LiveDatabase {
  #open: OpenData
  readonly #hooks: Hooks
  // Inside a transaction nothing else may speak to the database.
  readonly #turns = new Turns()
  readonly #checkpoints: Checkpoints
  #damage: Damage | null = null
  #isClosed = false
  /** What the last examination found altered. */
  altered: readonly AlteredRow[] = []
  #commits = 0

  private constructor(open: OpenData, hooks: Hooks) {
    this.#open = open
    this.#hooks = hooks
    this.#checkpoints = new Checkpoints(
      (work) => this.inTurn(work),
      () => this.#open.sqlite,
    )
  }

  static async open(hooks: Hooks): Promise<LiveDatabase> {
    return new LiveDatabase(await hooks.open(), hooks)
  }

  get now(): OpenData {
    return this.#open
  }

  get sqlite(): OpenData['sqlite'] {
    return this.#open.sqlite
  }

  /** How often something was committed since the opening. */
  get commits(): number {
    return this.#commits
  }

  get damage(): Damage | null {
    return this.#damage
  }

  inTurn<T>(work: (pause: Pause) => Promise<T>): Promise<T> {
    return this.#turns.run(async (pause) => {
      try {
        // A replacement that could not open the data again (a full disk): as soon as they can be, they are.
        if (!this.#isClosed && !this.#open.sqlite.open) {
          this.#open = await this.#hooks.open()
          await this.#hooks.opened()
        }
        return await work(pause)
      } catch (thrown) {
        this.meet(thrown)
        throw thrown
      }
    })
  }

  committed(): void {
    this.#commits += 1
    this.#checkpoints.committed()
  }

  /** From here on nothing more is written: what is there can still be read, and is the best there is to recover from. */
  meet(thrown: unknown): void {
    const code = damageCode(thrown)
    if (code !== null && this.#hooks.isRead()) this.#stop(code, thrown)
  }

  /** @throws AppError `data-missing` when what is open is no longer the file at its place: what it is given, nobody finds again. */
  expectInPlace(): void {
    if (!this.#open.sqlite.open || this.#open.isInPlace()) return
    const thrown = new AppError('data-missing', { message: 'the open database is not at its place' })
    this.#stop('data-missing', thrown)
    throw thrown
  }

  #stop(code: Damage['code'], thrown: unknown): void {
    if (this.#damage !== null) return
    this.#damage = { at: this.#hooks.clock().toISOString(), code }
    this.#open.doubt()
    this.#checkpoints.stop()
    this.#hooks.met(code, thrown)
  }

  /** Has the closed files exchanged by `work`, and opens what is there then, also when it failed. Called in turn. */
  async exchange(work: () => Promise<void>): Promise<void> {
    this.#open.close()
    try {
      await work()
    } finally {
      this.#open = await this.#hooks.open()
    }
    this.altered = []
    await this.#hooks.opened()
    this.#commits += 1
  }

  /** For good. Called in turn. */
  close(): void {
    this.#isClosed = true
    this.#checkpoints.stop()
    if (this.#open.sqlite.open) this.#open.close()
  }
}
