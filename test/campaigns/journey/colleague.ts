import { join } from 'node:path'
import type { ChildCore } from '../child-core.ts'

/** Below the root of a journey: the folder that both desks share, and the second desk's data. */
export const SHARED = 'partage'
export const COLLEAGUE = 'collegue'

export type Desk = Pick<ChildCore, 'call' | 'internal'>

export class Colleague {
  readonly shared: string
  readonly #start: (dataFolder: string) => ChildCore
  readonly #root: string
  #core: ChildCore | undefined

  /** @param start starts a core on a folder of data; its death is no part of what is tried here. */
  constructor(root: string, start: (dataFolder: string) => ChildCore) {
    this.#root = root
    this.#start = start
    this.shared = join(root, SHARED)
  }

  /** The colleague's core, which knows the folder. */
  async desk(): Promise<Desk> {
    if (this.#core !== undefined) return this.#core
    const core = this.#start(join(this.#root, COLLEAGUE))
    this.#core = core
    await core.opened
    await core.internal('setHandOverFolder', { path: this.shared })
    return core
  }

  async stop(): Promise<void> {
    await this.#core?.kill()
    this.#core = undefined
  }
}
