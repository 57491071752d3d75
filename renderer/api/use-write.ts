import { type UseMutationResult, useIsMutating, useMutation } from '@tanstack/react-query'
import type { Input, MethodsOf, Output } from '../../electron/contract/index.ts'
import type { ApiError } from './api-error.ts'
import { call } from './client.ts'
import { afterOwnSaves } from './own-saves.ts'

export type Writable = MethodsOf<'write'> | MethodsOf<'long'> | MethodsOf<'recovery'> | MethodsOf<'shell'>

/**
 * Sends `method`. The screens that show what it touched are read again by the core's `changed` event.
 * Every mutation of a `write` method counts in "Enregistrement…" of the title bar (mutation key `write`).
 */
export function useWrite<M extends Writable>(
  method: M,
  options: {
    onSuccess?: (value: Output<M>, input: Input<M>) => void
    onError?: (error: ApiError, input: Input<M>) => void
  } = {},
): UseMutationResult<Output<M>, ApiError, Input<M>> {
  return useMutation<Output<M>, ApiError, Input<M>>({
    mutationKey: ['write', method],
    mutationFn: async (input) => call(method, await afterOwnSaves(input)),
    ...(options.onSuccess === undefined ? {} : { onSuccess: options.onSuccess }),
    ...(options.onError === undefined ? {} : { onError: options.onError }),
  })
}

/** Whether one of these methods is being sent, from this screen or from one that was left meanwhile. */
export function useUnderWay(...methods: readonly Writable[]): boolean {
  return (
    useIsMutating({ predicate: ({ options }) => methods.some((one) => one === options.mutationKey?.[1]) }) > 0
  )
}
