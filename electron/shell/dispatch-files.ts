import { chmod, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserWindow, clipboard, dialog } from 'electron'
import type { Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { CoreHost } from './core-host.ts'
import { fileFailure } from './file-failure.ts'
import { openInProgram } from './open-in-program.ts'
import type { OpenedCopies } from './opened-copies.ts'
import { dialogText as text } from './text/dialogs.ts'
import { markAsReceived } from './web-mark.ts'

export class DispatchFiles {
  readonly #core: CoreHost
  readonly #window: () => BrowserWindow
  readonly #copies: OpenedCopies

  constructor(core: CoreHost, window: () => BrowserWindow, copies: OpenedCopies) {
    this.#core = core
    this.#window = window
    this.#copies = copies
  }

  /** The mail program opens it as a message still to be sent (X-Unsent). */
  openMessage(id: string): Promise<Envelope<Record<string, never>>> {
    return this.#openFile(id, (path) =>
      this.#core.internal('writeDocument', { subject: { kind: 'message', id }, format: 'eml', path }),
    )
  }

  /** The kept message; what a mail program does to its copy changes nothing here. */
  openSent(id: string): Promise<Envelope<Record<string, never>>> {
    return this.#openFile(id, async (path) => {
      const written = await this.#core.internal('writeSentMessage', { id, path })
      if (written.ok) await chmod(path, 0o400)
      return written
    })
  }

  async #openFile(
    id: string,
    write: (path: string) => Promise<Envelope<{ path: string }>>,
  ): Promise<Envelope<Record<string, never>>> {
    const named = await this.#core.internal('proposedFileName', { subject: { kind: 'message', id } })
    if (!named.ok) return named
    const folder = await this.#freshFolder()
    if (!folder.ok) return folder
    const written = await write(join(folder.value, named.value.fileName))
    return written.ok ? openInProgram(written.value.path) : written
  }

  async copy(what: Parsed<'dispatch.copy'>): Promise<Envelope<Record<string, never>>> {
    const found = await this.#core.internal('dispatchText', what)
    if (!found.ok) return found
    await clipboard.writeText(found.value.text)
    return { ok: true, value: {} }
  }

  /** Nothing to show: no folder is opened. */
  async openFolder(id: string): Promise<Envelope<Output<'dispatch.openFolder'>>> {
    const folder = await this.#freshFolder()
    if (!folder.ok) return folder
    const written = await this.#core.internal('writeDispatchDocuments', { id, folder: folder.value })
    if (!written.ok || written.value.fileCount === 0) return written
    // What others sent lies among them.
    for (const name of await readdir(folder.value)) await markAsReceived(join(folder.value, name))
    const opened = await openInProgram(folder.value)
    return opened.ok ? written : opened
  }

  /** Null when given up. */
  async chooseSharedFolder(): Promise<Envelope<Output<'dispatch.chooseSharedFolder'>>> {
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#window(), {
      title: text.sharedFolderTitle,
      buttonLabel: text.sharedFolderButton,
      properties: ['openDirectory', 'createDirectory'],
    })
    const [path] = filePaths
    return canceled || path === undefined
      ? { ok: true, value: null }
      : this.#core.internal('setSharedFolder', { path })
  }

  /** One page for each member, into a folder that is shown afterwards. */
  async writeMemberFolders(meetingId: string): Promise<Envelope<Output<'memberFolders.write'>>> {
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#window(), {
      title: text.memberFoldersTitle,
      buttonLabel: text.memberFoldersButton,
      properties: ['openDirectory', 'createDirectory'],
    })
    const [folder] = filePaths
    if (canceled || folder === undefined) return { ok: true, value: null }
    const written = await this.#core.internal('writeMemberFolders', { meetingId, folder })
    if (written.ok) await openInProgram(folder)
    return written
  }

  async #freshFolder(): Promise<Envelope<string>> {
    try {
      return { ok: true, value: await this.#copies.place() }
    } catch (cause) {
      return fileFailure(cause)
    }
  }
}
