// Writes there each document that was sent; what this application did not write is never touched, and a folder that is
// away is said, kept in mind and tried again.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { basename, join, posix } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { SharedFolderState } from '../../contract/dispatch.ts'
import { AppError, type ErrorCode } from '../../contract/errors.ts'
import type { Desk } from '../../db/desk/desk.ts'
import type { Reader, Transaction } from '../../db/driver.ts'
import { keptBytes } from '../../db/files/store.ts'
import { inTurns } from '../../db/in-turn.ts'
import type { Row } from '../../db/tables.ts'
import { numberedName } from '../../documents/file-name.ts'
import { letOthersRead } from '../../documents/for-others.ts'
import { isSharedPath, patternFault, sharedPath } from '../../documents/shared-path.ts'
import { writeAtomically, writeFailure } from '../../documents/write-atomically.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import type { LongContext } from '../context.ts'
import { mayLeave } from '../documents/index.ts'
import { newId } from '../new-id.ts'

/** Longest time somebody waits for the folder; a file server that does not answer is left to itself. */
const PATIENCE_MS = 4_000

export async function sharedFolderState({
  tx,
  desk,
}: {
  tx: Reader
  desk: Desk
}): Promise<SharedFolderState> {
  return {
    folderName: desk.sharedFolder === null ? null : basename(desk.sharedFolder),
    pattern: desk.sharedPattern,
    queuedCount: (await queuedFiles(tx)).length,
    lastWrittenAt: desk.sharedWrittenAt,
    lastFailure: desk.sharedFailure,
  }
}

const stateNow = (context: LongContext) => context.read(sharedFolderState)

/** Takes a folder as the shared one from now on; `folder-unreachable` when it is none. */
export async function chooseSharedFolder(context: LongContext, path: string): Promise<SharedFolderState> {
  await expectFolder(path)
  await context.setDesk({ sharedFolder: path, sharedFailure: null })
  return retrySharedFolder(context)
}

export async function setSharedPattern(context: LongContext, pattern: string): Promise<SharedFolderState> {
  const fault = patternFault(pattern)
  if (fault !== null) throw new AppError('invalid-input', { field: fault })
  await context.setDesk({ sharedPattern: pattern })
  return stateNow(context)
}

export async function leaveSharedFolder(context: LongContext): Promise<SharedFolderState> {
  await context.setDesk({ sharedFolder: null, sharedFailure: null })
  await context.fill(async (tx) => {
    await tx.deleteFrom('sharedFile').where('state', '=', 'queued').execute()
  })
  return stateNow(context)
}

export async function retrySharedFolder(context: LongContext): Promise<SharedFolderState> {
  await writeShared(context)
  return stateNow(context)
}

/** Notes in the transaction of the sending what is to be written; nothing without a shared folder. */
export async function queueShared(
  tx: Transaction,
  { desk, now }: { desk: Desk; now: Date },
  sent: {
    dispatchId: string
    meeting: Meeting
    word: string
    files: readonly { fileName: string; sha256: string }[]
  },
): Promise<void> {
  // Sent, undone and sent again: what was noted the first time is not to be written any more.
  await tx
    .deleteFrom('sharedFile')
    .where('dispatchId', '=', sent.dispatchId)
    .where('state', '=', 'queued')
    .execute()
  if (desk.sharedFolder === null) return
  const { meeting, word } = sent
  const taken = new Set<string>()
  for (const { fileName, sha256 } of sent.files) {
    const path = sharedPath(desk.sharedPattern, {
      année: meeting.date.slice(0, 4),
      date: meeting.date,
      numéro: meeting.number === null ? '' : String(meeting.number),
      titre: meeting.title.trim() || `${word} ${meeting.number ?? ''}`.trim(),
      document: fileName,
    })
    let relativePath = path
    for (let copy = 2; taken.has(relativePath); copy += 1) relativePath = numberedName(path, copy)
    taken.add(relativePath)
    await tx
      .insertInto('sharedFile')
      .values({
        id: newId(now),
        dispatchId: sent.dispatchId,
        relativePath,
        sha256,
        state: 'queued',
        writtenAt: null,
      })
      .execute()
  }
}

