// New versions: looked for, fetched and installed only when a person asks for each.
import { app } from 'electron'
import type { AppUpdater } from 'electron-updater'
import type { UpdateState } from '../contract/desk.ts'
import type { ErrorCode } from '../contract/errors.ts'
import type { Envelope } from '../contract/method.ts'
import type { Settled } from '../domain/managed/policies.ts'
import type { CoreHost } from './core-host.ts'
import { log } from './log.ts'
import { ownImage, updateHosts } from './update-host.ts'

type Answer = Promise<Envelope<UpdateState>>

/** Tells the next start that the new version could not be put in the place of this one. */
const FAILED = 'update-failed'

/** How the file of a release ends that is installed from here; the others are for other ways to install. */
const ENDING = process.platform === 'win32' ? '.exe' : process.platform === 'darwin' ? '.zip' : '.AppImage'

type ClosingTo = {
  /** Whether the window holds nothing that is not stored. */
  isStored(): Promise<boolean>
  /** Closes the window as a person does, and ends with what it is given. */
  to(end: () => void): void
}

export class Updates {
  readonly #address: string | null
  readonly #core: CoreHost
  readonly #closing: ClosingTo
  #state: UpdateState
  #loaded: Promise<AppUpdater> | undefined

  constructor(settled: Settled, core: CoreHost, closing: ClosingTo) {
    this.#address = updateHosts(settled).length === 0 ? null : (settled.UpdateAddress ?? null)
    this.#core = core
    this.#closing = closing
    const isFailed = app.commandLine.hasSwitch(FAILED)
    this.#state = { standing: this.#address === null ? 'elsewhere' : isFailed ? 'failed' : 'unasked' }
  }

  async state(): Answer {
    return { ok: true, value: this.#state }
  }

  look(): Answer {
    return this.#tried(found)
  }

  /** What was offered may have been replaced since: it is looked for again, and another version is offered first. */
  fetch(): Answer {
    return this.#tried(async (updater) => {
      if (this.#state.standing !== 'offered') return this.#state
      const { version } = this.#state
      const now = await found(updater)
      if (now.standing !== 'offered' || now.version !== version) return now
      await updater.downloadUpdate()
      return { standing: 'ready', version }
    })
  }

  async install(): Answer {
    const code = await this.#held()
    if (code !== null) return { ok: false, error: { code } }
    return this.#tried(async (updater) => {
      if (this.#state.standing === 'ready') this.#closing.to(() => installWith(updater))
      return this.#state
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

  /** Why nothing is closed; where it cannot be known nothing is either. */
  async #held(): Promise<ErrorCode | null> {
    const meetings = await this.#core.call('meetings.list', { year: null })
    if (meetings.ok) {
      if (meetings.value.some(({ state }) => state === 'inSession')) return 'update-in-session'
    } else {
      const { code } = meetings.error
      // Data that are not open have no meeting in session here, and may be waiting for just this version.
      if (this.#core.refusal === null && code !== 'data-newer') return code
    }
    return (await this.#closing.isStored()) ? null : 'update-unsaved'
  }
}

async function found(updater: AppUpdater): Promise<UpdateState> {
  const there = await updater.checkForUpdates()
  if (there === null || !there.isUpdateAvailable) return { standing: 'newest' }
  const { version, files } = there.updateInfo
  return { standing: 'offered', version, bytes: files.find(({ url }) => url.endsWith(ENDING))?.size ?? null }
}

/**
 * Seen, and opened again afterwards. On macOS the system takes its time first, and refuses what is not signed. By then
 * the window is closed: after what fails this version opens again, and says so.
 */
function installWith(updater: AppUpdater): void {
  updater.once('error', () => {
    // No link or file of this start is opened twice.
    const options = process.argv.slice(1).filter((argument) => argument.startsWith('--'))
    app.relaunch({
      execPath: ownImage() ?? process.execPath,
      args: [`--${FAILED}`, ...options],
    })
    app.quit()
  })
  updater.quitAndInstall(false, true)
}

async function loadUpdater(address: string): Promise<AppUpdater> {
  const { MacUpdater, NsisUpdater } = await import('electron-updater')
  const updater =
    process.platform === 'win32'
      ? new NsisUpdater()
      : process.platform === 'darwin'
        ? new MacUpdater()
        : new (await import('./image-updater.ts')).ImageUpdater()
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
