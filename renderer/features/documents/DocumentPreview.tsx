import { lazy, Suspense } from 'react'
import type { DocumentSubject } from '../../../electron/contract/documents.ts'
import { documentText } from '../../text/documents.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useWantedPage } from './shown-page.ts'
import { type Rendered, useRendered } from './use-rendered.ts'

// pdf.js is large: loaded with the first document.
const PdfView = lazy(() => import('./PdfView.tsx').then((m) => ({ default: m.PdfView })))

export function DocumentPreview(props: {
  subject: DocumentSubject
  /** Follows each edit at once, see `useRendered`. */
  closely?: boolean
}) {
  const { subject } = props
  const rendered = useRendered(subject, props.closely)
  const { value: document } = rendered
  const wanted = useWantedPage(subject)
  return (
    <aside className="pane cr-r" aria-label={documentText.preview}>
      {rendered.phase === 'failed' ? <ErrorBanner error={rendered.error} onRetry={rendered.retry} /> : null}
      {document === null ? (
        <Skeleton lines={8} />
      ) : (
        <Suspense fallback={<Skeleton lines={8} />}>
          <PdfView bytes={document.bytes} pages={document.pageCount} wanted={wanted} />
        </Suspense>
      )}
      <p className="pdf-state" role="status">
        {stateWords(rendered)}
      </p>
    </aside>
  )
}

function stateWords({ phase, value: document }: Rendered): string {
  if (phase === 'failed') return ''
  if (document === null || phase === 'making') return documentText.making
  return phase === 'outdated' ? documentText.outdated : documentText.current(document.pageCount)
}