/** Documents that wait to be written; none of a sending that was undone. */
function queuedFiles(tx: Reader): Promise<QueuedFile[]> {
  return tx
    .selectFrom('sharedFile')
    .innerJoin('dispatch', 'dispatch.id', 'sharedFile.dispatchId')
    .selectAll('sharedFile')
    .select('dispatch.meetingId')
    .where('sharedFile.state', '=', 'queued')
    .where('dispatch.state', '=', 'sent')
    .orderBy('sharedFile.dispatchId')
    .orderBy('sharedFile.relativePath')
    .execute()
}

/** Writings under way, by data folder. */
const inTurn = inTurns()

/** Writes what waits, or gives up waiting for it: the writing then goes on by itself. */
export async function writeShared(context: LongContext): Promise<void> {
  // What is written and cannot be noted would count as somebody else's.
  if (context.team !== null && (context.team.awaySince !== null || context.team.role === 'lecture')) return
  const turn = inTurn(context.dataFolder, () =>
    context.alone('shared folder', () => writeQueue(context)),
  ).catch((thrown: unknown) => {
    // Another desk of the team is at it.
    if (!(thrown instanceof AppError && thrown.code === 'mail-under-way')) throw thrown
  })
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS)
  })
  try {
    await Promise.race([turn, patience])
  } finally {
    clearTimeout(timer)
    // Nobody waits for it any more: a database closed meanwhile is no error of anybody's.
    turn.catch(() => undefined)
  }
}

async function writeQueue(context: LongContext): Promise<void> {
  const { desk, queue } = await context.read(async ({ tx, desk }) => ({ desk, queue: await queuedFiles(tx) }))
  const folder = desk.sharedFolder
  if (folder === null) return
  if (queue.length === 0) {
    // Nothing waits any more: what was in its way is over. What may never leave is told until something does.
    if (desk.sharedFailure !== null && desk.sharedFailure !== 'file-refused')
      await context.setDesk({ sharedFailure: null })
    return
  }
  let failure: Desk['sharedFailure'] = null
  let written = 0
  for (const file of queue) {
    const away = await failureOf(expectFolder(folder))
    const outcome = away ?? (await writeFile(context, folder, file))
    if (outcome === null) written += 1
    // Files of the others are still on their way to this desk.
    else if (outcome === 'kept-file-missing' && context.team !== null) continue
    else failure = outcome
    // Away or full for one is away or full for all.
    if (away !== null || outcome === 'disk-full') break
  }
  await context.setDesk({
    sharedFailure: failure,
    ...(written === 0 ? {} : { sharedWrittenAt: context.now.toISOString() }),
  })
}

/** Null when the file is there. */
async function writeFile(
  context: LongContext,
  folder: string,
  file: QueuedFile,
): Promise<Desk['sharedFailure']> {
  let place = { relativePath: file.relativePath, isToWrite: false }
  const failure = await failureOf(
    (async () => {
      await expectLeaving(context.dataFolder, file)
      place = await placeOf(context, folder, file)
      if (!place.isToWrite) return
      const bytes = await keptBytes(context.dataFolder, file.sha256)
      await makeFolders(folder, place.relativePath.split('/').slice(0, -1))
      await writeAtomically(join(folder, place.relativePath), bytes)
    })(),
  )
  // What may never leave does not wait either.
  if (failure === 'file-refused')
    await context.fill(async (tx) => {
      await tx.deleteFrom('sharedFile').where('id', '=', file.id).execute()
    })
  if (failure !== null) return failure
  const { relativePath, isToWrite } = place
  await context.fill(async (tx) => {
    await tx
      .updateTable('sharedFile')
      // Found there already, it is not ours: whoever put it there may change it.
      .set({ state: 'written', relativePath, writtenAt: isToWrite ? context.now.toISOString() : null })
      .where('id', '=', file.id)
      .where('state', '=', 'queued')
      .execute()
  })
  return null
}

