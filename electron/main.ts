// Start-up in the order it happens; wires the shell's modules, nothing else.
import { app, type BrowserWindow, session } from 'electron'
import type { CoreEvent } from './contract/index.ts'
import { isPlaceUnsure } from './domain/managed/read-policies.ts'
import { registerAppScheme, serveApp } from './shell/app-protocol.ts'
import { AskedFromOutside } from './shell/asked.ts'
import { openBridge } from './shell/bridge.ts'
import { Closing } from './shell/closing.ts'
import { CoreHost } from './shell/core-host.ts'
import { announceDue } from './shell/due-notices.ts'
import { chooseFolders } from './shell/folders.ts'
import { Incidents } from './shell/incidents.ts'
import { JobProcesses } from './shell/job-processes.ts'
import type { KeptPassword } from './shell/kept-password.ts'
import { legifranceHosts } from './shell/legifrance-gateway.ts'
import { lockChromium, lockContents, lockSession } from './shell/lockdown.ts'
import { catchFaults, log, openLog } from './shell/log.ts'
import { readManaged } from './shell/managed.ts'
import { setMenu, withoutMenuYet } from './shell/menu.ts'
import { OpenedCopies } from './shell/opened-copies.ts'
import { PresenterWindow } from './shell/presenter-window.ts'
import { heedSleep } from './shell/sleep.ts'
import { offerContextMenu } from './shell/spelling-menu.ts'
import { typedCommand } from './shell/typed-command.ts'
import { updateHosts } from './shell/update-host.ts'
import { openWindow } from './shell/window.ts'
import { accountName } from './who.ts'

const managed = readManaged()
const folders = chooseFolders(managed.settled.DataFolder)
registerAppScheme()
withoutMenuYet()
lockChromium([...updateHosts(managed.settled), ...legifranceHosts(managed.settled)])
lockContents()

const asked = new AskedFromOutside()
const typed = typedCommand(process.argv)
if (typed !== null)
  void import('./shell/command-line.ts').then(({ runCommand }) => runCommand(typed, managed.settled))
else if (app.requestSingleInstanceLock()) {
  openLog(folders.logs)
  catchFaults()
  asked.listen()
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  const incidents = new Incidents(folders.logs)
  incidents.watch()
  let window: BrowserWindow | null = null
  const send = (event: CoreEvent) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send('event', event)
  }
  const { settled } = managed
  let kept: Promise<KeptPassword> | undefined
  /** Most desks have no team, and start without what keeps its password. */
  const teamPassword = () => {
    kept ??= import('./shell/kept-password.ts').then((m) => new m.KeptPassword(folders.window, 'equipe.json'))
    return kept
  }
  const core = new CoreHost(
    { dataDir: folders.data, who: accountName(), settled, isPlaceUnsure: isPlaceUnsure(managed) },
    new JobProcesses(),
    async (account) => (await teamPassword()).of(account),
    (event) => {
      send(event)
      presenter.heard(event)
      if (event.topic === 'core' && event.state === 'lost') incidents.note('core process gone')
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
    { 'desk.asked': async () => ({ ok: true, value: asked.take() }) },
    async () => {
      const { shellMethods } = await import('./shell/shell-methods.ts')
      const { Updates } = await import('./shell/updates.ts')
      const updates = new Updates(settled, core, {
        isStored: () => closing.isStored(ourWindow()),
        to: (end) => closing.closeTo(ourWindow(), end),
      })
      return shellMethods(core, ourWindow, presenter, {
        ...{ folders, copies, managed, asked, incidents, updates, closing, teamPassword },
      })
    },
    () => window,
    (method, envelope) => closing.heard(method, envelope),
  )
  window = openWindow(folders)
  closing.guard(window)
  offerContextMenu(window, core)
  window.once('show', () => setMenu(send))

  asked.tellThrough(() => send({ topic: 'asked' }))
  heedSleep(send)
  announceDue(core, ourWindow)
  app.on('second-instance', (_event, args, folder) => {
    asked.heard(args, folder)
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  for (const { key, rule } of managed.faults) log.warn(`a policy means nothing: ${key} (${rule})`)
  log.info(`started ${app.getVersion()} on Electron ${process.versions.electron}`)
}
