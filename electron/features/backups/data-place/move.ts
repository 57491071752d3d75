// This desk's data copied to another folder of this machine, compared, and from one moment on lying there. What was
// left stays, whole, in the former folder. Killed at any moment before that one, the data are where they were; after
// it, where they go; and begun again it goes on from what was copied.
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import type { MovedData } from '../../../contract/data-place.ts'
import { AppError } from '../../../contract/errors.ts'
import { copyFolder, filesToCopy } from '../../../db/backups/copy-folder.ts'
import { riskOf } from '../../../db/desk/data-place.ts'
import { readOrigin, writeMovedNote, writeOrigin } from '../../../db/desk/moved.ts'
import { copyDurably, hashFile, syncFolder } from '../../../db/durable.ts'
import { DATABASE_NAME } from '../../../db/replace.ts'
import { toAppError } from '../../../db/translate-error.ts'
import { movedNoteText } from '../../../documents/text/data-place.ts'
import type { LongContext } from '../../context.ts'
import { oneAtATime } from '../../one-at-a-time.ts'
import { nameOfMachine } from '../hand-over/machine.ts'

/** Ends the name of a folder that is being filled. */
const UNFINISHED = '-en-cours'

const movings = oneAtATime()

/** @param into an existing or new folder of this machine; the data get one of their own in it. */
export async function moveData(
  context: LongContext,
  { into, name }: { into: string; name: string },
): Promise<MovedData & { folder: string }> {
  const { ownFolder: from } = context
  return movings.alone(from, async (signal) => {
    try {
      if (isWithin(into, from) || (await riskOf(into)) !== null) throw new AppError('place-refused')
      return await move(context, into, name, signal)
    } catch (thrown) {
      throw toAppError(thrown)
    }
  })
}

export function stopMoving({ ownFolder }: LongContext): void {
  movings.stop(ownFolder)
}

async function move(
  context: LongContext,
  into: string,
  name: string,
  signal: AbortSignal,
): Promise<MovedData & { folder: string }> {
  const { ownFolder: from, emit } = context
  await mkdir(into, { recursive: true })
  const folder = freeFolder(into, name, from)
  const staging = `${folder}${UNFINISHED}`
  // One that was finished and never counted is filled on.
  if (existsSync(folder)) await rename(folder, staging)
  await mkdir(staging, { recursive: true })
  await expectRoom(from, into, staging)
  const known = new Map<string, { written: number; size: number }>()
  const on = {
    signal,
    step: (done: number, total: number) => emit({ topic: 'progress', method: 'dataPlace.move', done, total }),
  }
  // Large files go first, while people write on; the changes made meanwhile are small.
  await copyFolder(from, staging, known, on)
  return context.leave(async () => {
    const backup = await context.backup('manual')
    const { files, bytes } = await copyFolder(from, staging, known, on)
    const { meetings, sha256 } = await copyDatabase(context, backup, staging)
    if (signal.aborted) throw new AppError('cancelled')
    const sizeBytes = bytes + (await stat(join(staging, DATABASE_NAME))).size
    const at = context.now.toISOString()
    await writeOrigin(staging, {
      kind: 'seances-inp/provenance',
      ...{ from, at, files: files + 1, bytes: sizeBytes, sha256, state: 'begun', asideName: null },
    })
    await rename(staging, folder)
    await syncFolder(dirname(folder))
    // From here on the data are those of the new folder.
    await writeMovedNote(from, {
      kind: 'seances-inp/donnees-deplacees',
      readMe: movedNoteText.note,
      ...{ to: folder, host: hostname(), machineName: nameOfMachine(context.desk.machine) },
      ...{ who: context.who.slice(0, 200), at },
    })
    return { folder, folderName: basename(folder), files: files + 1, sizeBytes, meetings }
  })
}

/** The finished copy in place of the live database: the same bytes, found sound where they arrived, and counted. */
async function copyDatabase(
  { runJob, ownFolder }: LongContext,
  backup: string,
  staging: string,
): Promise<{ meetings: number; sha256: string }> {
  const path = join(staging, DATABASE_NAME)
  await rm(path, { force: true })
  await copyDurably(backup, path)
  const sha256 = await hashFile(path)
  const [verdict, there, here] = await Promise.all([
    runJob('checkBackup', { path }),
    runJob('countCopy', { path, storeFolder: staging }),
    runJob('countCopy', { path: backup, storeFolder: ownFolder }),
  ])
  const isSame = JSON.stringify(there) === JSON.stringify(here)
  if (!verdict.sound || !isSame || sha256 !== (await hashFile(backup))) throw new AppError('move-failed')
  return { meetings: there.meetings, sha256 }
}

/** A folder that is not there yet, or our own copy of these data that nobody opened. */
function freeFolder(into: string, name: string, from: string): string {
  for (let count = 1; ; count += 1) {
    const folder = join(into, count === 1 ? name : `${name}-${count}`)
    const origin = readOrigin(folder)
    if (!existsSync(folder) || (origin?.from === from && origin.state === 'begun')) return folder
  }
}

async function expectRoom(from: string, into: string, staging: string): Promise<void> {
  const { bavail, bsize } = await statfs(into)
  const [files, there, database] = await Promise.all([
    sizeOf(from),
    sizeOf(staging),
    stat(join(from, DATABASE_NAME)),
  ])
  // The database itself, and as much again for its backup and its log.
  if (bavail * bsize < files - there + 3 * database.size) throw new AppError('disk-full')
}

async function sizeOf(folder: string): Promise<number> {
  return [...(await filesToCopy(folder)).values()].reduce((sum, size) => sum + size, 0)
}

function isWithin(folder: string, top: string): boolean {
  const way = relative(top, folder)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}
