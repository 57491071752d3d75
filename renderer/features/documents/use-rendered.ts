// Use rendered: the bytes of a document, made again a moment after the meeting changed.
import { useCallback } from 'react'
import type { DocumentKind, RenderedDocument } from '../../../electron/contract/documents.ts'
import { call } from '../../api/client.ts'
import { saves } from '../../api/saves.ts'
import { type Made, useMade } from '../../api/use-made.ts'

export type Rendered = Made<RenderedDocument>

export function useRendered(meetingId: string, kind: DocumentKind): Rendered {
  const make = useCallback(async () => {
    await saves.flush()
    return call('documents.render', { meetingId, kind })
  }, [meetingId, kind])
  return useMade(make, meetingId)
}
