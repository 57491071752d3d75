import { chmod, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Envelope } from '../contract/method.ts'
import { fileFailure } from './file-failure.ts'
import { log } from './log.ts'
import { openInProgram } from './open-in-program.ts'
import { markAsReceived } from './web-mark.ts'

export type ReceivedFile = { path: string; fileName: string }

/** The one folder of what is given to other programs; emptied when the application starts and when it closes. */
export class OpenedCopies {
  readonly #folder: string
  #emptied: Promise<void>

  constructor(windowFolder: string) {
    this.#folder = join(windowFolder, 'opened')
    this.#emptied = this.empty()
  }

  /** What another program holds open stays until the next time. */
  empty(): Promise<void> {
    this.#emptied = rm(this.#folder, { recursive: true, force: true, maxRetries: 2 }).catch((cause) =>
      log.warn(`copies that were opened stayed behind: ${String(cause)}`),
    )
    return this.#emptied
  }

  /** A new folder in it, which only its owner reads. */
  async place(): Promise<string> {
    await this.#emptied
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    return mkdtemp(join(this.#folder, 'copy-'))
  }

  /**
   * A copy under the file's own name: what another program writes never reaches the store. One that is opened is read-only,
   * one that is carried elsewhere belongs to whoever has it then.
   */
  async copy({ path, fileName }: ReceivedFile, to: 'open' | 'carry' = 'open'): Promise<string> {
    const copy = join(await this.place(), fileName)
    await copyFile(path, copy)
    await markAsReceived(copy)
    await chmod(copy, to === 'open' ? 0o400 : 0o600)
    return copy
  }

  async open(file: ReceivedFile): Promise<Envelope<Record<string, never>>> {
    try {
      return await openInProgram(await this.copy(file))
    } catch (cause) {
      return fileFailure(cause)
    }
  }
}
