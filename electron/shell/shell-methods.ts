import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import * as electron from 'electron'
import { app, type BrowserWindow, dialog } from 'electron'
import type { Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import { MAX_LOGO_BYTES } from '../domain/documents/letterhead.ts'
import { MOST_READ_BYTES } from '../domain/limits.ts'
import { chooseAttachments, dragKept, exportKept, openKept } from './attachment-files.ts'
import {
  chooseArchive,
  chooseBackup,
  chooseCopyFolder,
  chooseHandOverFolder,
  chooseProfile,
  chooseSource,
} from './copy-files.ts'
import type { CoreHost } from './core-host.ts'
import { type DeskParts, deskMethods } from './desk-methods.ts'
import { DispatchFiles } from './dispatch-files.ts'
import { SavedDocuments } from './document-files.ts'
import { fileFailure } from './file-failure.ts'
import type { Folders } from './folders.ts'
import type { KeptPassword } from './kept-password.ts'
import { legifranceMethods } from './legifrance.ts'
import { log } from './log.ts'
import { MailSending } from './mail-sending.ts'
import { noteMove } from './moved-folders.ts'
import type { OpenedCopies } from './opened-copies.ts'
import type { PresenterWindow } from './presenter-window.ts'
import { printPage } from './print-page.ts'
import { ProjectionFolders } from './projection-folder.ts'
import { chooseReturned } from './returned-files.ts'
import type { ShellMethods } from './shell-table.ts'
import { chooseMails } from './subject-files.ts'
import { teamMethods } from './team-methods.ts'
import { dialogText as text } from './text/dialogs.ts'

/** Any file is offered: refusing some in words helps more than greying them out. Null when given up; `file-too-large` before a byte is read. */
async function chooseImport(window: BrowserWindow): Promise<Envelope<Output<'imports.choose'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.importTitle,
    buttonLabel: text.importButton,
    properties: ['openFile'],
  })
  const [path] = filePaths
  if (canceled || path === undefined) return { ok: true, value: null }
  try {
    const { size } = await stat(path)
    if (size > MOST_READ_BYTES)
      return {
        ok: false,
        error: { code: 'file-too-large', limit: { of: 'fileBytes', most: MOST_READ_BYTES } },
      }
    return { ok: true, value: { fileName: basename(path), bytes: new Uint8Array(await readFile(path)) } }
  } catch (cause) {
    return fileFailure(cause)
  }
}

type Moved = Envelope<Output<'dataPlace.move'>>

class DataMoving {
  readonly #core: CoreHost
  readonly #window: () => BrowserWindow
  readonly #base: string
  readonly #isManaged: boolean
  #data: string

  constructor(core: CoreHost, window: () => BrowserWindow, { base, data, isDataManaged }: Folders) {
    this.#core = core
    this.#window = window
    this.#base = base
    this.#data = data
    this.#isManaged = isDataManaged
  }

  /** Where data usually lie, or a folder that is asked for. Null when given up. */
  async move(asks: boolean): Promise<Moved> {
    if (this.#isManaged) return { ok: false, error: { code: 'setting-managed' } }
    const into = asks ? await this.#ask() : this.#base
    if (into === null) return { ok: true, value: null }
    const name = asks ? 'seances-inp' : 'donnees'
    const moved = await this.#core.internal('moveData', { into, name })
    if (!moved.ok) return moved
    const { folder, ...told } = moved.value
    try {
      noteMove(this.#base, this.#data, folder)
    } catch (thrown) {
      // The former folder says it too.
      log.warn(`the moving could not be noted: ${String(thrown)}`)
    }
    this.#data = folder
    await this.#core.reopen(folder)
    return { ok: true, value: told }
  }

  async #ask(): Promise<string | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#window(), {
      title: text.moveTitle,
      buttonLabel: text.moveButton,
      properties: ['openDirectory', 'createDirectory'],
    })
    const [path] = filePaths
    return canceled || path === undefined ? null : path
  }
}

async function copyWords({ text, html }: Parsed<'app.copy'>): Promise<Envelope<Record<string, never>>> {
  const board: object = electron.clipboard
  if (takesWords(board)) board.write(html === null ? { text } : { text, html })
  else await writeItem({ 'text/plain': text, ...(html === null ? {} : { 'text/html': html }) })
  return done
}

