import { type BrowserWindow, dialog } from 'electron'
import type { Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import { dialogText as text } from './text/dialogs.ts'

/** Null when given up. */
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
  return canceled || path === undefined ? { ok: true, value: null } : core.internal('setCopyFolder', { path })
}

/** Null when given up. */
export async function chooseHandOverFolder(
  core: CoreHost,
  window: BrowserWindow,
): Promise<Envelope<Output<'handOver.chooseFolder'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.handOverTitle,
    buttonLabel: text.copyFolderButton,
    properties: ['openDirectory', 'createDirectory'],
  })
  const [path] = filePaths
  return canceled || path === undefined
    ? { ok: true, value: null }
    : core.internal('setHandOverFolder', { path })
}

/** Null when given up. */
export async function chooseSource(
  core: CoreHost,
  window: BrowserWindow,
  { what }: Parsed<'handOver.chooseSource'>,
): Promise<Envelope<Output<'handOver.chooseSource'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.restoreTitle,
    buttonLabel: text.sourceButton,
    properties: [what === 'folder' ? 'openDirectory' : 'openFile'],
    ...(what === 'folder'
      ? {}
      : {
          filters: [
            { name: text.backups, extensions: ['seances', 'age'] },
            { name: text.allFiles, extensions: ['*'] },
          ],
        }),
  })
  const [path] = filePaths
  return canceled || path === undefined ? { ok: true, value: null } : core.internal('examineSource', { path })
}

/** Null when given up. */
export async function chooseBackup(
  core: CoreHost,
  window: BrowserWindow,
): Promise<Envelope<Output<'backups.restoreChosen'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.restoreTitle,
    buttonLabel: text.restoreButton,
    properties: ['openFile'],
    filters: [
      { name: text.backups, extensions: ['seances', 'age'] },
      { name: text.allFiles, extensions: ['*'] },
    ],
  })
  const [path] = filePaths
  return canceled || path === undefined ? { ok: true, value: null } : core.internal('restoreChosen', { path })
}

/** Null when given up. */
export async function chooseProfile(
  core: CoreHost,
  window: BrowserWindow,
  { form }: Parsed<'profile.import'>,
): Promise<Envelope<Output<'profile.import'>>> {
  const path = await askParcel(window, form, text.profileImportTitle, text.profileImportButton)
  return path === null ? { ok: true, value: null } : core.internal('importProfile', { path })
}

/** Null when given up. */
export async function chooseArchive(
  core: CoreHost,
  window: BrowserWindow,
  { form }: Parsed<'archive.verify'>,
): Promise<Envelope<Output<'archive.verify'>>> {
  const path = await askParcel(window, form, text.archiveVerifyTitle, text.archiveVerifyButton)
  return path === null ? { ok: true, value: null } : core.internal('verifyArchive', { path })
}

async function askParcel(
  window: BrowserWindow,
  form: 'folder' | 'zip',
  title: string,
  buttonLabel: string,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    buttonLabel,
    properties: [form === 'zip' ? 'openFile' : 'openDirectory'],
    ...(form === 'zip' ? { filters: [{ name: text.zips, extensions: ['zip'] }] } : {}),
  })
  const [path] = filePaths
  return canceled || path === undefined ? null : path
}
