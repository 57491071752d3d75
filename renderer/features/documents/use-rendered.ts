// Use rendered: the bytes of a document, made again a moment after the meeting changed.
import { useCallback } from 'react'
import type { DocumentSubject, RenderedDocument } from '../../../electron/contract/documents.ts'
import { call } from '../../api/client.ts'
import { saves } from '../../api/saves.ts'
import { type Made, useMade } from '../../api/use-made.ts'

export type Rendered = Made<RenderedDocument>

export function useRendered(subject: DocumentSubject): Rendered {
  const { kind, meetingId } = subject
  const make = useCallback(async () => {
    await saves.flush()
    return call('documents.render', { kind, meetingId })
  }, [kind, meetingId])
  return useMade(make, meetingId)
}
