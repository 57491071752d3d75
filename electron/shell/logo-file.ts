import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import { MAX_LOGO_BYTES } from '../domain/documents/letterhead.ts'
import type { CoreHost } from './core-host.ts'
import { fileFailure } from './file-failure.ts'
import { dialogText as text } from './text/dialogs.ts'

/** Answers with the letterheads, unchanged when given up; a file that is too large is refused before a byte is read. */
export async function chooseLogo(
  core: CoreHost,
  window: BrowserWindow,
  place: Parsed<'documentStyle.chooseLogo'>,
): Promise<Envelope<Output<'documentStyle.chooseLogo'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.logoTitle,
    buttonLabel: text.logoButton,
    properties: ['openFile'],
    filters: [
      { name: text.logos, extensions: ['svg', 'png', 'jpg', 'jpeg'] },
      { name: text.allFiles, extensions: ['*'] },
    ],
  })
  const [path] = filePaths
  if (canceled || path === undefined) return core.call('documentStyle.letterheads', {})
  try {
    if ((await stat(path)).size > MAX_LOGO_BYTES) return { ok: false, error: { code: 'logo-too-large' } }
    const file = { fileName: basename(path), bytes: new Uint8Array(await readFile(path)) }
    return core.call('documentStyle.addLogo', { ...place, file })
  } catch (cause) {
    return fileFailure(cause)
  }
}
