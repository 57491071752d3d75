import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ErrorCode } from '../../electron/contract/errors.ts'
import type { Input, MethodsOf, MethodsThat, Output } from '../../electron/contract/index.ts'
import { type ApiError, errorSentence } from './api-error.ts'
import { call } from './client.ts'
import { outbox, store } from './outbox/window.ts'
import { showToast } from './toasts.ts'

export type Sendable = MethodsOf<'write'> | MethodsOf<'long'> | MethodsOf<'recovery'> | MethodsOf<'shell'>
/** Stores something that somebody gave; it is unsaved as long as this has not succeeded. */
export type Saving = Extract<Sendable, MethodsThat<'saves'>>
/** Says itself how it ended, or only reads what somebody chose. */
export type Acting = Exclude<Sendable, Saving>

type Options<M extends Sendable> = {
  onSuccess?: (value: Output<M>, input: Input<M>) => void
  onError?: (error: ApiError, input: Input<M>) => void
}

/**
 * For who waits for the answer and says the failure where it is waited for. Said once more in the status line, it would
 * come behind, over what was done meanwhile and its way back.
 */
export const saidByCaller = { onError: () => undefined }

/**
 * Stores something by `method`, after what is typed in its row and on its way; meanwhile the saved mark says so. The
 * screens that show what it touched are read again by the core's `changed` event. A failure that its caller neither
 * handles nor shows is said in the status line.
 */
export function useWrite<M extends Saving>(
  method: M,
  options: Options<M> = {},
): UseMutationResult<Output<M>, ApiError, Input<M>> {
  return useSent(method, options, (input) => store(method, input))
}

/** Does something by `method`, likewise after what is typed in its row; its failure leaves nothing unsaved. */
export function useAct<M extends Acting>(
  method: M,
  options: Options<M> = {},
): UseMutationResult<Output<M>, ApiError, Input<M>> {
  return useSent(method, options, (input) => call(method, input))
}

function useSent<M extends Sendable>(
  method: M,
  { onSuccess, onError }: Options<M>,
  send: (input: Input<M>) => Promise<Output<M>>,
): UseMutationResult<Output<M>, ApiError, Input<M>> {
  const caller = useRef<Caller>({ isMounted: false, sent: 0, isRead: false, untold: null })
  const mutation = useMutation<Output<M>, ApiError, Input<M>, number>({
    mutationKey: ['write', method],
    mutationFn: async (input) => send(await afterOwnSaves(input)),
    ...(onSuccess === undefined ? {} : { onSuccess }),
    onMutate: () => {
      caller.current.sent += 1
      return caller.current.sent
    },
    onError: (error, input, rank) => {
      const { isMounted, sent } = caller.current
      if (onError !== undefined) onError(error, input)
      else if (saidElsewhere.has(error.code)) return
      // What was sent since is what the caller draws.
      else if (isMounted && rank === sent) caller.current.untold = error
      else showToast(errorSentence(error))
    },
  })
  useSaid(caller, mutation.error)
  return Object.defineProperty({ ...mutation }, 'error', {
    get: () => {
      caller.current.isRead = true
      return mutation.error
    },
  })
}

/** What is known of who sends, to say a failure once: there, or in the status line. */
type Caller = {
  isMounted: boolean
  /** How often it sent. */
  sent: number
  /** Whether its last drawing read the error, to show it. */
  isRead: boolean
  /** The failure that it has not drawn yet. */
  untold: ApiError | null
}

/** Says a failure that its caller draws without reading it, or was left before it could draw it. */
function useSaid({ current: caller }: { current: Caller }, drawn: ApiError | null): void {
  caller.isRead = false
  useEffect(() => {
    if (caller.untold === null || caller.untold !== drawn) return
    caller.untold = null
    if (!caller.isRead) showToast(errorSentence(drawn))
  })
  useEffect(() => {
    caller.isMounted = true
    return () => {
      caller.isMounted = false
      if (caller.untold !== null) showToast(errorSentence(caller.untold))
      caller.untold = null
    }
  }, [caller])
}

/**
 * Sends, and does `then` once that succeeded, also where the screen was left meanwhile: what was typed is forgotten because
 * it is stored, whoever looks. A failure is shown or said as ever.
 */
export function storing<I, O>(
  write: { readonly mutateAsync: (input: I) => Promise<O> },
  input: I,
  then: (value: O) => void,
): void {
  write.mutateAsync(input).then(then, () => undefined)
}

/** What somebody ended themselves, and what the frame says. */
const saidElsewhere: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['cancelled', 'core-restarting'])

/** The input as it must be sent once the saves of its row are done: a field left by the press on the act itself is one. */
export async function afterOwnSaves<I>(input: I): Promise<I> {
  if (typeof input !== 'object' || input === null || !('id' in input) || !('version' in input)) return input
  const version = await outbox.settleRow(String(input.id))
  return version === undefined ? input : { ...input, version }
}
