import { type BrowserWindow, dialog } from 'electron'
import type { Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import { dialogText as text } from './text/dialogs.ts'

/** Null when given up. */
export async function chooseTakeover(
  core: CoreHost,
  window: BrowserWindow,
  { form }: Parsed<'takeover.choose'>,
): Promise<Envelope<Output<'takeover.choose'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: form === 'folder' ? text.oldFolderTitle : text.oldZipTitle,
    buttonLabel: text.oldButton,
    properties: [form === 'folder' ? 'openDirectory' : 'openFile'],
    ...(form === 'folder' ? {} : { filters: [{ name: text.zips, extensions: ['zip'] }] }),
  })
  const [path] = filePaths
  return canceled || path === undefined ? { ok: true, value: null } : core.internal('readTakeover', { path })
}
