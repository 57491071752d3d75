// Use composed: the message as it would go out now, built again in the background after a pause in the edits.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ComposedMessage, DispatchView } from '../../../electron/contract/dispatch.ts'
import { call, onEvent } from '../../api/client.ts'

/** How long nothing must have changed before the message is built again, in milliseconds. */
const CALM_MS = 900

export type Composed = {
  /** The last one that could be built. */
  readonly message: ComposedMessage | null
  readonly phase: 'making' | 'current' | 'failed'
  readonly error: unknown
  retry(): void
}

export function useComposed({ dispatch, documents }: DispatchView): Composed {
  const { id, meetingId } = dispatch
  const [message, setMessage] = useState<ComposedMessage | null>(null)
  const [phase, setPhase] = useState<Composed['phase']>('making')
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
    setPhase('making')
    do {
      again.current = false
      try {
        const made = await call('dispatch.compose', { id })
        if (!alive.current) break
        setMessage(made)
        setError(null)
        setPhase('current')
      } catch (failure) {
        if (!alive.current) break
        setError(failure)
        setPhase('failed')
      }
    } while (again.current && alive.current)
    busy.current = false
  }, [id])

  // What the size depends on in this message; what it depends on elsewhere (an agenda, an attachment) comes as an event.
  const told = JSON.stringify([dispatch.subject, dispatch.body, documents])
  const builtFrom = useRef('')
  useEffect(() => {
    alive.current = true
    let timer = setTimeout(() => void make(), builtFrom.current === '' ? 0 : CALM_MS)
    builtFrom.current = told
    const stop = onEvent((event) => {
      if (event.topic !== 'changed' || event.meetingId !== meetingId) return
      clearTimeout(timer)
      timer = setTimeout(() => void make(), CALM_MS)
    })
    return () => {
      alive.current = false
      clearTimeout(timer)
      stop()
    }
  }, [make, meetingId, told])

  return { message, phase, error, retry: () => void make() }
}
