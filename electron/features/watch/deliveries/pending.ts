// The delivery that was looked at and is neither taken in nor dropped; one at a time on a data folder, in memory: the
// program's end drops it.
import { rm } from 'node:fs/promises'
import { AppError } from '../../../contract/errors.ts'
import type { DeliveryReading, PreviewRow } from '../../../domain/watch/delivery.ts'
import { oneAtATime } from '../../one-at-a-time.ts'

export type Pending = {
  token: string
  name: string
  path: string
  reading: DeliveryReading
  /** Rows that change something. */
  rows: readonly PreviewRow[]
}

const pendings = new Map<string, Pending>()

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

/** The look at a delivery or its import that is under way. */
export const { alone, stop: stopUnderWay } = oneAtATime()
