// Asks for a delivery of the JO, an archive, a file or a folder, or for a table of texts, and has the core look at it;
// the path stays here.
import { type BrowserWindow, dialog } from 'electron'
import type { Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import { dialogText as text } from './text/dialogs.ts'

/** Null when given up. */
export async function chooseDelivery(
  core: CoreHost,
  window: BrowserWindow,
  { form }: Parsed<'deliveries.choose'>,
): Promise<Envelope<Output<'deliveries.choose'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.deliveryTitle,
    buttonLabel: text.deliveryButton,
    properties: [form === 'folder' ? 'openDirectory' : 'openFile'],
    ...(form === 'folder'
      ? {}
      : {
          filters: [
            // ".tar.gz" ends with the last of these for the system's own dialogs.
            { name: text.deliveries, extensions: ['gz', 'tgz', 'tar', 'xml'] },
            { name: text.allFiles, extensions: ['*'] },
          ],
        }),
  })
  const [path] = filePaths
  return canceled || path === undefined
    ? { ok: true, value: null }
    : core.internal('previewDelivery', { path })
}

/** A table of followed texts. Null when given up. */
export async function chooseWatchList(
  core: CoreHost,
  window: BrowserWindow,
): Promise<Envelope<Output<'watchList.choose'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.watchListTitle,
    buttonLabel: text.watchListButton,
    properties: ['openFile'],
    filters: [
      { name: text.watchLists, extensions: ['xlsx', 'csv'] },
      { name: text.allFiles, extensions: ['*'] },
    ],
  })
  const [path] = filePaths
  return canceled || path === undefined
    ? { ok: true, value: null }
    : core.internal('previewWatchList', { path })
}