async function copyChart(
  core: CoreHost,
  which: Parsed<'yearlyReport.copyChart'>,
): Promise<Envelope<Record<string, never>>> {
  const drawn = await core.internal('chartBytes', which)
  if (!drawn.ok) return drawn
  const { bytes } = drawn.value
  if (which.format === 'svg') await electron.clipboard.writeText(new TextDecoder().decode(bytes))
  else await writePicture(Buffer.from(bytes))
  return { ok: true, value: {} }
}

async function writePicture(png: Buffer<ArrayBuffer>): Promise<void> {
  const board: object = electron.clipboard
  if (takesImages(board)) board.writeImage(electron.nativeImage.createFromBuffer(png))
  else await writeItem({ 'image/png': png })
}

/** Electron 33 takes things of its own kind; later ones have the clipboard of the web. One source serves both. */
async function writeItem(kinds: Readonly<Record<string, string | Buffer<ArrayBuffer>>>): Promise<void> {
  const board: object = electron.clipboard
  const Item: unknown = Reflect.get(electron, 'ClipboardItem')
  if (!takesItems(board) || typeof Item !== 'function') throw new Error('the clipboard takes no items')
  const blobs = Object.entries(kinds).map(([type, part]) => [type, new Blob([part], { type })])
  await board.write([Reflect.construct(Item, [Object.fromEntries(blobs)])])
}

const takesImages = (board: object): board is { writeImage(image: electron.NativeImage): void } =>
  'writeImage' in board
/** The one with pictures of its own kind has words of its own kind too. */
const takesWords = (board: object): board is { write(words: { text: string; html?: string }): void } =>
  'writeImage' in board
const takesItems = (board: object): board is { write(items: readonly unknown[]): Promise<void> } =>
  'write' in board

type Parts = DeskParts & {
  folders: Folders
  copies: OpenedCopies
  teamPassword: () => Promise<KeptPassword>
}

const done = { ok: true, value: {} } as const

/** The table of shell methods; `window` returns the window that asks. */
export function shellMethods(
  core: CoreHost,
  window: () => BrowserWindow,
  presenter: PresenterWindow,
  parts: Parts,
): Omit<ShellMethods, 'desk.asked'> {
  const { folders, copies, managed } = parts
  const saved = new SavedDocuments(core, window)
  const dispatches = new DispatchFiles(core, window, copies)
  const mail = new MailSending(core, folders.window)
  const moving = new DataMoving(core, window, folders)
  const projection = new ProjectionFolders(core, window, copies, managed.settled.OfficePrograms ?? true)
  return {
    'imports.choose': () => chooseImport(window()),
    'observations.choose': (about) => chooseReturned(core, window(), about),
    'attachments.choose': (place) => chooseAttachments(core, window(), place),
    'attachments.open': ({ id }) => openKept(core, copies, 'attachmentFile', id),
    'attachments.drag': ({ id }) => dragKept(core, window(), copies, 'attachmentFile', id),
    'attachments.export': ({ id }) => exportKept(core, window(), 'attachmentFile', id),
    'attachments.buildProjection': (which) => projection.build(which),
    'attachments.stopProjection': async () => {
      projection.stop()
      return done
    },
    'attachments.openProjection': ({ meetingId }) => projection.open(meetingId),
    'documents.save': (which) => saved.save(which),
    'documents.saveDraft': (which) => saved.saveDraft(which),
    'documents.open': ({ token }) => saved.open(token),
    'documents.reveal': ({ token }) => saved.reveal(token),
    'documentStyle.chooseLogo': (place) => chooseLogo(core, window(), place),
    'dispatch.openMessage': ({ id }) => dispatches.openMessage(id),
    'dispatch.copy': (what) => dispatches.copy(what),
    'dispatch.openFolder': ({ id }) => dispatches.openFolder(id),
    'dispatch.openSent': ({ id }) => dispatches.openSent(id),
    'dispatch.chooseSharedFolder': () => dispatches.chooseSharedFolder(),
    'memberFolders.write': ({ meetingId }) => dispatches.writeMemberFolders(meetingId),
    'sending.setAccount': (change) => mail.setAccount(change),
    'sending.password': () => mail.state(),
    'sending.setPassword': (given) => mail.setPassword(given),
    'sending.forgetPassword': () => mail.forgetPassword(),
    'sending.try': () => mail.try(),
    'sending.send': (target) => mail.send(target),
    'subjects.chooseMails': () => chooseMails(core, window()),
    'approval.openSignedCopy': ({ id }) => openKept(core, copies, 'signedCopy', id),
    'approval.exportSignedCopy': ({ id }) => exportKept(core, window(), 'signedCopy', id),
    'subjects.openFile': ({ id }) => openKept(core, copies, 'subjectFile', id),
    'subjects.dragFile': ({ id }) => dragKept(core, window(), copies, 'subjectFile', id),
    'subjects.exportFile': ({ id }) => exportKept(core, window(), 'subjectFile', id),
    'yearlyReport.copyChart': (which) => copyChart(core, which),
    'settings.chooseCopyFolder': () => chooseCopyFolder(core, window()),
    'handOver.chooseSource': (which) => chooseSource(core, window(), which),
    'handOver.chooseFolder': () => chooseHandOverFolder(core, window()),
    'dataPlace.move': ({ asks }) => moving.move(asks),
    'backups.restoreChosen': () => chooseBackup(core, window()),
    'keptFiles.choose': (which) => chooseKeptFile(core, window(), which),
    'profile.export': (which) => saved.saveProfile(which),
    'deliveries.choose': (which) => chooseDelivery(core, window(), which),
    'watchList.choose': () => chooseWatchList(core, window()),
    'oldFiles.choose': (which) => chooseOldFiles(core, window(), which),
    'profile.import': (which) => chooseProfile(core, window(), which),
    'archive.export': (which) => saved.saveArchive(which),
    'archive.verify': (which) => chooseArchive(core, window(), which),
    'presenter.window': async (asked) => ({ ok: true, value: presenter.act(asked) }),
    ...deskMethods(core, parts),
    ...legifranceMethods(managed.settled, folders.window),
    ...teamMethods(core, parts.teamPassword),
    'app.info': async () => ({ ok: true, value: info() }),
    'app.textSize': async () => ({ ok: true, value: textSize(window()) }),
    'app.setTextSize': async ({ percent }) => {
      window().webContents.setZoomFactor(percent / 100)
      return { ok: true, value: textSize(window()) }
    },
    'app.print': async () => ({ ok: true, value: await printPage(window()) }),
    'app.copy': copyWords,
    'app.window': async ({ act }) => {
      actOnWindow(window(), act)
      return done
    },
  }
}

