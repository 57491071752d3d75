import { keepPreviousData, type UseQueryResult, useQuery as useTanstackQuery } from '@tanstack/react-query'
import type { Input, MethodsThat, Output } from '../../electron/contract/index.ts'
import type { ApiError } from './api-error.ts'
import { call } from './client.ts'

/** Methods that change nothing: reads, rendered documents, what files hold. */
export type Readable = MethodsThat<'reads'>

/** The cache key of a read: the method's name first, so that a `changed` event finds every input of it. */
export function queryKey<M extends Readable>(method: M, input: Input<M>): readonly [M, Input<M>] {
  return [method, input]
}

/**
 * Reads `method`. With `keepPrevious` the last answer stays on screen while another input is read (paging, filters).
 * With `enabled: false` nothing is asked.
 */
export function useQuery<M extends Readable>(
  method: M,
  input: Input<M>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): UseQueryResult<Output<M>, ApiError> {
  return useTanstackQuery<Output<M>, ApiError, Output<M>, readonly [M, Input<M>]>({
    queryKey: queryKey(method, input),
    queryFn: () => call(method, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  })
}
