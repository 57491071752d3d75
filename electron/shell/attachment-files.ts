import { copyFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog, type NativeImage, nativeImage } from 'electron'
import type { Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import { fileFailure } from './file-failure.ts'
import type { OpenedCopies, ReceivedFile } from './opened-copies.ts'
import { dialogText as text } from './text/dialogs.ts'
import { markAsReceived } from './web-mark.ts'

/** Null when given up; what becomes something in particular is one file. */
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
  if (canceled || filePaths.length === 0) return { ok: true, value: null }
  return core.internal('addAttachmentFiles', { ...input, paths: filePaths })
}

type Kept = 'attachmentFile' | 'subjectFile' | 'signedCopy'

export async function openKept(
  core: CoreHost,
  copies: OpenedCopies,
  kept: Kept,
  id: string,
): Promise<Envelope<Record<string, never>>> {
  const found = await core.internal(kept, { id, to: 'open' })
  return found.ok ? copies.open(found.value) : found
}

export async function dragKept(
  core: CoreHost,
  window: BrowserWindow,
  copies: OpenedCopies,
  kept: Kept,
  id: string,
): Promise<Envelope<Record<string, never>>> {
  const found = await core.internal(kept, { id, to: 'export' })
  if (!found.ok) return found
  try {
    const file = await copies.copy(found.value, 'carry')
    window.webContents.startDrag({ file, icon: await iconOf(file) })
    return { ok: true, value: {} }
  } catch (cause) {
    return fileFailure(cause)
  }
}

/** Side of the icon under the mouse, in pixels, where the system has none for the file. */
const SIDE = 24

/** Nothing is carried without an icon. */
async function iconOf(file: string): Promise<NativeImage> {
  const known = await app.getFileIcon(file).catch(() => nativeImage.createEmpty())
  if (!known.isEmpty()) return known
  const size = { width: SIDE, height: SIDE }
  return nativeImage.createFromBitmap(Buffer.alloc(SIDE * SIDE * 4, 0x99), size)
}

/** Null when given up. */
export async function exportKept(
  core: CoreHost,
  window: BrowserWindow,
  kept: Kept,
  id: string,
): Promise<Envelope<Output<'attachments.export'>>> {
  const found = await core.internal(kept, { id, to: 'export' })
  return found.ok ? exportCopy(window, found.value) : found
}

async function exportCopy(
  window: BrowserWindow,
  { path, fileName }: ReceivedFile,
): Promise<Envelope<Output<'attachments.export'>>> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: text.exportTitle,
    buttonLabel: text.exportButton,
    defaultPath: join(app.getPath('documents'), fileName),
  })
  if (canceled || filePath === '') return { ok: true, value: null }
  try {
    await copyFile(path, filePath)
    await markAsReceived(filePath)
    return { ok: true, value: { fileName: basename(filePath) } }
  } catch (cause) {
    return fileFailure(cause)
  }
}
