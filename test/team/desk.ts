import { rmSync } from 'node:fs'
import type { CoreEvent, Input, Method, Output } from '../../electron/contract/index.ts'
import type { RunJob } from '../../electron/contract/wire.ts'
import { keptBytes, storedIn } from '../../electron/db/files/store.ts'
import { joinTeam, type TeamAddress } from '../../electron/db/postgres/address.ts'
import { type Core, openCore } from '../../electron/features/core.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { newFolder } from './folder.ts'
import { PASSWORD } from './server.ts'

type How = { password?: string; clock?: () => Date; runJob?: RunJob }

/** One desk of a team, without its window. */
export class Desk {
  readonly core: Core
  readonly events: CoreEvent[]
  /** What went wrong there that no sentence tells. */
  readonly log: string[]
  readonly #folder: string
  private constructor(core: Core, said: { events: CoreEvent[]; log: string[] }, folder: string) {
    this.core = core
    this.events = said.events
    this.log = said.log
    this.#folder = folder
  }

  static async open(who: string, { user, ...address }: TeamAddress, how: How = {}): Promise<Desk> {
    const folder = newFolder()
    await joinTeam(folder, { kind: 'seances-inp/equipe', ...address }, user)
    return Desk.openIn(folder, who, how)
  }

  static async openIn(
    folder: string,
    who: string,
    { password = PASSWORD, clock, runJob }: How = {},
  ): Promise<Desk> {
    const events: CoreEvent[] = []
    const log: string[] = []
    const core = await openCore({
      dataFolder: folder,
      who,
      runJob: runJob ?? (() => Promise.reject(new Error('no job is needed'))),
      emit: (event) => events.push(event),
      log: (line, thrown) => log.push(thrown === undefined ? line : `${line} ${thrown}`),
      checkOutputs: true,
      teamPassword: async () => password,
      ...(clock === undefined ? {} : { clock }),
    })
    return new Desk(core, { events, log }, folder)
  }

  async ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
    const envelope = await this.core.call(method, input)
    if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.error)} ${this.log.join()}`)
    return envelope.value
  }

  async refused<M extends Method>(method: M, input: Input<M>): Promise<string> {
    const envelope = await this.core.call(method, input)
    if (envelope.ok) throw new Error(`${method} should have been refused`)
    return envelope.error.code
  }

  /** Up to where a window over this desk would have read what the others wrote, were it to read now. */
  get heard(): number | null {
    return this.events.findLast((event) => event.topic === 'heard')?.upTo ?? null
  }

  async add(title: string): Promise<string> {
    const id = newId()
    await this.ok('projects.add', { id, fields: { title } })
    return id
  }

  async titles(): Promise<string[]> {
    return (await this.ok('projects.list', {})).map(({ title }) => title).sort()
  }

  /** What a change of its title asks of a project, from the version that is there now. */
  async renaming(id: string, title: string): Promise<Input<'projects.update'>> {
    const row = (await this.ok('projects.list', {})).find((one) => one.id === id)
    return { id, version: row?.version ?? 0, patch: { title } }
  }

  async rename(id: string, title: string): Promise<void> {
    await this.ok('projects.update', await this.renaming(id, title))
  }

  /** The hashes of the files that this desk has. */
  storeOf(): Promise<string[]> {
    return storedIn(this.#folder)
  }

  /** Of one of them. */
  bytesOf(hash: string): Promise<Uint8Array> {
    return keptBytes(this.#folder, hash)
  }

  async close(): Promise<void> {
    await this.core.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
