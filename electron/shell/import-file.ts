import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Output } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import { fileFailure } from './file-failure.ts'
import { dialogText as text } from './text/dialogs.ts'

/** Largest file read for an import, in bytes. */
const MAX_IMPORT_BYTES = 50 * 1024 * 1024
/** Old Word files are offered too: refusing them in words helps more than greying them out. */
const extensions = 'docx doc odt pdf xlsx ods csv tsv html htm txt md rtf ics eml msg'.split(' ')

/** Null when given up; `file-too-large` before a byte is read. */
export async function chooseImport(
  core: CoreHost,
  window: BrowserWindow,
): Promise<Envelope<Output<'imports.choose'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.importTitle,
    buttonLabel: text.importButton,
    properties: ['openFile'],
    filters: [
      { name: text.importFormats, extensions },
      { name: text.allFiles, extensions: ['*'] },
    ],
  })
  const [path] = filePaths
  if (canceled || path === undefined) return { ok: true, value: null }
  try {
    const { size } = await stat(path)
    if (size > MAX_IMPORT_BYTES) return { ok: false, error: { code: 'file-too-large' } }
    const bytes = new Uint8Array(await readFile(path))
    const read = await core.call('imports.read', { fileName: basename(path), bytes })
    return read.ok ? { ok: true, value: { file: read.value, bytes } } : read
  } catch (cause) {
    return fileFailure(cause)
  }
}
