// Start-up in the order it happens; wires the shell's modules, nothing else.
import { app, type BrowserWindow, session } from 'electron'
import type { CoreEvent } from './contract/index.ts'
import { registerAppScheme, serveApp } from './shell/app-protocol.ts'
import { openBridge } from './shell/bridge.ts'
import { Closing } from './shell/closing.ts'
import { CoreHost } from './shell/core-host.ts'
import { chooseFolders } from './shell/folders.ts'
import { JobProcesses } from './shell/job-processes.ts'
import { lockChromium, lockContents, lockSession } from './shell/lockdown.ts'
import { log, openLog } from './shell/log.ts'
import { readManaged } from './shell/managed.ts'
import { setMenu } from './shell/menu.ts'
import { OpenedCopies } from './shell/opened-copies.ts'
import { PresenterWindow } from './shell/presenter-window.ts'
import { shellMethods } from './shell/shell-methods.ts'
import { offerContextMenu } from './shell/spelling-menu.ts'
import { openWindow } from './shell/window.ts'
import { accountName } from './who.ts'

const managed = readManaged()
const folders = chooseFolders(managed.settled.DataFolder)
registerAppScheme()
lockChromium()
lockContents()

if (app.requestSingleInstanceLock()) {
  openLog(folders.logs)
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  let window: BrowserWindow | null = null
  const send = (event: CoreEvent) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send('event', event)
  }
  const { settled } = managed
  const core = new CoreHost(
    { dataDir: folders.data, who: accountName(), settled },
    new JobProcesses(),
    (event) => {
      send(event)
      presenter.heard(event)
    },
  )
  core.start()
  lockSession(session.defaultSession)
  serveApp(session.defaultSession)

  const copies = new OpenedCopies(folders.window)
  const closing = new Closing(core, send, copies)
  const ourWindow = () => {
    if (window === null) throw new Error('there is no window yet')
    return window
  }
  const presenter = new PresenterWindow(core, ourWindow, send)
  openBridge(
    core,
    shellMethods(core, ourWindow, presenter, { folders, copies, managed }),
    () => window,
    (method, envelope) => closing.heard(method, envelope),
  )
  window = openWindow(folders)
  closing.guard(window)
  offerContextMenu(window, core)
  setMenu(send)

  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  log.info(`started ${app.getVersion()} on Electron ${process.versions.electron}`)
}
