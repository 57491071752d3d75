import { useCallback } from 'react'
import type { ComposedMessage, DispatchView } from '../../../electron/contract/dispatch.ts'
import { call } from '../../api/client.ts'
import { type Made, useMade } from '../../api/use-made.ts'

export type Composed = Made<ComposedMessage>

export function useComposed({ dispatch, documents }: DispatchView): Composed {
  const { id, meetingId } = dispatch
  const make = useCallback(() => call('dispatch.compose', { id }), [id])
  // What the size depends on in this message; what it depends on elsewhere (an agenda, an attachment) comes as an event.
  return useMade(make, meetingId, { madeOf: JSON.stringify([dispatch.subject, dispatch.body, documents]) })
}
