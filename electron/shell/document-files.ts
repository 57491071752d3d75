import { randomUUID } from 'node:crypto'
import { access } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import type { SavedDocument } from '../contract/documents.ts'
import type { Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import { formatsToSave } from '../contract/saved-files.ts'
import type { ArchiveForm } from '../domain/minutes/retention.ts'
import type { CoreHost } from './core-host.ts'
import { fileFailure } from './file-failure.ts'
import { openInProgram } from './open-in-program.ts'
import { dialogText as text } from './text/dialogs.ts'
import { markAsReceived, markWithin } from './web-mark.ts'

/** Where a profile and an archive hold what came from elsewhere; their own pages are ours. */
const received = ['pieces', 'annexes', 'compte-rendu']

type Written = { path: string; producedId?: string | null; besideName?: string | null }

export class SavedDocuments {
  readonly #core: CoreHost
  readonly #window: () => BrowserWindow
  /** Paths by token: the window knows tokens only, and only of files written in this run. */
  readonly #paths = new Map<string, string>()
  /** Where a document was last saved in this run: the next one is proposed beside it. */
  #folder: string | null = null

  constructor(core: CoreHost, window: () => BrowserWindow) {
    this.#core = core
    this.#window = window
  }

  /**
   * The extension of the chosen name says the format; a name without one of them gets the first. Null when given up.
   */
  async save(subject: Parsed<'documents.save'>): Promise<Envelope<Output<'documents.save'>>> {
    const proposed = await this.#core.internal('proposedFileName', { subject })
    if (!proposed.ok) return proposed
    if (!(await this.#mayLeave(subject))) return { ok: true, value: null }
    const formats = formatsToSave(subject)
    const { canceled, filePath } = await dialog.showSaveDialog(this.#window(), {
      title: text.saveTitle,
      buttonLabel: text.saveButton,
      defaultPath: join(this.#proposedFolder(), proposed.value.fileName),
      filters: formats.map((format) => ({ name: text.formats[format], extensions: [format] })),
    })
    if (canceled || filePath === '') return { ok: true, value: null }
    const [usual] = formats
    const said = formats.find((format) => filePath.toLowerCase().endsWith(`.${format}`))
    const format = said ?? usual
    if (format === undefined) return notFound
    const path = said === undefined ? `${filePath}.${format}` : filePath
    const written = await this.#core.internal('writeDocument', { subject, path, format })
    if (!written.ok) return written
    return { ok: true, value: this.#known(written.value) }
  }

  /** The minutes as Word and as PDF, under one name asked for once. Null when given up. */
  async saveDraft({
    meetingId,
  }: Parsed<'documents.saveDraft'>): Promise<Envelope<Output<'documents.saveDraft'>>> {
    const subject = { kind: 'minutes', meetingId } as const
    const proposed = await this.#core.internal('proposedFileName', { subject })
    if (!proposed.ok) return proposed
    if (!(await this.#mayLeave(subject))) return { ok: true, value: null }
    const { canceled, filePath } = await dialog.showSaveDialog(this.#window(), {
      title: text.draftTitle,
      buttonLabel: text.saveButton,
      defaultPath: join(this.#proposedFolder(), withoutFormat(proposed.value.fileName)),
      filters: [{ name: text.wordAndPdf, extensions: ['docx'] }],
    })
    if (canceled || filePath === '') return { ok: true, value: null }
    const base = withoutFormat(filePath)
    // The system asked about the name that was chosen only.
    for (const path of [`${base}.docx`, `${base}.pdf`])
      if (path !== filePath && !(await this.#mayReplace(path))) return { ok: true, value: null }
    const written = await this.#core.internal('writeDraft', { meetingId, base })
    if (!written.ok) return written
    const { docx, pdf } = written.value
    return { ok: true, value: { docx: this.#known(docx), pdf: this.#known(pdf) } }
  }

  /**
   * The whole profile: a zip under the chosen name, or a new folder of a name of its own in the chosen one. What opens it
   * later is its first page. Null when given up.
   */
  async saveProfile({ form }: Parsed<'profile.export'>): Promise<Envelope<Output<'profile.export'>>> {
    const proposed = await this.#core.internal('profileName', { form })
    if (!proposed.ok) return proposed
    const path = await this.#askWhere(form, proposed.value.fileName)
    if (path === null) return { ok: true, value: null }
    const written = await this.#core.internal('exportProfile', { path, form })
    if (!written.ok) return written
    const { path: _, ...told } = written.value
    await this.#markReceived(form, path)
    return { ok: true, value: { ...told, token: this.#firstPage(form, path) } }
  }

  /** The archive of a meeting, as `saveProfile` writes a profile. Null when given up. */
  async saveArchive({
    meetingId,
    form,
    description,
  }: Parsed<'archive.export'>): Promise<Envelope<Output<'archive.export'>>> {
    const proposed = await this.#core.internal('archiveName', { meetingId, form })
    if (!proposed.ok) return proposed
    const path = await this.#askWhere(form, proposed.value.fileName)
    if (path === null) return { ok: true, value: null }
    const written = await this.#core.internal('exportArchive', { meetingId, path, form, description })
    if (!written.ok) return written
    const { path: _, ...told } = written.value
    await this.#markReceived(form, path)
    return { ok: true, value: { ...told, token: this.#firstPage(form, path) } }
  }

  /** What others sent lies in it. */
  #markReceived(form: ArchiveForm, path: string): Promise<void> {
    return form === 'folder' ? markWithin(path, received) : markAsReceived(path)
  }

  #firstPage(form: ArchiveForm, path: string): string {
    return this.#known({ path: form === 'folder' ? join(path, 'index.html') : path }).token
  }

  #askWhere(form: ArchiveForm, name: string): Promise<string | null> {
    return form === 'folder' ? this.#askPlace(name) : this.#askZip(name)
  }

  async #askZip(fileName: string): Promise<string | null> {
    const { canceled, filePath } = await dialog.showSaveDialog(this.#window(), {
      title: text.zipTitle,
      buttonLabel: text.saveButton,
      defaultPath: join(this.#proposedFolder(), fileName),
      filters: [{ name: text.zips, extensions: ['zip'] }],
    })
    if (canceled || filePath === '') return null
    return filePath.toLowerCase().endsWith('.zip') ? filePath : `${filePath}.zip`
  }

  async #askPlace(name: string): Promise<string | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#window(), {
      title: text.placeTitle,
      buttonLabel: text.placeButton,
      defaultPath: this.#proposedFolder(),
      properties: ['openDirectory', 'createDirectory'],
    })
    const [place] = filePaths
    if (canceled || place === undefined) return null
    for (let copy = 1; ; copy += 1) {
      const path = join(place, copy === 1 ? name : `${name} (${copy})`)
      if (!(await isThere(path))) return path
    }
  }

  /** A picture that nobody described is asked for: who has the document read aloud would not know what it shows. */
  async #mayLeave(subject: Parsed<'documents.save'>): Promise<boolean> {
    const found = await this.#core.internal('undescribedPictures', { subject })
    const items = found.ok ? found.value.items : []
    if (items.length === 0) return true
    const { response } = await dialog.showMessageBox(this.#window(), {
      type: 'warning',
      message: text.undescribed(items.length),
      detail: text.undescribedDetail([...new Set(items.filter((title) => title !== ''))]),
      buttons: [text.describe, text.exportAnyway],
      defaultId: 0,
      cancelId: 0,
    })
    return response === 1
  }

  async #mayReplace(path: string): Promise<boolean> {
    if (!(await isThere(path))) return true
    const { response } = await dialog.showMessageBox(this.#window(), {
      type: 'warning',
      message: text.replaceBeside(basename(path)),
      detail: text.replaceBesideDetail,
      buttons: [text.giveUp, text.replace],
      defaultId: 0,
      cancelId: 0,
    })
    return response === 1
  }

  #proposedFolder(): string {
    return this.#folder ?? app.getPath('documents')
  }

  /** A written file, known to the window by a token from now on. */
  #known({ path, producedId, besideName }: Written): SavedDocument {
    const token = randomUUID()
    this.#paths.set(token, path)
    this.#folder = dirname(path)
    return {
      token,
      fileName: basename(path),
      producedId: producedId ?? null,
      besideName: besideName ?? null,
    }
  }

  async open(token: string): Promise<Envelope<Record<string, never>>> {
    const path = this.#paths.get(token)
    return path === undefined ? notFound : openInProgram(path)
  }

  async reveal(token: string): Promise<Envelope<Record<string, never>>> {
    const path = this.#paths.get(token)
    if (path === undefined) return notFound
    try {
      await access(path)
    } catch (cause) {
      return fileFailure(cause)
    }
    shell.showItemInFolder(path)
    return { ok: true, value: {} }
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function withoutFormat(path: string): string {
  return path.replace(/\.(?:docx|pdf)$/iu, '')
}

const notFound: Envelope<never> = { ok: false, error: { code: 'not-found' } }
