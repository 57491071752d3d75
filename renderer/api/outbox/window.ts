import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Input, Method, MethodsThat, Output } from '../../../electron/contract/index.ts'
import type { Envelope } from '../../../electron/contract/method.ts'
import { readKey } from '../../../electron/contract/read-key.ts'
import { onEvent, send, sent } from '../client.ts'
import { lastMade } from '../last-made.ts'
import { Outbox, type SaveState } from './outbox.ts'
import { settled, type Unsent } from './unsent.ts'

/** The one outbox of the window. What is in it outlives the screen that it was typed in. */
export const outbox = new Outbox(() => window.location.hash)

const MAY_WRITE = readKey('handOver.writer', {}) ?? ''

let isConnected = false

/** Sends what is typed whenever it may be the last moment, and says to the shell what came of it. */
export function followSaveNow(): void {
  if (isConnected) return
  isConnected = true
  const flush = () => void outbox.flush()
  const leave = () => void outbox.flush(true)
  onEvent((event) => {
    if (event.topic === 'save-now') void leaveAndTell()
    else if (event.topic === 'core' && event.state === 'back') outbox.reopened()
    // Whether this desk may write may have changed.
    else if (event.topic === 'changed' && (event.reads === 'all' || event.reads.includes(MAY_WRITE))) flush()
  })
  window.addEventListener('beforeunload', leave)
  window.addEventListener('pagehide', leave)
  for (const event of ['blur', 'focus', 'online']) window.addEventListener(event, flush)
}

async function leaveAndTell(): Promise<void> {
  await outbox.settled()
  await settled(ask('desk.saved', { isStored: outbox.isStored }))
}

/** One call whose failure is a value: the outbox decides itself when to send again. */
export function ask<M extends Method>(method: M, input: Input<M>): Promise<Envelope<Output<M>>> {
  return send(method, input)
}

/** One call that stores something, which the saved mark tells: while it is on its way, and when it was. */
export async function store<M extends MethodsThat<'saves'>>(method: M, input: Input<M>): Promise<Output<M>> {
  const made = rowOf(/\.add/, method, input)
  if (made !== null) lastMade.set(made)
  const value = await outbox.perform(() => sent(method, input))
  const removed = rowOf(/\.remove/, method, input)
  if (removed !== null) outbox.rowRemoved(removed)
  return value
}

/** The row that a method makes or takes out: its name says that it does, `id` which one. */
function rowOf(way: RegExp, method: Method, input: unknown): string | null {
  if (!way.test(method) || typeof input !== 'object' || input === null || !('id' in input)) return null
  return String(input.id)
}

/** The envelope of a read, with what is wanted of it. */
export function pick<A, B>(envelope: Envelope<A>, of: (value: A) => B): Envelope<B> {
  return envelope.ok ? { ok: true, value: of(envelope.value) } : envelope
}

/** The entry that the window keeps under `key`, held for as long as this screen shows it. */
export function useUnsent<U extends Unsent>(key: string, make: () => U): U {
  const first = useRef(make)
  first.current = make
  const unsent = useMemo(() => outbox.open(key, () => first.current()), [key])
  useEffect(() => {
    followSaveNow()
    return outbox.retain(key, unsent)
  }, [key, unsent])
  return unsent
}

/** Whether everything typed is stored, and when or why not. */
export function useSaveState(): SaveState {
  return useSyncExternalStore(outbox.subscribe, outbox.state)
}

/** All that is not stored, drawn again at each change of it. */
export function useOutbox(): Outbox {
  useSyncExternalStore(outbox.watch, outbox.revision)
  return outbox
}
