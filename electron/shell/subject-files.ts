import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Output } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { TakenMail } from '../contract/subjects.ts'
import { whyLeftOut } from '../domain/dispatch/mail-file.ts'
import type { CoreHost } from './core-host.ts'
import { fileFailure } from './file-failure.ts'
import { dialogText as text } from './text/dialogs.ts'

/** Null when given up; what is too large or too many is refused before a byte of it is read. */
export async function chooseMails(
  core: CoreHost,
  window: BrowserWindow,
): Promise<Envelope<Output<'subjects.chooseMails'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.mailsTitle,
    buttonLabel: text.mailsButton,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: text.mails, extensions: ['msg', 'eml'] },
      { name: text.allFiles, extensions: ['*'] },
    ],
  })
  if (canceled || filePaths.length === 0) return { ok: true, value: null }
  try {
    const files: { fileName: string; bytes: Uint8Array }[] = []
    const leftOut: TakenMail[] = []
    let total = 0
    for (const path of filePaths) {
      const fileName = basename(path)
      const { size } = await stat(path)
      const failure = whyLeftOut(size, { files: files.length, bytes: total })
      if (failure !== null) {
        leftOut.push({ fileName, subjectId: null, outcome: 'refused', failure, refusedFiles: [] })
        continue
      }
      total += size
      files.push({ fileName, bytes: new Uint8Array(await readFile(path)) })
    }
    if (files.length === 0) return { ok: true, value: leftOut }
    const taken = await core.call('subjects.takeMails', { files })
    return taken.ok ? { ...taken, value: [...taken.value, ...leftOut] } : taken
  } catch (cause) {
    return fileFailure(cause)
  }
}