function info(): Output<'app.info'> {
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
  return { version: app.getVersion(), platform, electron: process.versions.electron }
}

function textSize(window: BrowserWindow): Output<'app.textSize'> {
  return { percent: Math.round(window.webContents.getZoomFactor() * 100) }
}

function actOnWindow(window: BrowserWindow, act: Parsed<'app.window'>['act']): void {
  if (act === 'minimise') window.minimize()
  else if (act === 'close') window.close()
  else if (window.isMaximized()) window.unmaximize()
  else window.maximize()
}

// Asks for a delivery of the JO, an archive, a file or a folder, or for a table of texts, and has the core look at it;
// the path stays here.
/** Null when given up. */
async function chooseDelivery(
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
async function chooseWatchList(
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

/** Null when given up. */
async function chooseKeptFile(
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

/** Null when given up; a file that is too large is refused before a byte is read. */
async function chooseLogo(
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
  if (canceled || path === undefined) return { ok: true, value: null }
  try {
    if ((await stat(path)).size > MAX_LOGO_BYTES) return { ok: false, error: { code: 'logo-too-large' } }
    const file = { fileName: basename(path), bytes: new Uint8Array(await readFile(path)) }
    return core.call('documentStyle.addLogo', { ...place, file })
  } catch (cause) {
    return fileFailure(cause)
  }
}

/** Null when given up. */
async function chooseOldFiles(
  core: CoreHost,
  window: BrowserWindow,
  { form }: Parsed<'oldFiles.choose'>,
): Promise<Envelope<Output<'oldFiles.choose'>>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: form === 'folder' ? text.oldFolderTitle : text.oldZipTitle,
    buttonLabel: text.oldButton,
    properties: [form === 'folder' ? 'openDirectory' : 'openFile'],
    ...(form === 'folder' ? {} : { filters: [{ name: text.zips, extensions: ['zip'] }] }),
  })
  const [path] = filePaths
  return canceled || path === undefined ? { ok: true, value: null } : core.internal('readOldFiles', { path })
}
