import { lazy } from 'react'

// What brings pdf.js, which is larger than everything else on a screen, and what a screen shows only when asked.
export const DocumentPreview = lazy(() =>
  import('./DocumentPreview.tsx').then((module) => ({ default: module.DocumentPreview })),
)
export const AttachmentsPage = lazy(() =>
  import('./attachments/AttachmentsPage.tsx').then((module) => ({ default: module.AttachmentsPage })),
)
export const PdfView = lazy(() => import('./PdfView.tsx').then((module) => ({ default: module.PdfView })))
export const drawForPrint = async (...given: Parameters<typeof import('./print-pages.ts').drawForPrint>) =>
  (await import('./print-pages.ts')).drawForPrint(...given)
export type { PagesDrawn } from './print-pages.ts'
