import { part } from '../../ui/part.ts'

// What brings pdf.js, which is larger than everything else on a screen, and what a screen shows only when asked.
export const DocumentPreview = part(() => import('./DocumentPreview.tsx').then((m) => m.DocumentPreview))
export const AttachmentsPage = part(() =>
  import('./attachments/AttachmentsPage.tsx').then((m) => m.AttachmentsPage),
)
export const PdfView = part(() => import('./PdfView.tsx').then((m) => m.PdfView))
export const drawForPrint = async (...given: Parameters<typeof import('./print-pages.ts').drawForPrint>) =>
  (await import('./print-pages.ts')).drawForPrint(...given)
export type { PagesDrawn } from './print-pages.ts'
