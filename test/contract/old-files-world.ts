import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import { failureSentence } from '../../electron/contract/error-sentences.ts'
import type { OldFilesRead } from '../../electron/contract/old-files.ts'
import type { OldFilesGroup } from '../../electron/domain/old-files/old-files.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

export const TODAY = '2026-11-26T09:00:00.000Z'

export class OldFilesWorld {
  readonly opened: OpenedCore
  readonly #folder: string

  private constructor(opened: OpenedCore, folder: string) {
    this.opened = opened
    this.#folder = folder
  }

  static async open(): Promise<OldFilesWorld> {
    return new OldFilesWorld(await openTestCore({ now: TODAY }), mkdtempSync(join(tmpdir(), 'reprise-')))
  }

  /** The path of a folder with these files. */
  folder(files: ReadonlyMap<string, Uint8Array | string>, name = 'archives'): string {
    const root = join(this.#folder, name)
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), bytes)
    }
    return root
  }

  zip(files: ReadonlyMap<string, Uint8Array>, name = 'archives.zip'): string {
    const path = join(this.#folder, name)
    writeFileSync(path, zipSync(Object.fromEntries(files)))
    return path
  }

  file(name: string, bytes: Uint8Array): string {
    const path = join(this.#folder, name)
    writeFileSync(path, bytes)
    return path
  }

  async read(path: string): Promise<OldFilesRead> {
    const envelope = await this.opened.core.internal('readOldFiles', { path })
    if (!envelope.ok) throw new Error(`${envelope.error.code} ${this.opened.log.join('\n')}`)
    return envelope.value
  }

  async refusedReading(path: string): Promise<string> {
    const envelope = await this.opened.core.internal('readOldFiles', { path })
    if (envelope.ok) throw new Error('should have been refused')
    return envelope.error.code
  }

  async saidOfReading(path: string): Promise<string> {
    const envelope = await this.opened.core.internal('readOldFiles', { path })
    return envelope.ok ? 'read' : failureSentence(envelope.error)
  }

  async groups(state?: OldFilesGroup['state']): Promise<OldFilesGroup[]> {
    const { groups } = await this.opened.ok('oldFiles.list', {})
    return groups.filter((group) => state === undefined || group.state === state)
  }

  async takeSure() {
    const sure = await this.groups('sure')
    return this.opened.ok('oldFiles.take', { choices: sure.map(({ id }) => ({ id })), openActions: false })
  }

  async dispose(): Promise<void> {
    await this.opened.dispose()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** Without the name of the folder or zip. */
export const inside = (path: string) => path.slice(path.indexOf('/') + 1)
