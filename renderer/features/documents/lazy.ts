import { lazy } from 'react'

// Both bring pdf.js, which is larger than everything else on a screen: loaded when a page is first shown.
export const DocumentPreview = lazy(() =>
  import('./DocumentPreview.tsx').then((module) => ({ default: module.DocumentPreview })),
)
export const PdfView = lazy(() => import('./PdfView.tsx').then((module) => ({ default: module.PdfView })))
