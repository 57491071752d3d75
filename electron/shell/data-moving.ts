import { type BrowserWindow, dialog } from 'electron'
import type { Output } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import type { Folders } from './folders.ts'
import { log } from './log.ts'
import { noteMove } from './moved-folders.ts'
import { dialogText as text } from './text/dialogs.ts'

type Moved = Envelope<Output<'dataPlace.move'>>

export class DataMoving {
  readonly #core: CoreHost
  readonly #window: () => BrowserWindow
  readonly #base: string
  #data: string

  constructor(core: CoreHost, window: () => BrowserWindow, { base, data }: Folders) {
    this.#core = core
    this.#window = window
    this.#base = base
    this.#data = data
  }

  /** Where data usually lie, or a folder that is asked for. Null when given up. */
  async move(asks: boolean): Promise<Moved> {
    const into = asks ? await this.#ask() : this.#base
    if (into === null) return { ok: true, value: null }
    const name = asks ? 'seances-inp' : 'donnees'
    const moved = await this.#core.internal('moveData', { into, name })
    if (!moved.ok) return moved
    const { folder, ...told } = moved.value
    try {
      noteMove(this.#base, this.#data, folder)
    } catch (thrown) {
      // The former folder says it too.
      log.warn(`the moving could not be noted: ${String(thrown)}`)
    }
    this.#data = folder
    await this.#core.openElsewhere(folder)
    return { ok: true, value: told }
  }

  async #ask(): Promise<string | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#window(), {
      title: text.moveTitle,
      buttonLabel: text.moveButton,
      properties: ['openDirectory', 'createDirectory'],
    })
    const [path] = filePaths
    return canceled || path === undefined ? null : path
  }
}
