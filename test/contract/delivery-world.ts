import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DeliveryPreview } from '../../electron/contract/deliveries.ts'
import { failureSentence } from '../../electron/contract/error-sentences.ts'
import type { TarEntry } from '../fixtures/dila/make-delivery.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

export const MORNING = 'JORF_20990819-003012.tar.gz'
export const fixture = (name: string) => readFileSync(new URL(`../fixtures/dila/${name}`, import.meta.url))
export const entry = (name: string): TarEntry => ({ name: `jorf/${name}`, content: fixture(name) })

export class DeliveryWorld {
  readonly opened: OpenedCore
  readonly folder = mkdtempSync(join(tmpdir(), 'seances-dila-'))

  private constructor(opened: OpenedCore) {
    this.opened = opened
  }

  static async open(): Promise<DeliveryWorld> {
    return new DeliveryWorld(await openTestCore({ now: '2099-08-20T08:00:00.000Z' }))
  }

  async dispose(): Promise<void> {
    await this.opened.dispose()
    rmSync(this.folder, { recursive: true, force: true })
  }

  put(name: string, bytes: Uint8Array | string): string {
    const path = join(this.folder, name)
    writeFileSync(path, bytes)
    return path
  }

  async look(path: string): Promise<DeliveryPreview> {
    const envelope = await this.opened.core.internal('previewDelivery', { path })
    if (!envelope.ok) throw new Error(`${envelope.error.code} ${this.opened.log.join('\n')}`)
    return envelope.value
  }

  async lookSaid(path: string): Promise<string> {
    const envelope = await this.opened.core.internal('previewDelivery', { path })
    return envelope.ok ? 'taken' : failureSentence(envelope.error)
  }

  async lookRefused(path: string): Promise<string> {
    const envelope = await this.opened.core.internal('previewDelivery', { path })
    return envelope.ok ? 'ok' : envelope.error.code
  }

  take(preview: DeliveryPreview, except: string[] = [], drafts: { jorfText: string; id: string }[] = []) {
    return this.opened.ok('deliveries.take', { token: preview.token, except, drafts, followUp: 'toFollow' })
  }

  async texts(words = '') {
    return (await this.opened.ok('watch.list', { words, offset: 0, limit: 500 })).rows
  }
}