/** For a folder that was chosen long ago, gone and closed to us are one: somebody must look at it. */
const unreachable: ReadonlySet<ErrorCode> = new Set(['folder-unreachable', 'folder-gone', 'folder-read-only'])

/** The failure of the disk; null when there was none. */
async function failureOf(work: Promise<void>): Promise<Desk['sharedFailure']> {
  try {
    await work
    return null
  } catch (thrown) {
    const { code } = thrown instanceof AppError ? thrown : writeFailure(thrown, 'write')
    return unreachable.has(code) ? 'folder-unreachable' : code
  }
}

/** The name under which a file may be written: its own, or the first numbered one that is free or ours to replace. */
async function placeOf(
  context: LongContext,
  folder: string,
  file: QueuedFile,
): Promise<{ relativePath: string; isToWrite: boolean }> {
  for (let copy = 1; copy < 1_000; copy += 1) {
    const relativePath = copy === 1 ? file.relativePath : numberedName(file.relativePath, copy)
    const found = await hashOfFile(join(folder, relativePath))
    if (found === null) return { relativePath, isToWrite: true }
    if (found === file.sha256) return { relativePath, isToWrite: false }
    if (await context.read(({ tx }) => mayReplace(tx, file, relativePath, found)))
      return { relativePath, isToWrite: true }
  }
  throw new AppError('unexpected', { message: 'every numbered name is taken in the shared folder' })
}

/** A row that came with a backup or a profile may say anything. @throws AppError `file-refused` */
async function expectLeaving(
  dataFolder: string,
  { relativePath, sha256 }: Pick<QueuedFile, 'relativePath' | 'sha256'>,
): Promise<void> {
  const fileName = posix.basename(relativePath)
  if (!isSharedPath(relativePath) || !(await mayLeave(dataFolder, { sha256, fileName })))
    throw new AppError('file-refused')
}

async function expectFolder(path: string): Promise<void> {
  const found = await stat(path).catch((cause) => {
    throw new AppError('folder-unreachable', { cause })
  })
  if (!found.isDirectory()) throw new AppError('folder-unreachable')
}

/** One by one below the folder: the folder itself is never made, a drive that is not mounted must stay so. */
async function makeFolders(folder: string, names: readonly string[]): Promise<void> {
  let path = folder
  for (const name of names) {
    path = join(path, name)
    await mkdir(path).then(
      () => letOthersRead(path),
      (cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'EEXIST') throw writeFailure(cause, 'write')
      },
    )
  }
}

type QueuedFile = Row<'sharedFile'> & { meetingId: string }

/** Hash of what lies under a path; null when nothing does, empty when it cannot be read: then it is somebody else's. */
async function hashOfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    if (code === 'EISDIR' || code === 'EACCES' || code === 'EPERM') return ''
    throw thrown
  }
}

/**
 * Whether the file found is one that we wrote, unchanged since, for the same meeting, and that gives way to a newer one:
 * a document that is still current keeps its place even against another of the same name.
 */
async function mayReplace(
  tx: Reader,
  file: QueuedFile,
  relativePath: string,
  found: string,
): Promise<boolean> {
  const ours = await tx
    .selectFrom('sharedFile')
    .innerJoin('dispatch', 'dispatch.id', 'sharedFile.dispatchId')
    .select('sharedFile.id')
    .where('sharedFile.relativePath', '=', relativePath)
    .where('sharedFile.sha256', '=', found)
    .where('sharedFile.writtenAt', 'is not', null)
    .where('dispatch.meetingId', '=', file.meetingId)
    .executeTakeFirst()
  if (ours === undefined) return false
  const current = await tx
    .selectFrom('attachment')
    .select('id')
    .where('meetingId', '=', file.meetingId)
    .where('sha256', '=', found)
    .where('replacedBy', 'is', null)
    .executeTakeFirst()
  return current === undefined
}
