// Backups at rest are examined one after another, so that a rotten one is found before it is needed.
import { basename, join } from 'node:path'
import type { BackupFile, WhichBackup, WhichOpened } from '../../contract/backups.ts'
import { AppError } from '../../contract/errors.ts'
import { backupPath } from '../../db/backups/backup.ts'
import { type ListedBackups, listBackups, placeFolder } from '../../db/backups/list.ts'
import { ENCRYPTED_EXTENSION } from '../../db/backups/name.ts'
import { noteVerdicts, readVerdicts, verdictKey } from '../../db/backups/verdicts.ts'
import { isEncryptedFile } from '../../db/encryption/encrypted-file.ts'
import type { DataMark } from '../../domain/data/backup.ts'
import type { LongContext } from '../context.ts'
import { verifyOpened } from './opened-copy.ts'
import { copyTo, mendEncrypted } from './second-folder.ts'
import { stoppable } from './stoppable.ts'

const DAY_MS = 24 * 60 * 60_000
/** The newest of each place is examined daily, the others weekly. */
const NEWEST_AFTER_MS = DAY_MS
const OTHERS_AFTER_MS = 7 * DAY_MS

/** The file of a backup on this desk. @throws AppError `not-found`, `folder-unreachable`. */
export function fileOf({ ownFolder: dataFolder, desk }: LongContext, { place, token }: WhichBackup): string {
  const folder = placeFolder(dataFolder, desk.copyFolder, place)
  if (folder === null) throw new AppError('not-found')
  return backupPath(folder, token)
}

/**
 * Examines one backup, notes what was found, and mends what can be mended. With its passphrase an encrypted one is opened;
 * without, its bytes are compared with those that were written.
 */
export async function examine(context: LongContext, which: WhichOpened): Promise<BackupFile['condition']> {
  const { ownFolder: dataFolder, now } = context
  const path = fileOf(context, which)
  const key = verdictKey(which.place, which.token)
  const { condition, missing } = await stoppable(context, async (signal) => {
    const found = await stateOf(context, path, which, signal)
    return (await isMended(context, which, found)) ? stateOf(context, path, which, signal) : found
  })
  const known = readVerdicts(dataFolder)[key]
  const mark = known?.mark ?? null
  const data = known?.data ?? (condition === 'damaged' ? null : await markOf(context, path))
  const found = { condition, missing, checkedAt: now.toISOString(), mark, data }
  if (condition === 'damaged' && which.place === 'copies' && (await copiedAgain(context, which.token))) {
    await noteVerdicts(dataFolder, { [key]: { ...found, condition: 'sound' } })
    return 'sound'
  }
  await noteVerdicts(dataFolder, { [key]: found })
  // A damaged one counts no more among those that are kept.
  if (condition === 'damaged' && which.place === 'desk') await context.backup('regular')
  return condition
}

/** How new the data of a backup are; null for an encrypted one, which nobody opened. */
async function markOf({ runJob }: LongContext, path: string): Promise<DataMark | null> {
  return (await isEncryptedFile(path)) ? null : runJob('markBackup', { path })
}

type Found = { condition: BackupFile['condition']; missing: number; lacking: readonly string[] }

async function stateOf(
  context: LongContext,
  path: string,
  { passphrase }: WhichOpened,
  signal: AbortSignal,
): Promise<Found> {
  const byBytes = () => context.runJob('verifyBackup', { path, healFrom: context.ownFolder }, { signal })
  if (passphrase === undefined || !(await isEncryptedFile(path))) return byBytes()
  const opened = await verifyOpened(context, path, { passphrase, method: 'backups.verify', signal })
  return { ...opened, lacking: opened.condition === 'incomplete' ? (await byBytes()).lacking : [] }
}

/** Of an encrypted copy, attachments that went bad are encrypted again while this desk has them. */
async function isMended(
  context: LongContext,
  { place, token }: WhichBackup,
  { condition, lacking }: Found,
): Promise<boolean> {
  if (place !== 'copies' || condition !== 'incomplete' || !token.endsWith(ENCRYPTED_EXTENSION)) return false
  // A copy that could not be mended, on a full disk or in a folder that went away, is said as it was found.
  return (await mendEncrypted(context, lacking).catch(() => 0)) > 0
}

/** A copy that went bad is written again from the same backup beside the data, if that one is sound. */
async function copiedAgain(context: LongContext, token: string): Promise<boolean> {
  const { ownFolder, desk } = context
  const own = placeFolder(ownFolder, null, 'desk')
  if (own === null || desk.copyFolder === null) return false
  const isEncrypted = token.endsWith(ENCRYPTED_EXTENSION)
  // One of a time when copies were encrypted otherwise than now stays as it is.
  if (isEncrypted !== (desk.encryption !== null)) return false
  try {
    const source = isEncrypted ? token.slice(0, -ENCRYPTED_EXTENSION.length) : token
    await copyTo(desk.copyFolder, join(own, basename(source)), context)
    return true
  } catch {
    return false
  }
}

/** Examines the backup whose turn it is, if any; returns whether one was. */
export async function examineNext(context: LongContext): Promise<boolean> {
  const listed = await listBackups(context.ownFolder, context.desk.copyFolder)
  const { files } = listed
  const due = files
    .filter((file) => isDue(file, files.find(({ place }) => place === file.place) === file, context.now))
    .sort((a, b) => (a.checkedAt ?? '').localeCompare(b.checkedAt ?? ''))[0]
  await forgetGone(context.ownFolder, listed)
  if (due === undefined) return false
  await examine(context, { place: due.place, token: due.token })
  return true
}

/** Verdicts on backups that are gone concern nobody any more. */
async function forgetGone(dataFolder: string, { files, unreachable }: ListedBackups): Promise<void> {
  const known = new Set(files.map(({ place, token }) => verdictKey(place, token)))
  const isGone = (key: string) => !known.has(key) && !unreachable.some((place) => key.startsWith(`${place}/`))
  if (Object.keys(readVerdicts(dataFolder)).some(isGone)) await noteVerdicts(dataFolder, {}, isGone)
}

/** A verdict from an instant still to come dates from before a clock was set back. */
function isDue({ checkedAt }: BackupFile, isNewest: boolean, now: Date): boolean {
  if (checkedAt === null) return true
  const age = now.getTime() - Date.parse(checkedAt)
  return age < 0 || age > (isNewest ? NEWEST_AFTER_MS : OTHERS_AFTER_MS)
}
