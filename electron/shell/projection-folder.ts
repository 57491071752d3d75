import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { CoreEvent, Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { InternalCalls } from '../contract/wire.ts'
import { installedOffice } from '../office/convert.ts'
import { type ConvertedSlides, type Slides, withConvertedSlides } from './convert-slides.ts'
import type { CoreHost } from './core-host.ts'
import { fileFailure } from './file-failure.ts'
import { log } from './log.ts'
import { openInProgram } from './open-in-program.ts'
import type { OpenedCopies } from './opened-copies.ts'
import { dialogText as text } from './text/dialogs.ts'
import { markAsReceived } from './web-mark.ts'

type Built = Envelope<Output<'attachments.buildProjection'>>
type Plan = InternalCalls['projectionPlan']['output']

export class ProjectionFolders {
  readonly #core: CoreHost
  readonly #window: () => BrowserWindow
  readonly #copies: OpenedCopies
  readonly #mayConvert: boolean
  /** The build under way; one at a time. */
  #running: AbortController | null = null

  constructor(core: CoreHost, window: () => BrowserWindow, copies: OpenedCopies, mayConvert: boolean) {
    this.#core = core
    this.#window = window
    this.#copies = copies
    this.#mayConvert = mayConvert
    app.on('will-quit', () => this.stop())
  }

  /** Null when given up; `cancelled` when stopped, `state-refuses` while another one is being built. */
  async build({ meetingId, convert, elsewhere }: Parsed<'attachments.buildProjection'>): Promise<Built> {
    if (convert && !this.#mayConvert) return { ok: false, error: { code: 'setting-managed' } }
    if (this.#running !== null) return { ok: false, error: { code: 'state-refuses' } }
    const running = new AbortController()
    this.#running = running
    try {
      const plan = await this.#core.internal('projectionPlan', { meetingId })
      if (!plan.ok) return plan
      const place = await this.#place(plan.value.place, elsewhere)
      if (place === null) return { ok: true, value: null }
      const build = async (pdfs: ConvertedSlides['pdfs']) => {
        const built = await this.#core.internal('buildProjection', {
          meetingId,
          place,
          withPdf: convert,
          pdfs,
        })
        if (built.ok)
          for (const name of built.value.fileNames)
            await markAsReceived(join(place, built.value.folderName, name))
        return built
      }
      if (!convert) return complete(await build([]), [], true)
      return await this.#converted(plan.value, running.signal, build)
    } catch (cause) {
      return running.signal.aborted ? { ok: false, error: { code: 'cancelled' } } : fileFailure(cause)
    } finally {
      this.#running = null
    }
  }

  /** Ends a conversion under way. */
  stop(): void {
    this.#running?.abort()
  }

  async open(meetingId: string): Promise<Envelope<Record<string, never>>> {
    const found = await this.#core.internal('projectionFolder', { meetingId })
    return found.ok ? openInProgram(found.value.path) : found
  }

  async #place(known: string | null, elsewhere: boolean): Promise<string | null> {
    if (known !== null && !elsewhere) return known
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#window(), {
      title: text.projectionTitle,
      buttonLabel: text.projectionButton,
      defaultPath: known ?? app.getPath('documents'),
      properties: ['openDirectory', 'createDirectory'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  }

  /** Presentations that did not change since the last build keep the PDF they have. */
  async #converted(
    plan: Plan,
    signal: AbortSignal,
    build: (pdfs: ConvertedSlides['pdfs']) => Promise<Envelope<InternalCalls['buildProjection']['output']>>,
  ): Promise<Built> {
    const kept = plan.slides.flatMap(({ attachmentId, pdfPath }) =>
      pdfPath === null ? [] : [{ attachmentId, path: pdfPath }],
    )
    const waiting = plan.slides.filter(({ pdfPath }) => pdfPath === null)
    const programs = await installedOffice()
    if (programs.length === 0) return complete(await build(kept), waiting, false)
    const onStart = ({ name: fileName }: Slides, done: number) =>
      this.#tell({ topic: 'conversion', fileName, done, total: waiting.length })
    const warn = (line: string) => log.warn(line)
    const folder = await this.#copies.place()
    return withConvertedSlides(
      programs,
      waiting,
      { folder, signal, onStart, warn },
      async ({ pdfs, failed }) => complete(await build([...kept, ...pdfs]), failed, true),
    )
  }

  #tell(event: CoreEvent): void {
    const window = this.#window()
    if (!window.isDestroyed()) window.webContents.send('event', event)
  }
}

function complete(
  built: Envelope<InternalCalls['buildProjection']['output']>,
  failed: readonly Slides[],
  canConvert: boolean,
): Built {
  if (!built.ok) return built
  const notConverted = failed.map(({ attachmentId, name }) => ({ attachmentId, fileName: name }))
  return { ok: true, value: { ...built.value, notConverted, canConvert } }
}
