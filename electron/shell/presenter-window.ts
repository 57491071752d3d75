// The one second window, for the room; it gets the view of contract/presenter.ts, reads, and can do nothing else.
import { join } from 'node:path'
import { BrowserWindow, type IpcMainEvent, ipcMain, powerSaveBlocker, screen } from 'electron'
import type { CoreEvent, Output, Parsed } from '../contract/index.ts'
import type { PresenterView as View } from '../contract/presenter.ts'
import type { CoreHost } from './core-host.ts'
import { builtFolder } from './folders.ts'
import { pageWalls } from './page-walls.ts'
import { appOrigin, isOurPage } from './sender.ts'
import { reloadAfterCrash } from './window.ts'

/** `--bg` of the dark theme: no flash before the first picture. */
const GROUND = '#0e1517'
/** A closed meeting stays announced this long, in milliseconds; taken back meanwhile, the window stays. */
const FAREWELL_MS = 30_000

export class PresenterWindow {
  readonly #core: CoreHost
  readonly #main: () => BrowserWindow
  readonly #emit: (event: CoreEvent) => void
  #window: BrowserWindow | null = null
  #meetingId = ''
  #farewell: NodeJS.Timeout | null = null
  /** A view is being read: what happens meanwhile is read once more after it. */
  #reading: 'no' | 'yes' | 'again' = 'no'

  constructor(core: CoreHost, main: () => BrowserWindow, emit: (event: CoreEvent) => void) {
    this.#core = core
    this.#main = main
    this.#emit = emit
    ipcMain.handle('presenter-view', (event) => {
      if (!isOurPage(event, this.#window)) throw new Error('this sender may not look')
      return this.#view()
    })
    ipcMain.on('presenter-full-screen', (event, act: unknown) => this.#fill(event, act))
  }

  act({ meetingId, act }: Parsed<'presenter.window'>): Output<'presenter.window'> {
    if (act === 'open') this.#open(meetingId)
    else if (act === 'close') this.#window?.close()
    return { isOpen: act !== 'close' && this.#window !== null && this.#meetingId === meetingId }
  }

  /** Told of everything the core says: what is on may have changed. */
  heard(event: CoreEvent): void {
    if (this.#window === null) return
    if (event.topic === 'changed' || (event.topic === 'core' && event.state === 'back')) void this.#refresh()
  }

  #open(meetingId: string): void {
    this.#meetingId = meetingId
    if (this.#window !== null) {
      this.#window.show()
      void this.#refresh()
      return
    }
    const main = this.#main()
    const here = screen.getDisplayMatching(main.getBounds())
    const other = screen.getAllDisplays().find(({ id }) => id !== here.id)
    const window = new BrowserWindow({
      ...(other === undefined ? { width: 1100, height: 700 } : other.workArea),
      minWidth: 480,
      minHeight: 320,
      show: false,
      backgroundColor: GROUND,
      webPreferences: {
        preload: join(builtFolder, 'presenter-preload.cjs'),
        ...pageWalls,
      },
    })
    this.#window = window
    // Keys of the application's menu act on the meeting: not from here.
    window.removeMenu()
    window.once('ready-to-show', () => {
      if (other === undefined) window.show()
      else {
        window.setFullScreen(true)
        // The line that is being typed keeps the keyboard.
        window.showInactive()
        main.focus()
      }
    })
    const awake = powerSaveBlocker.start('prevent-display-sleep')
    const follow = () => window.close()
    main.once('closed', follow)
    window.on('closed', () => {
      powerSaveBlocker.stop(awake)
      if (!main.isDestroyed()) main.off('closed', follow)
      this.#stay()
      this.#window = null
      this.#emit({ topic: 'presenter', isOpen: false })
    })
    reloadAfterCrash(window)
    void window.loadURL(`${appOrigin}/presenter.html`)
    this.#emit({ topic: 'presenter', isOpen: true })
  }

  async #view(): Promise<View | null> {
    const { PresenterView } = await import('../contract/presenter.ts')
    const answer = await this.#core.internal('presenterView', { meetingId: this.#meetingId })
    // The shape is strict: a field that is not named in it stops here.
    return answer.ok ? PresenterView.parse(answer.value) : null
  }

  async #refresh(): Promise<void> {
    if (this.#reading !== 'no') {
      this.#reading = 'again'
      return
    }
    do {
      this.#reading = 'yes'
      const view = await this.#view().catch(() => null)
      if (view !== null) this.#tell(view)
    } while (this.#isAsked())
    this.#reading = 'no'
  }

  #isAsked(): boolean {
    return this.#reading === 'again'
  }

  #tell(view: View): void {
    const window = this.#window
    if (window === null) return
    window.webContents.send('presenter-view', view)
    if (view.state !== 'closed') this.#stay()
    else this.#farewell ??= setTimeout(() => window.close(), FAREWELL_MS)
  }

  #stay(): void {
    if (this.#farewell !== null) clearTimeout(this.#farewell)
    this.#farewell = null
  }

  #fill(event: IpcMainEvent, act: unknown): void {
    const window = this.#window
    if (window === null || !isOurPage(event, window)) return
    if (act === 'toggle') window.setFullScreen(!window.isFullScreen())
    else if (act === 'leave' && window.isFullScreen()) window.setFullScreen(false)
  }
}
