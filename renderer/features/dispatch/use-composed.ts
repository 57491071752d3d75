import { useCallback } from 'react'
import type { ComposedMessage, DispatchView } from '../../../electron/contract/dispatch.ts'
import { call } from '../../api/client.ts'
import { type Made, useMade } from '../../api/use-made.ts'

export type Composed = Made<ComposedMessage>

export function useComposed({ dispatch, documents }: DispatchView): Composed {
  const { id, meetingId } = dispatch
  const make = useCallback(() => call('dispatch.compose', { id }), [id])
  // The part of this message that its size depends on; elsewhere (an agenda, an attachment) a change comes as an event.
  return useMade(make, meetingId, { madeOf: JSON.stringify([dispatch.subject, dispatch.body, documents]) })
}
