// Copy files: asks for the folder of verified copies, and for a backup or another desk's data to take over.
import { type BrowserWindow, dialog } from 'electron'
import type { Output } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import { dialogText as text } from './text/dialogs.ts'

/** Answers with the state of copies, unchanged when given up. */
export async function chooseCopyFolder(
  core: CoreHost,
  window: BrowserWindow,
): Promise<Envelope<Output<'settings.chooseCopyFolder'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.copyFolderTitle,
    buttonLabel: text.copyFolderButton,
    properties: ['openDirectory', 'createDirectory'],
  })
  const [path] = filePaths
  return canceled || path === undefined
    ? core.call('settings.copies', {})
    : core.internal('setCopyFolder', { path })
}

/** Null when given up. */
export async function chooseBackup(
  core: CoreHost,
  window: BrowserWindow,
): Promise<Envelope<Output<'backups.takeOver'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.takeOverTitle,
    buttonLabel: text.takeOverButton,
    properties: ['openFile'],
    filters: [
      { name: text.backups, extensions: ['seances'] },
      { name: text.allFiles, extensions: ['*'] },
    ],
  })
  const [path] = filePaths
  return canceled || path === undefined ? { ok: true, value: null } : core.internal('takeOver', { path })
}
