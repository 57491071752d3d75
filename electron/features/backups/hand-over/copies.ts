import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { backupsIn } from '../../../db/backups/folder.ts'
import { matchesManifest } from '../../../db/backups/manifest.ts'
import { hashFile } from '../../../db/durable.ts'
import { copyStored, storedIn } from '../../../db/files/store.ts'
import type { DataMark } from '../../../domain/data/backup.ts'
import type { CopyRef } from '../../../domain/data/hand-over.ts'
import type { LongContext } from '../../context.ts'

/** How many of the newest names are opened: names come from clocks, so the newest copy may not bear the newest name. */
const EXAMINED = 8

export type MarkedCopy = { file: string; at: string; sizeBytes: number; mark: DataMark }

/** Copies of these data (or of any, with null), newest first by generation and last change. */
export async function newestCopies(
  { runJob }: Pick<LongContext, 'runJob'>,
  folder: string,
  profileId: string | null,
): Promise<MarkedCopy[]> {
  const marked: MarkedCopy[] = []
  for (const { file, at } of (await plainCopies(folder)).slice(0, EXAMINED)) {
    const path = join(folder, file)
    const mark = await runJob('markBackup', { path })
    if (mark !== null && (profileId === null || mark.profileId === profileId))
      marked.push({ file, at, sizeBytes: (await stat(path)).size, mark })
  }
  return marked.sort((a, b) => byMark(b.mark, a.mark) || (a.at < b.at ? 1 : -1))
}

/** Encrypted copies are not for handing over: another desk does not have their passphrase. */
export async function plainCopies(folder: string) {
  return (await backupsIn(folder)).filter(({ isEncrypted }) => !isEncrypted)
}

/** Whether the first is of a later state of the data. */
export function byMark(a: DataMark, b: DataMark): number {
  return a.generation - b.generation || a.lastChange - b.lastChange
}

/** Whether a copy is all there and sound; one that is still being synchronised is not. */
export async function isSoundCopy(
  { runJob }: Pick<LongContext, 'runJob'>,
  folder: string,
  file: string,
): Promise<boolean> {
  const path = join(folder, file)
  if (!(await matchesManifest(path))) return false
  return (await runJob('checkBackup', { path })).sound
}

/** A copy by its name and its bytes. */
export async function copyRef(folder: string, file: string): Promise<CopyRef> {
  const path = join(folder, file)
  return { file, sha256: await hashFile(path), sizeBytes: (await stat(path)).size }
}

/**
 * Brings every file of a folder's store that is not in the other one yet; given up between two files, those brought stay.
 * @throws AppError `cancelled`
 */
export async function bringFiles(
  fromFolder: string,
  toFolder: string,
  on: { now: Date; step?: (done: number, total: number) => void; signal?: AbortSignal },
): Promise<void> {
  const names = await storedIn(fromFolder)
  await copyStored(fromFolder, toFolder, { needed: names, mentioned: names }, on)
}
