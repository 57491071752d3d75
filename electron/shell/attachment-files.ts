import { chmod, copyFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import { fileFailure } from './file-failure.ts'
import { openInProgram } from './open-in-program.ts'
import { dialogText as text } from './text/dialogs.ts'

/** Answers with the list, unchanged when given up; what becomes something in particular is one file. */
export async function chooseAttachments(
  core: CoreHost,
  window: BrowserWindow,
  input: Parsed<'attachments.choose'>,
): Promise<Envelope<Output<'attachments.choose'>>> {
  const isOne = (input.replaces ?? input.awaitedId ?? null) !== null
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: isOne ? text.attachOneTitle : text.attachTitle,
    buttonLabel: text.attachButton,
    properties: isOne ? ['openFile'] : ['openFile', 'multiSelections'],
  })
  return core.internal('addAttachmentFiles', { ...input, paths: canceled ? [] : filePaths })
}

/** Opens a read-only copy under the file's own name: what another program writes never reaches the store. */
export async function openAttachment(
  core: CoreHost,
  id: string,
): Promise<Envelope<Output<'attachments.open'>>> {
  const found = await core.internal('attachmentFile', { id })
  return found.ok ? openCopy(found.value) : found
}

/** The same of any kept file. */
export async function openCopy(kept: {
  path: string
  fileName: string
}): Promise<Envelope<Record<string, never>>> {
  try {
    const folder = await mkdtemp(join(tmpdir(), 'seances-'))
    const copy = join(folder, basename(kept.fileName))
    await copyFile(kept.path, copy)
    await chmod(copy, 0o400)
    return await openInProgram(copy)
  } catch (cause) {
    return fileFailure(cause)
  }
}
