import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { Suspense, useCallback, useState } from 'react'
import type { DocumentSubject, RenderedDocument } from '../../../electron/contract/documents.ts'
import { readKey } from '../../../electron/contract/read-key.ts'
import { call } from '../../api/client.ts'
import { outbox } from '../../api/outbox/window.ts'
import { sameJson } from '../../api/same-json.ts'
import { CLOSE_MS, LastMade, type Made, useMade } from '../../api/use-made.ts'
import { documentText } from '../../text/documents.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { part } from '../../ui/part.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { Follows } from './followed.ts'
import { useWantedPage } from './shown-page.ts'

// pdf.js is large: loaded with the first document.
const PdfView = part(() => import('./PdfView.tsx').then((m) => m.PdfView))

export function DocumentPreview(props: {
  subject: DocumentSubject
  /** Follows each edit at once, see `useRendered`. */
  closely?: boolean
  /** Where somebody writes what it is made of. */
  follows?: Follows | null
  /** Where it is opened, its words marked. */
  opensAt?: Follows | null
}) {
  const { subject, follows = null, opensAt = null } = props
  const rendered = useRendered(subject, props.closely)
  const { value: document } = rendered
  const wanted = useWantedPage(subject)
  const [shown, setShown] = useState<Uint8Array | null>(null)
  return (
    <aside className="pane minutes-side" aria-label={documentText.preview}>
      {rendered.phase === 'failed' ? <ErrorBanner error={rendered.error} onRetry={rendered.retry} /> : null}
      {document === null ? (
        <Skeleton lines={8} />
      ) : (
        <Suspense fallback={<Skeleton lines={8} />}>
          <PdfView
            bytes={document.bytes}
            pages={document.pageCount}
            wanted={wanted}
            follows={follows ?? opensAt}
            isBesideText={follows !== null}
            onShown={setShown}
          />
        </Suspense>
      )}
      <p className="pdf-state" role="status">
        {[stateWords(rendered, shown), follows === null ? '' : documentText.follows]
          .filter((part) => part !== '')
          .join(', ')}
      </p>
    </aside>
  )
}

/** @param shown the bytes that are on the screen: a page that is not drawn yet is not up to date. */
function stateWords({ phase, value: document }: Rendered, shown: Uint8Array | null): string {
  if (phase === 'failed') return ''
  if (document === null || shown === null || phase === 'making') return documentText.making
  const isCurrent = phase !== 'outdated' && shown === document.bytes
  return isCurrent ? documentText.current(document.pageCount) : documentText.outdated
}

/** The page waits no longer for a screen that is busy, or that nobody sees. */
const SCREEN_FIRST_MS = 300

type Rendered = Made<RenderedDocument>

/** Whoever looks at something else and comes back finds the page as it was. */
const lastPages = new WeakMap<QueryClient, LastMade<RenderedDocument>>()

function useLastPage(): LastMade<RenderedDocument> {
  const client = useQueryClient()
  const last = lastPages.get(client) ?? new LastMade<RenderedDocument>()
  lastPages.set(client, last)
  return last
}

/** @param closely made again at once: for a screen on which one looks at what an edit does. */
function useRendered(subject: DocumentSubject, closely = false): Rendered {
  // A screen writes its subject anew each time it is drawn: the same words are the same document.
  const [asked, setAsked] = useState(subject)
  if (!sameJson(asked, subject)) setAsked(subject)
  const make = useCallback(async () => {
    // The core shares the processor with this window: the screen that the page stands beside comes first.
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: SCREEN_FIRST_MS }))
    await outbox.flush()
    return call('documents.render', asked)
  }, [asked])
  const last = useLastPage()
  return useMade(readKey('documents.render', asked), make, closely ? { last, calmMs: CLOSE_MS } : { last })
}
