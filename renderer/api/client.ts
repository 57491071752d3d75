// One typed call over the bridge; failures become `ApiError`; calls refused while the core restarts are sent again.
import type { Bridge, CoreEvent, Input, Method, MethodsThat, Output } from '../../electron/contract/index.ts'
import type { Envelope } from '../../electron/contract/method.ts'
import { ApiError, loadSentences } from './api-error.ts'
import { sawMore, seenUpTo } from './seen.ts'

declare global {
  interface Window {
    readonly seances: Bridge
  }
}

/** How long a call waits for the core to come back before it fails, in milliseconds. */
const RESTART_PATIENCE_MS = 30_000
/** Asked again after this long even if the event of the core's return was missed. */
const RETRY_MS = 1_000

/** Subscribes to events of the core and of the menu; returns how to stop. */
export function onEvent(listener: (event: CoreEvent) => void): () => void {
  return window.seances.on(listener)
}

let underWay = 0
const watchers = new Set<() => void>()

/** Whether a call has not been answered yet. */
export const isAnswerAwaited = (): boolean => underWay > 0

/** Tells whenever that may have changed; returns how to stop. */
export function watchCalls(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

function countCall(change: 1 | -1): void {
  underWay += change
  for (const watcher of watchers) watcher()
}

/** Asks the privileged side for one thing that stores nothing: what does goes through the outbox, with `store`. */
export function call<M extends MethodsThat<'reads' | 'acts'>>(
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  return sent(method, input)
}

/**
 * While the core restarts the call waits and is sent again, for at most 30 s: nothing typed is lost to a restart.
 * @throws {ApiError} with the code of the contract's closed union.
 */
export async function sent<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  countCall(1)
  try {
    return await answer(method, input)
  } finally {
    countCall(-1)
  }
}

async function answer<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const givesUpAt = Date.now() + RESTART_PATIENCE_MS
  for (;;) {
    const envelope = await send(method, input)
    if (envelope.ok) return envelope.value
    const { error } = envelope
    if (error.code !== 'core-restarting' || Date.now() > givesUpAt) {
      // Without its sentence it is told all the same.
      await loadSentences().catch(() => undefined)
      throw ApiError.of(error)
    }
    await coreIsBack()
  }
}

let entry: number | null = null

/** Of the entry of the journal that the newest write of this window left; null where it left none. */
export const lastEntry = (): number | null => entry

/** One call, made from what this window shows. Where somebody else was quicker, it is answered once that is shown. */
export async function send<M extends Method>(method: M, input: Input<M>): Promise<Envelope<Output<M>>> {
  const envelope = await window.seances.call(method, input, seenUpTo())
  if (envelope.ok && envelope.seq !== undefined) entry = envelope.seq
  if (!envelope.ok && envelope.error.code === 'conflict' && envelope.error.by !== undefined) await sawMore()
  return envelope
}

function coreIsBack(): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      stop()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(finish, RETRY_MS)
    const stop = onEvent((event) => {
      if (event.topic === 'core' && event.state === 'back') finish()
    })
  })
}
