import { closePdf, openPdf } from './pdf-engine.ts'

/** Dots to the inch: what an office printer shows of a letter. */
const DENSITY = 220
/** Points to the inch, in which a PDF is measured. */
const POINTS = 72

/** Beyond, the pictures would take more memory than a desk has to spare. */
const MOST_PAGES = 200

export type PagesDrawn = {
  readonly signal: AbortSignal
  readonly onPage: (done: number, total: number) => void
}

/**
 * The pages of a PDF as pictures, one after the other: each fills its sheet.
 * @returns null where there are too many of them
 */
export async function drawForPrint(
  bytes: Uint8Array,
  { signal, onPage }: PagesDrawn,
): Promise<HTMLElement[] | null> {
  const file = await openPdf(bytes)
  try {
    if (file.numPages > MOST_PAGES) return null
    const pages: HTMLElement[] = []
    for (let number = 1; number <= file.numPages; number += 1) {
      signal.throwIfAborted()
      const page = await file.getPage(number)
      const viewport = page.getViewport({ scale: DENSITY / POINTS })
      const canvas = document.createElement('canvas')
      canvas.width = Math.floor(viewport.width)
      canvas.height = Math.floor(viewport.height)
      await page.render({ canvas, viewport, intent: 'print' }).promise
      pages.push(await pictureOf(canvas))
      page.cleanup()
      onPage(number, file.numPages)
    }
    return pages
  } finally {
    void closePdf(file)
  }
}

/** A picture is a tenth of the canvas that it was drawn on. */
async function pictureOf(canvas: HTMLCanvasElement): Promise<HTMLElement> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('a page could not be drawn')
  const sheet = document.createElement('div')
  sheet.className = canvas.width > canvas.height ? 'print-page wide' : 'print-page'
  const picture = new Image()
  sheet.append(picture)
  picture.alt = ''
  const address = URL.createObjectURL(blob)
  picture.src = address
  await picture.decode()
  // What is decoded stays as long as the picture does.
  URL.revokeObjectURL(address)
  canvas.width = 0
  return sheet
}
