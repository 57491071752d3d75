import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import { MAX_MAILS } from '../domain/dispatch/mail-file.ts'
import { MOST_READ_BYTES } from '../domain/limits.ts'
import type { CoreHost } from './core-host.ts'
import { fileFailure } from './file-failure.ts'
import { dialogText as text } from './text/dialogs.ts'

/** Old Word files are offered too: refusing them in words helps more than greying them out. Remarks of a folder are JSON. */
const extensions = ['docx', 'doc', 'pdf', 'msg', 'eml', 'json']

/** Null when given up; `file-too-large` before a byte is read. */
export async function chooseReturned(
  core: CoreHost,
  window: BrowserWindow,
  about: Parsed<'observations.choose'>,
): Promise<Envelope<Output<'observations.choose'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.returnedTitle,
    buttonLabel: text.importButton,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: text.returned, extensions },
      { name: text.allFiles, extensions: ['*'] },
    ],
  })
  if (canceled || filePaths.length === 0) return { ok: true, value: null }
  if (filePaths.length > MAX_MAILS)
    return { ok: false, error: { code: 'limit-reached', limit: { of: 'files', most: MAX_MAILS } } }
  try {
    const files: { fileName: string; bytes: Uint8Array }[] = []
    for (const path of filePaths) {
      if ((await stat(path)).size > MOST_READ_BYTES)
        return {
          ok: false,
          error: { code: 'file-too-large', limit: { of: 'fileBytes', most: MOST_READ_BYTES } },
        }
      files.push({ fileName: basename(path), bytes: new Uint8Array(await readFile(path)) })
    }
    return await core.call('observations.readFiles', { ...about, files })
  } catch (cause) {
    return fileFailure(cause)
  }
}
