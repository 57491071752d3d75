import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { EncryptedFile } from '../../../contract/encryption.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Source, SourceCounts } from '../../../contract/hand-over.ts'
import type { Parsed } from '../../../contract/index.ts'
import type { EncryptionKey } from '../../../contract/wire-encryption.ts'
import { backupsIn } from '../../../db/backups/folder.ts'
import { manifestPath, matchesManifest } from '../../../db/backups/manifest.ts'
import { BACKUP_FOLDER, parseBackupName } from '../../../db/backups/name.ts'
import { OPENED_FOLDER } from '../../../db/backups/opened-folder.ts'
import { settledFor } from '../../../db/desk/desk.ts'
import { readSeen } from '../../../db/desk/shared-writer.ts'
import { isEncryptedFile } from '../../../db/encryption/encrypted-file.ts'
import { DATABASE_NAME } from '../../../db/open.ts'
import { toAppError } from '../../../db/translate-error.ts'
import { isOffer } from '../../../domain/data/hand-over.ts'
import type { LongContext } from '../../context.ts'
import { chooseEncrypted, chosenEncrypted } from '../chosen-file.ts'
import { withOpened } from '../opened-copy.ts'
import { stoppable } from '../stoppable.ts'
import { actsIn } from './acts.ts'
import { bringFiles, byMark, isSoundCopy, newestCopies, plainCopies } from './copies.ts'
import { thisMachine } from './machine.ts'
import { take } from './steps.ts'

const STAGED_NAME = 'reprise'

/** Where the data lie that were found: one finished file, the folder whose store goes with it, and the shared folder if it is one. */
type Found = {
  file: string
  storeFolder: string
  at: string | null
  shared: string | null
  encrypted?: Encrypted
}

/** Where it was encrypted, and what goes on encrypting there; null when it was opened with the recovery sheet. */
type Encrypted = { path: string; folder: string | null; key: EncryptionKey | null }

/** Examined sources by token; kept until the process ends. */
const examined = new Map<string, Found>()

/**
 * Finds the newest whole copy in what was chosen, and says what it holds; nothing is changed. An encrypted one waits for
 * its passphrase.
 */
export async function examineSource(context: LongContext, path: string): Promise<Source | EncryptedFile> {
  return (await encryptedIn(path)) ?? described(context, await foundIn(context, path), basename(path))
}

/** The same for what was encrypted: its plain files wait beside the data until they are taken over. */
export async function openSource(
  context: LongContext,
  { encryptedToken, passphrase }: Parsed<'handOver.openSource'>,
): Promise<Source> {
  const { path, folder } = chosenEncrypted(encryptedToken)
  return stoppable(context, (signal) => {
    const how = { passphrase, method: 'handOver.openSource', signal, attachments: 'all' } as const
    return withOpened(context, path, how, async (opened) => {
      const staged = join(context.ownFolder, OPENED_FOLDER, STAGED_NAME)
      await rm(staged, { recursive: true, force: true })
      await rename(dirname(opened.path), staged)
      const file = join(staged, basename(opened.path))
      if (!(await context.runJob('checkBackup', { path: file })).sound)
        throw new AppError('encrypted-damaged')
      const at = parseBackupName(basename(path))?.at ?? null
      const encrypted = { path, folder, key: opened.key }
      return described(
        context,
        { file, storeFolder: staged, at, shared: null, encrypted },
        basename(folder ?? path),
      )
    })
  })
}

/** The newest copy of what was chosen when it is encrypted; null when it is not. */
async function encryptedIn(path: string): Promise<EncryptedFile | null> {
  if ((await stat(path).catch(() => null))?.isDirectory() !== true)
    return (await isEncryptedFile(path)) ? chooseEncrypted(path) : null
  if (existsSync(join(path, DATABASE_NAME))) return null
  const [newest, ...others] = await backupsIn(path).catch(() => [])
  if (newest?.isEncrypted !== true) return null
  for (const { file, isEncrypted } of [newest, ...others])
    if (isEncrypted && (await matchesManifest(join(path, file))))
      return chooseEncrypted(join(path, file), path)
  return chooseEncrypted(join(path, newest.file), path)
}

async function described(context: LongContext, found: Found, name: string): Promise<Source> {
  const counts = await context.runJob('countCopy', { path: found.file, storeFolder: found.storeFolder })
  const token = randomUUID()
  examined.set(token, found)
  // Its list says what lies there, encrypted or not.
  const file = found.encrypted?.path ?? found.file
  return {
    ...{ token, name, at: found.at, counts },
    sizeBytes: (await stat(file)).size,
    hashMatches: existsSync(manifestPath(file)) ? await matchesManifest(file) : null,
    heldBy: found.shared === null ? null : await holderIn(context, found.shared),
  }
}

