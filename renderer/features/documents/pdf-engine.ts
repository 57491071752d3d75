// Pdf.js on the very bytes of a document, in a worker of our own origin; nothing is fetched from anywhere. The legacy
// build: the ordinary one needs a Chromium newer than 130 (Map.getOrInsertComputed, Uint8Array.fromBase64).
import { getDocument, type PDFDocumentProxy, PDFWorker, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { KeptWhileUsed } from './kept-while-used.ts'

export type PdfFile = PDFDocumentProxy

/** For trusted types a worker's address is a script's address. Not in TypeScript's own library yet. */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): {
    createScriptURL(address: string): unknown
  }
}

/** Pdf.js in a thread of its own, which holds some 30 MB. */
const engine = new KeptWhileUsed(
  () => {
    const port = new Worker(trusted(workerAddress), { type: 'module' })
    return { port, worker: PDFWorker.create({ port }) }
  },
  ({ port, worker }) => {
    worker.destroy()
    port.terminate()
  },
)

/** The one address that this policy lets through is the worker's own. */
function trusted(address: string): URL {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('pdf-worker', {
    createScriptURL: (asked) => {
      if (asked !== workerAddress) throw new Error('not the worker of the preview')
      return asked
    },
  })
  return (policy?.createScriptURL(address) ?? address) as URL
}

/** Opens a copy of the bytes, which stay with the caller; whoever opened it closes it. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const { worker } = engine.use()
  try {
    return await getDocument({
      data: bytes.slice(),
      worker,
      // WebAssembly is not allowed by the policy, and our documents embed their fonts and need no character maps.
      useWasm: false,
      useWorkerFetch: false,
      useSystemFonts: false,
      isImageDecoderSupported: false,
      enableXfa: false,
      stopAtErrors: false,
    }).promise
  } catch (thrown) {
    engine.leave()
    throw thrown
  }
}

export async function closePdf(file: PdfFile): Promise<void> {
  try {
    await file.loadingTask.destroy()
  } finally {
    engine.leave()
  }
}

export type DrawnPage = { readonly canvas: HTMLCanvasElement; readonly text: HTMLDivElement }

/**
 * Draws one page with its text above it, invisible, for selection and for screen readers.
 * @param width of the page on screen, in CSS pixels.
 */
export async function drawPage(file: PdfFile, number: number, width: number): Promise<DrawnPage> {
  const page = await file.getPage(number)
  const scale = width / page.getViewport({ scale: 1 }).width
  const viewport = page.getViewport({ scale })
  const density = Math.min(3, Math.max(1, window.devicePixelRatio))
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(viewport.width * density)
  canvas.height = Math.floor(viewport.height * density)
  canvas.style.width = `${viewport.width}px`
  canvas.style.height = `${viewport.height}px`
  const text = document.createElement('div')
  text.className = 'pdf-text'
  text.style.setProperty('--total-scale-factor', String(scale))
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport })
  await Promise.all([
    page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] }).promise,
    layer.render(),
  ])
  return { canvas, text }
}
