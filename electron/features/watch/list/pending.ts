// The table that was looked at and is neither taken in nor dropped; one at a time on a data folder, in memory: the
// program's end drops it.
import { AppError } from '../../../contract/errors.ts'
import type { ListedText, ListRow } from '../../../domain/watch/list.ts'

export type PendingList = {
  token: string
  name: string
  texts: readonly ListedText[]
  /** Lines that change something. */
  rows: readonly ListRow[]
}

const pendings = new Map<string, PendingList>()

/** @throws AppError `not-found` when it was dropped, or another one was looked at since */
export function pendingList(dataFolder: string, token: string): PendingList {
  const pending = pendings.get(dataFolder)
  if (pending?.token !== token) throw new AppError('not-found')
  return pending
}

export function putPendingList(dataFolder: string, pending: PendingList): void {
  pendings.set(dataFolder, pending)
}

export function dropPendingList(dataFolder: string): void {
  pendings.delete(dataFolder)
}
