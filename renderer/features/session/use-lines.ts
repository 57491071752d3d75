// Use lines: lines leave the field at once and wait here until the core has them; what failed stays and is sent again.
import { useCallback, useRef, useState } from 'react'
import type { Input } from '../../../electron/contract/index.ts'
import type { SessionLineFields } from '../../../electron/domain/session.ts'
import { errorSentence } from '../../api/api-error.ts'
import { call } from '../../api/client.ts'
import { newId } from '../../api/new-id.ts'

export type PendingLine = {
  input: Input<'session.addLine'>
  /** What the core said; null while it is on its way. */
  failure: string | null
}

/** Lines are sent one after the other, in the order in which they were typed. */
export function useLines(meetingId: string) {
  const [pending, setPending] = useState<readonly PendingLine[]>([])
  const chain = useRef<Promise<void>>(Promise.resolve())
  const send = useCallback((input: Input<'session.addLine'>) => {
    const mark = (failure: string | null) =>
      setPending((lines) => lines.map((line) => (line.input.id === input.id ? { input, failure } : line)))
    mark(null)
    chain.current = chain.current.then(async () => {
      try {
        await call('session.addLine', input)
        setPending((lines) => lines.filter((line) => line.input.id !== input.id))
      } catch (error) {
        mark(errorSentence(error))
      }
    })
  }, [])
  const add = useCallback(
    (fields: SessionLineFields) => {
      const input = { id: newId(), meetingId, at: new Date().toISOString(), fields }
      setPending((lines) => [...lines, { input, failure: null }])
      send(input)
    },
    [meetingId, send],
  )
  return { pending, add, retry: send }
}
