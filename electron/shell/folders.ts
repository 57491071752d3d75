import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { app } from 'electron'
import { followed } from './moved-folders.ts'

/** Folder of the built application: main.cjs, preload.cjs, core.cjs, job.cjs, code/, renderer/. */
export const builtFolder = join(app.getAppPath(), 'dist')

/** Folder of fonts, templates and sample data, read by the core and by jobs; inside the archive once packaged. */
export const resourcesFolder = join(app.getAppPath(), 'resources')

/** Without accents: some shares and backup programs still write them in another form than they read them. */
const folderName = 'seances-inp'

export type Folders = {
  /** The application's own folder on this machine. */
  base: string
  /** The database, the attachments, the backups. */
  data: string
  /** Chromium's profile and the window's place. Apart from the data, which may be read-only or on a share. */
  window: string
  logs: string
  /** Whether the administration says where the data are: then nobody moves them from here. */
  isDataManaged: boolean
}

/**
 * Chooses the folders and tells Electron. Local application data, on Windows not the roaming profile.
 * They are elsewhere with `--data-dir=DIR`, or SEANCES_DATA_DIR in the environment, and above both by a policy.
 */
export function chooseFolders(managed: string | undefined): Folders {
  const base = join(localApplicationData(), folderName)
  const switched = app.commandLine.getSwitchValue('data-dir') || process.env.SEANCES_DATA_DIR || ''
  const asked = managed === undefined ? switched : ''
  const usual = managed ?? (asked === '' ? join(base, 'data') : resolve(asked))
  // One profile for each data folder: two of them can be open at once, the same one only once.
  const mark = asked === '' ? '' : `-${createHash('sha256').update(usual).digest('hex').slice(0, 12)}`
  const window = writableFolder(join(base, `window${mark}`))
  app.setPath('userData', window)
  app.setPath('sessionData', window)
  const logs = join(window, 'logs')
  app.setAppLogsPath(logs)
  // Data that were moved are opened where they are now, under the window that they had.
  return { base, data: followed(base, usual), window, logs, isDataManaged: managed !== undefined }
}

function localApplicationData(): string {
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? app.getPath('appData')
  if (process.platform === 'darwin') return app.getPath('appData')
  return process.env.XDG_DATA_HOME || join(app.getPath('home'), '.local', 'share')
}

/** The folder itself, or a temporary one when it cannot be written: the window then still opens and says what is wrong. */
function writableFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // Copies that are opened lie in it, and the log; made by an earlier version, others could read them.
    if (process.platform !== 'win32') chmodSync(folder, 0o700)
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    return mkdtempSync(join(tmpdir(), 'seances-window-'))
  }
}
