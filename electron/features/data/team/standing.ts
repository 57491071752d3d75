// Whether the server of a team answers, and the copy of its data that is read on this desk while it does not.
import { AppError } from '../../../contract/errors.ts'
import type { JobOptions } from '../../../contract/wire.ts'
import { copyOf } from '../../../db/copies/team-copy.ts'
import type { TeamAddress } from '../../../db/postgres/address.ts'
import type { Carried } from '../../../db/postgres/share.ts'
import type { Uses } from '../../../db/reads/uses.ts'
import type { TeamRole } from '../../../domain/data/team.ts'
import type { ReadContext, TeamStanding } from '../../context.ts'
import { type Data, openCoreData } from '../../data.ts'
import { type CoreOptions, clockOf } from '../../options.ts'
import { Turns } from '../../turns.ts'
import type { Changes } from '../changes.ts'

/** The first copy is made once the first screens are there. */
const FIRST_COPY_MS = 5_000
const COPY_EVERY_MS = 5 * 60_000

export class Standing implements TeamStanding {
  role: TeamRole | null = null
  awaySince: string | null = null
  readonly #options: CoreOptions
  readonly #address: TeamAddress
  readonly #password: string | undefined
  readonly #changes: Changes
  /** The copy is made, opened and closed one after the other. */
  readonly #turns = new Turns()
  #shown: Data | null = null
  #isOld = true
  #timers: NodeJS.Timeout[] = []
  #ended = new AbortController()

  constructor(
    options: CoreOptions,
    { address, password, changes }: { address: TeamAddress; password: string | undefined; changes: Changes },
  ) {
    this.#options = options
    this.#address = address
    this.#password = password
    this.#changes = changes
  }

  get copyAt(): string | null {
    return copyOf(this.#options.dataFolder)?.at ?? null
  }

  get isCopyShown(): boolean {
    return this.#shown !== null
  }

  /** The server answered. */
  isHere(): void {
    if (this.awaySince === null) return
    this.awaySince = null
    void this.#turns.run(() => this.#hide())
    this.#changes.everything()
  }

  /** The server did not. */
  isAway(): void {
    if (this.awaySince !== null) return
    this.awaySince = this.#now().toISOString()
    this.#changes.source('team')
  }

  /** Something was written there, which the copy does not have. */
  wasWritten(): void {
    this.#isOld = true
  }

  showCopy(): Promise<void> {
    return this.#turns.run(async () => {
      const copy = copyOf(this.#options.dataFolder)
      if (copy === null) throw new AppError('copy-not-arrived')
      if (this.#shown !== null) return
      const shown = await openCoreData({ ...this.#options, dataFolder: copy.folder, emit: () => undefined })
      if (this.awaySince === null) await shown.close()
      else {
        this.#shown = shown
        this.#changes.everything()
      }
    })
  }

  /** Reads of the copy, with the files of this desk; null while none is shown. */
  get reader(): Data['read'] | null {
    const shown = this.#shown
    const { dataFolder } = this.#options
    if (shown === null) return null
    return <T>(uses: Uses, work: (context: ReadContext) => Promise<T>) =>
      shown.read(uses, (context) => work({ ...context, dataFolder, teamHost: this.#address.host }))
  }

  /** In another process: reading ten years would hold up who types. */
  makeCopy({ isWhole = false, ...on }: JobOptions & { isWhole?: boolean }): Promise<Carried> {
    const { dataFolder, runJob } = this.#options
    return this.#turns.run(async () => {
      this.#isOld = false
      try {
        const input = { dataFolder, address: this.#address, password: this.#password ?? null, isWhole }
        const carried = await runJob('copyTeam', { ...input, at: this.#now().toISOString() }, on)
        this.#changes.source('team')
        return carried
      } catch (thrown) {
        this.#isOld = true
        throw thrown
      }
    })
  }

  keepCopies(): void {
    this.#ended = new AbortController()
    const copyIfOld = () => {
      if (!this.#isOld || this.awaySince !== null) return
      const { signal } = this.#ended
      this.makeCopy({ signal }).catch((thrown: unknown) => {
        if (!signal.aborted) this.#options.log('the copy of the team could not be made', thrown)
      })
    }
    this.#timers = [setTimeout(copyIfOld, FIRST_COPY_MS), setInterval(copyIfOld, COPY_EVERY_MS)]
    for (const timer of this.#timers) timer.unref()
  }

  async leaving<T>(work: () => Promise<T>): Promise<T> {
    await this.end()
    try {
      return await work()
    } catch (thrown) {
      this.keepCopies()
      throw thrown
    }
  }

  async end(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    this.#ended.abort()
    await this.#turns.run(() => this.#hide())
  }

  async #hide(): Promise<void> {
    const shown = this.#shown
    this.#shown = null
    await shown?.close()
  }

  #now(): Date {
    return clockOf(this.#options)()
  }
}
