// Pending: the delivery that was looked at and is neither taken in nor dropped; one at a time on a data folder, in memory: the
// program's end drops it.
import { rm } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { AppError } from '../../contract/errors.ts'
import type { DeliveryReading, PreviewRow } from '../../domain/watch-delivery.ts'

export type Pending = {
  token: string
  name: string
  path: string
  reading: DeliveryReading
  /** Rows that change something. */
  rows: readonly PreviewRow[]
}

const pendings = new Map<string, Pending>()
const underWay = new Map<string, AbortController>()

/** @throws AppError `not-found` when it was dropped, or another one was looked at since */
export function pendingOf(dataFolder: string, token: string): Pending {
  const pending = pendings.get(dataFolder)
  if (pending?.token !== token) throw new AppError('not-found')
  return pending
}

export async function putPending(dataFolder: string, pending: Pending): Promise<void> {
  await dropPending(dataFolder)
  pendings.set(dataFolder, pending)
}

export async function dropPending(dataFolder: string): Promise<void> {
  const former = pendings.get(dataFolder)
  pendings.delete(dataFolder)
  if (former !== undefined) await rm(former.path, { force: true })
}

/** @throws AppError `busy` while another one is under way */
export async function alone<T>(dataFolder: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (underWay.has(dataFolder)) throw new AppError('busy')
  const controller = new AbortController()
  underWay.set(dataFolder, controller)
  // Each text is garbage as soon as it is compared or stored: a young generation that grows to hold them takes 100 MB more.
  setFlagsFromString('--semi-space-growth-factor=1')
  try {
    return await work(controller.signal)
  } finally {
    setFlagsFromString('--semi-space-growth-factor=2')
    underWay.delete(dataFolder)
  }
}

export function stopUnderWay(dataFolder: string): void {
  underWay.get(dataFolder)?.abort()
}
