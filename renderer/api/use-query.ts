import { keepPreviousData, type UseQueryResult, useQuery as useTanstackQuery } from '@tanstack/react-query'
import type { Input, MethodsThat, Output } from '../../electron/contract/index.ts'
import type { ApiError } from './api-error.ts'
import { call } from './client.ts'

/** Methods that change nothing: reads, rendered documents, what files hold. */
export type Readable = MethodsThat<'reads'>

/** The cache key of a read: the method's name and its input, as the core names it too. */
export function queryKey<M extends Readable>(method: M, input: Input<M>): readonly [M, Input<M>] {
  return [method, input]
}

/**
 * Reads `method`. With `keepPrevious` the last answer stays on screen while another input is read (paging, filters).
 * With `enabled: false` nothing is asked. With `isFixed` it is asked once: what is kept for good does not change.
 */
export function useQuery<M extends Readable>(
  method: M,
  input: Input<M>,
  options: { enabled?: boolean; keepPrevious?: boolean; isFixed?: boolean } = {},
): UseQueryResult<Output<M>, ApiError> {
  return useTanstackQuery<Output<M>, ApiError, Output<M>, readonly [M, Input<M>]>({
    queryKey: queryKey(method, input),
    queryFn: () => call(method, input),
    enabled: options.enabled ?? true,
    ...(options.isFixed === true ? { staleTime: 'static' } : {}),
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  })
}
