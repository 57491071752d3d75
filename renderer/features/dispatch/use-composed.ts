import { useCallback } from 'react'
import type { ComposedMessage, DispatchView } from '../../../electron/contract/dispatch.ts'
import { readKey } from '../../../electron/contract/read-key.ts'
import { call } from '../../api/client.ts'
import { type Made, useMade } from '../../api/use-made.ts'

export type Composed = Made<ComposedMessage>

export function useComposed({ dispatch, documents }: DispatchView): Composed {
  const { id } = dispatch
  const make = useCallback(() => call('dispatch.compose', { id }), [id])
  // The part of this message that its size depends on.
  return useMade(readKey('dispatch.compose', { id }), make, {
    madeOf: JSON.stringify([dispatch.subject, dispatch.body, documents]),
  })
}
