// The window sends what is unsaved, the core writes its copy, then all ends; each step has an end of its own.
import { app, type BrowserWindow, dialog } from 'electron'
import type { CoreEvent, Method } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import { log } from './log.ts'
import { kindOf } from './method-kinds.ts'
import type { OpenedCopies } from './opened-copies.ts'
import { dialogText as text } from './text/dialogs.ts'

/** The window gets this long to send what it holds and to say that all is stored; what is not said by then is not so. */
const FLUSH_MS = 5_000

export class Closing {
  readonly #core: CoreHost
  readonly #send: (event: CoreEvent) => void
  readonly #copies: OpenedCopies
  #state: 'open' | 'flushing' | 'closed' = 'open'
  #failedWrites = 0
  /** A call came from the page: something may have been typed in it. */
  #hasPage = false
  #answer: ((isStored: boolean) => void) | null = null
  #end = leave

  constructor(core: CoreHost, send: (event: CoreEvent) => void, copies: OpenedCopies) {
    this.#core = core
    this.#send = send
    this.#copies = copies
  }

  /** Told how every call of the window ended: a write that fails while closing must not close silently. */
  heard(method: Method, envelope: Envelope<unknown>): void {
    this.#hasPage = true
    if (this.#state === 'flushing' && kindOf(method) === 'write' && !envelope.ok) this.#failedWrites += 1
  }

  /** The window's own word, once it has sent everything. */
  told(isStored: boolean): void {
    this.#answer?.(isStored)
  }

  /** Has the window send what it holds; whether nothing typed is left in it that is not stored. */
  async isStored(window: BrowserWindow): Promise<boolean> {
    if (!this.#hasPage || window.webContents.isCrashed()) return true
    const answer = new Promise<boolean>((resolve) => {
      this.#answer = resolve
    })
    this.#send({ topic: 'save-now' })
    return Promise.race([answer, pause(FLUSH_MS).then(() => false)])
  }

  /** Puts the steps between the wish to close the window and its end. */
  guard(window: BrowserWindow): void {
    window.on('close', (event) => {
      if (this.#state === 'closed') return
      event.preventDefault()
      if (this.#state === 'open')
        void this.#close(window).catch((cause) => log.error('closing failed', cause))
    })
  }

  /** Closes as a person does, but for `end`, which lets the application go in its own time; whoever stays gives that up. */
  closeTo(window: BrowserWindow, end: () => void): void {
    this.#end = end
    window.close()
  }

  async #close(window: BrowserWindow): Promise<void> {
    this.#state = 'flushing'
    this.#failedWrites = 0
    const givesUpAt = performance.now() + FLUSH_MS
    const isStored = await this.isStored(window)
    while (this.#core.pendingCount > 0 && performance.now() < givesUpAt) await pause(20)
    const losesSomething = !isStored || this.#failedWrites > 0
    if (losesSomething && !(await this.#mayLose(window))) {
      this.#state = 'open'
      this.#end = leave
      return
    }
    this.#state = 'closed'
    window.hide()
    await this.#core.close()
    await this.#copies.empty()
    this.#end(window)
  }

  async #mayLose(window: BrowserWindow): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: text.unsavedMessage,
      detail: text.unsavedDetail,
      buttons: [text.unsavedStay, text.unsavedClose],
      defaultId: 0,
      cancelId: 0,
    })
    return response === 1
  }
}

function leave(window: BrowserWindow): void {
  window.destroy()
  app.quit()
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
