import { useCallback, useState } from 'react'
import type { DocumentSubject, RenderedDocument } from '../../../electron/contract/documents.ts'
import { readKey } from '../../../electron/contract/read-key.ts'
import { call } from '../../api/client.ts'
import { outbox } from '../../api/outbox/window.ts'
import { sameJson } from '../../api/same-json.ts'
import { CLOSE_MS, type Made, useMade } from '../../api/use-made.ts'

export type Rendered = Made<RenderedDocument>

/** @param closely made again at once: for a screen on which one looks at what an edit does. */
export function useRendered(subject: DocumentSubject, closely = false): Rendered {
  // A screen writes its subject anew each time it is drawn: the same words are the same document.
  const [asked, setAsked] = useState(subject)
  if (!sameJson(asked, subject)) setAsked(subject)
  const make = useCallback(async () => {
    await outbox.flush()
    return call('documents.render', asked)
  }, [asked])
  return useMade(readKey('documents.render', asked), make, closely ? { calmMs: CLOSE_MS } : {})
}
