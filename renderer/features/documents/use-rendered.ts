// Use rendered: the bytes of a document, made again a moment after the meeting changed, one rendering at a time.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DocumentKind, RenderedDocument } from '../../../electron/contract/documents.ts'
import { call, onEvent } from '../../api/client.ts'
import { saves } from '../../api/saves.ts'

/** How long nothing must have changed before the document is made again, in milliseconds. */
const CALM_MS = 900

export type Rendered = {
  /** The last document that could be made. */
  readonly document: RenderedDocument | null
  readonly phase: 'making' | 'current' | 'outdated' | 'failed'
  readonly error: unknown
  retry(): void
}

export function useRendered(meetingId: string, kind: DocumentKind): Rendered {
  const [document, setDocument] = useState<RenderedDocument | null>(null)
  const [phase, setPhase] = useState<Rendered['phase']>('making')
  const [error, setError] = useState<unknown>(null)
  const alive = useRef(true)
  const busy = useRef(false)
  const again = useRef(false)

  const make = useCallback(async () => {
    if (busy.current) {
      again.current = true
      return
    }
    busy.current = true
    do {
      again.current = false
      try {
        await saves.flush()
        const made = await call('documents.render', { meetingId, kind })
        if (!alive.current) break
        setDocument(made)
        setError(null)
        setPhase(again.current ? 'outdated' : 'current')
      } catch (failure) {
        if (!alive.current) break
        setError(failure)
        setPhase('failed')
      }
    } while (again.current && alive.current)
    busy.current = false
  }, [meetingId, kind])

  useEffect(() => {
    alive.current = true
    let timer: ReturnType<typeof setTimeout> | undefined
    void make()
    const stop = onEvent((event) => {
      if (event.topic !== 'changed' || (event.meetingId !== null && event.meetingId !== meetingId)) return
      setPhase((before) => (before === 'making' ? before : 'outdated'))
      clearTimeout(timer)
      timer = setTimeout(() => void make(), CALM_MS)
    })
    return () => {
      alive.current = false
      clearTimeout(timer)
      stop()
    }
  }, [make, meetingId])

  return { document, phase, error, retry: () => void make() }
}