/** Puts them in place of this desk's own, which stay as a backup; returns what is here then. */
export async function takeSource(context: LongContext, token: string): Promise<SourceCounts> {
  const found = examined.get(token)
  if (found === undefined) throw new AppError('not-found')
  // Attachments first: data never speak of files that are not here. They are what takes long, and can be given up.
  const step = (done: number, total: number) =>
    context.emit({ topic: 'progress', method: 'handOver.takeSource', done, total })
  const { now } = context
  await stoppable(context, (signal) =>
    bringFiles(found.storeFolder, context.ownFolder, { now, step, signal }),
  )
  if (found.shared === null) {
    await context.replaceData(found.file)
    if (found.encrypted !== undefined) await goOnEncrypting(context, found.encrypted)
  } else await takeShared(context, found.shared)
  examined.delete(token)
  for (const place of [STAGED_NAME, join(OPENED_FOLDER, STAGED_NAME)])
    await rm(join(context.ownFolder, place), { recursive: true, force: true })
  const path = await context.backup('manual')
  return context.runJob('countCopy', { path, storeFolder: context.ownFolder })
}

/** Data taken from a folder of encrypted copies are copied there again, under the same passphrase. */
async function goOnEncrypting(context: LongContext, { folder, key }: Encrypted): Promise<void> {
  if (folder === null || key === null || context.desk.encryption !== null) return
  const encryption = { ...key, since: context.now.toISOString() }
  const isSettled = settledFor(context.ownFolder).CopyFolder !== undefined
  const place = isSettled ? {} : { copyFolder: folder, copyDeclined: false }
  await context.setDesk({ ...place, lastFailure: null, encryption })
}

/** From a folder of copies the hand comes along, so that a desk that still has these data learns where it went. */
async function takeShared(context: LongContext, shared: string): Promise<void> {
  const acts = await actsIn(context, shared)
  const { handOverFolder, copyFolder, copyDeclined, lastFailure } = context.desk
  // Known before the taking begins: one that a stop cuts short is finished, or given up, in that folder.
  await context.setDesk({ handOverFolder: null, copyFolder: shared, copyDeclined: false, lastFailure: null })
  try {
    await take(acts, !isOffer(await acts.look(), acts.me.id))
  } catch (thrown) {
    if (context.writer.state !== 'taking')
      await context.setDesk({ handOverFolder, copyFolder, copyDeclined, lastFailure })
    throw thrown
  }
}

async function foundIn(context: LongContext, path: string): Promise<Found> {
  try {
    if ((await stat(path)).isFile()) return await foundFile(context, path)
    const copies = await newestIn(context, path)
    if (!existsSync(join(path, DATABASE_NAME))) {
      if (copies === null) throw new AppError('not-a-backup')
      return { ...copies, shared: path }
    }
    return await newestOfDataFolder(context, path)
  } catch (thrown) {
    throw toAppError(thrown)
  }
}

async function foundFile(context: LongContext, path: string): Promise<Found> {
  if (!(await matchesManifest(path))) throw new AppError('copy-not-arrived')
  if (!(await context.runJob('checkBackup', { path })).sound) throw new AppError('not-a-backup')
  return { file: path, storeFolder: dirname(path), at: null, shared: null }
}

/** The newest whole copy of a folder. */
async function newestIn(context: LongContext, folder: string): Promise<Omit<Found, 'shared'> | null> {
  const marked = await newestCopies(context, folder, null)
  const named = await plainCopies(folder)
  for (const { file, at } of marked.length > 0 ? marked : named)
    if (await isSoundCopy(context, folder, file)) return { file: join(folder, file), storeFolder: folder, at }
  return null
}

/** A copied data folder: its database with the log, unless one of its backups is newer or it cannot be read. */
async function newestOfDataFolder(context: LongContext, folder: string): Promise<Found> {
  const into = join(context.ownFolder, STAGED_NAME)
  const live = await context.runJob('finishFolder', { from: folder, into }).catch(() => null)
  const isLiveSound = live !== null && (await context.runJob('checkBackup', { path: live.path })).sound
  const backups = join(folder, BACKUP_FOLDER)
  const copy = existsSync(backups) ? await newestIn(context, backups) : null
  if (!isLiveSound || live === null) {
    if (copy === null) throw new AppError('not-a-backup')
    return { ...copy, shared: null }
  }
  const [own, other] = await Promise.all(
    [live.path, copy?.file].map((path) =>
      path === undefined ? null : context.runJob('markBackup', { path }),
    ),
  )
  if (copy !== null && own && other && byMark(other, own) > 0) return { ...copy, shared: null }
  return { file: live.path, storeFolder: folder, at: null, shared: null }
}

async function holderIn(context: LongContext, folder: string): Promise<string | null> {
  const { sharedWriter } = await readSeen(folder)
  const { id } = await thisMachine(context)
  return typeof sharedWriter === 'string' || sharedWriter.state !== 'held' || sharedWriter.machine.id === id
    ? null
    : sharedWriter.machine.name
}
