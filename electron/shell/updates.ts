// New versions: looked for, fetched and installed only when a person asks for each.
import { app } from 'electron'
import type { AppUpdater } from 'electron-updater'
import type { UpdateState } from '../contract/desk.ts'
import type { Envelope } from '../contract/method.ts'
import type { Settled } from '../domain/managed/policies.ts'
import type { CoreHost } from './core-host.ts'
import { log } from './log.ts'
import { updateHost } from './update-host.ts'

type Answer = Promise<Envelope<UpdateState>>

export class Updates {
  readonly #address: string | null
  readonly #core: CoreHost
  readonly #closeTo: (end: () => void) => void
  #state: UpdateState
  #loaded: Promise<AppUpdater> | undefined

  /** @param closeTo closes the window as a person does, and ends with what it is given. */
  constructor(settled: Settled, core: CoreHost, closeTo: (end: () => void) => void) {
    this.#address = updateHost(settled) === null ? null : (settled.UpdateAddress ?? null)
    this.#core = core
    this.#closeTo = closeTo
    this.#state = { standing: this.#address === null ? 'elsewhere' : 'unasked' }
  }

  async state(): Answer {
    if (this.#state.standing === 'ready') this.#state = { ...this.#state, isHeld: await this.#isInSession() }
    return { ok: true, value: this.#state }
  }

  look(): Answer {
    return this.#tried(async (updater) => {
      const found = await updater.checkForUpdates()
      if (found === null || !found.isUpdateAvailable) return { standing: 'newest' }
      const { version, files } = found.updateInfo
      return { standing: 'offered', version, bytes: files[0]?.size ?? null }
    })
  }

  fetch(): Answer {
    return this.#tried(async (updater) => {
      if (this.#state.standing !== 'offered') return this.#state
      const { version } = this.#state
      await updater.downloadUpdate()
      return { standing: 'ready', version, isHeld: await this.#isInSession() }
    })
  }

  install(): Answer {
    return this.#tried(async (updater) => {
      if (this.#state.standing !== 'ready') return this.#state
      const isHeld = await this.#isInSession()
      if (!isHeld) this.#closeTo(() => installWith(updater))
      return { ...this.#state, isHeld }
    })
  }

  async #tried(act: (updater: AppUpdater) => Promise<UpdateState>): Answer {
    if (this.#address === null) return { ok: true, value: this.#state }
    try {
      this.#loaded ??= loadUpdater(this.#address)
      this.#state = await act(await this.#loaded)
      return { ok: true, value: this.#state }
    } catch (thrown) {
      log.warn('a new version could not be had', thrown)
      return { ok: false, error: { code: 'update-away' } }
    }
  }

  /** Where it cannot be known nothing is closed. */
  async #isInSession(): Promise<boolean> {
    const meetings = await this.#core.call('meetings.list', { year: null })
    return !meetings.ok || meetings.value.some(({ state }) => state === 'inSession')
  }
}

/** Seen, and opened again afterwards. On macOS the system takes its time first; what fails leaves no application without a window. */
function installWith(updater: AppUpdater): void {
  updater.once('error', () => app.quit())
  updater.quitAndInstall(false, true)
}

async function loadUpdater(address: string): Promise<AppUpdater> {
  const { AppImageUpdater, MacUpdater, NsisUpdater } = await import('electron-updater')
  const updater =
    process.platform === 'win32'
      ? new NsisUpdater()
      : process.platform === 'darwin'
        ? new MacUpdater()
        : new AppImageUpdater()
  // As electron-builder.yml names what describes a release.
  updater.setFeedURL({ provider: 'generic', url: address, channel: `latest-${process.arch}` })
  // No other name is resolved than that of the address, the one of a proxy neither.
  await updater.netSession.setProxy({ mode: 'direct' })
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.logger = {
    info: (words) => log.info(String(words)),
    warn: (words) => log.warn(String(words)),
    error: (words) => log.warn(String(words)),
  }
  return updater
}
