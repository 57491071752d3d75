import { type BrowserWindow, dialog } from 'electron'
import type { Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import { dialogText as text } from './text/dialogs.ts'

/** Null when given up. */
export async function chooseKeptFile(
  core: CoreHost,
  window: BrowserWindow,
  { file }: Parsed<'keptFiles.choose'>,
): Promise<Envelope<Output<'keptFiles.choose'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.keptFileTitle,
    buttonLabel: text.keptFileButton,
    properties: ['openFile'],
  })
  const [path] = filePaths
  return canceled || path === undefined
    ? { ok: true, value: null }
    : core.internal('takeKeptFile', { file, path })
}
