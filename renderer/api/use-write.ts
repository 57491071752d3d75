import { type UseMutationResult, useIsMutating, useMutation } from '@tanstack/react-query'
import type { Input, MethodsOf, Output } from '../../electron/contract/index.ts'
import { type ApiError, errorCode } from './api-error.ts'
import { call } from './client.ts'
import { outbox } from './outbox/window.ts'

export type Writable = MethodsOf<'write'> | MethodsOf<'long'> | MethodsOf<'recovery'> | MethodsOf<'shell'>

/**
 * Sends `method`, after what is typed in its row and on its way. The screens that show what it touched are read again by
 * the core's `changed` event.
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
    mutationFn: (input) => {
      const send = async () => call(method, await afterOwnSaves(input))
      return isSave(method) ? outbox.perform(send, isLost) : send()
    },
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

/** The input as it must be sent once the saves of its row are done: a field left by the press on the act itself is one. */
export async function afterOwnSaves<I>(input: I): Promise<I> {
  if (typeof input !== 'object' || input === null || !('id' in input) || !('version' in input)) return input
  const version = await outbox.settleRow(String(input.id))
  return version === undefined ? input : { ...input, version }
}

/** What these could not do leaves nothing unsaved that was typed; they say themselves what happened. */
const savesNothing =
  /^(backups|recovery|archive|profile)\.|^keptFiles\.(?!leave$)|\.(open|openFile|openSent|reveal|look|stop\w*)$/
/** They only read what somebody chose: a file that is refused. Attaching chosen files or resuming a meeting saves. */
const readsOnly = /^(takeover|deliveries|imports|observations|watchList)\.(choose|resume)$|\.read\w*$/

function isSave(method: Writable): boolean {
  return !savesNothing.test(method) && !readsOnly.test(method)
}

/** What somebody ended is not lost. */
function isLost(thrown: unknown): boolean {
  return errorCode(thrown) !== 'cancelled'
}
