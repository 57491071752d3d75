// Backup: a finished copy of the database, checked in another process, named by its instant and reason, rotated.

import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import Database from 'better-sqlite3'
import { AppError } from '../contract/errors.ts'
import type { BackupFile } from '../contract/settings.ts'
import { copyMissing } from './attachment-store.ts'
import { renameDurably, syncFolder } from './durable.ts'
import { nativeOptions } from './native.ts'
import { toAppError } from './translate-error.ts'

export const BACKUP_FOLDER = 'sauvegardes'
export const BACKUP_EXTENSION = '.seances'

export type BackupReason = BackupFile['reason']
export type CheckBackup = (
  path: string,
) => Promise<{ sound: boolean; meetings: number; schemaVersion: number }>

const name = /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)_([a-z-]+)\.seances$/
const reasons: readonly string[] = [
  'regular',
  'close',
  'manual',
  'before-migration',
  'before-restore',
  'hand-over',
]

/** Writes a backup of the live database into a folder: copy page by page, checked whole, hash beside, fsync, rename. */
export async function makeBackup(
  sqlite: Database.Database,
  dataFolder: string,
  reason: BackupReason,
  now: Date,
  check: CheckBackup,
): Promise<string> {
  const folder = join(dataFolder, BACKUP_FOLDER)
  const path = join(folder, backupName(now, reason))
  const temporary = `${path}.tmp`
  try {
    if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(dataFolder)
    await sqlite.backup(temporary)
    // The copy keeps the WAL flag: back to one plain file, so that it can be read from a read-only place.
    const copy = new Database(temporary, nativeOptions())
    copy.pragma('journal_mode = DELETE')
    copy.close()
    if (!(await check(temporary)).sound) throw new AppError('data-damaged')
    // Attachments before the backup that speaks of them: whoever sees the one has the others.
    await copyMissing(dataFolder, folder)
    await finish(temporary, path)
    await rotate(folder, now)
    return path
  } catch (thrown) {
    await rm(temporary, { force: true })
    throw toAppError(thrown)
  }
}

/** A verified copy of a finished backup in a second folder, with the attachments it speaks of. */
export async function copyBackup(path: string, secondFolder: string, now: Date): Promise<void> {
  if (!existsSync(secondFolder)) throw new AppError('folder-unreachable')
  const target = join(secondFolder, basename(path))
  const temporary = `${target}.tmp`
  try {
    await copyFile(path, temporary)
    if ((await hashFile(temporary)) !== (await hashFile(path))) throw new AppError('data-damaged')
    await copyMissing(join(path, '..'), secondFolder)
    await finish(temporary, target)
    await rotate(secondFolder, now)
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw toAppError(thrown)
  }
}

/** Backups of a data folder, newest first. */
export async function listBackups(dataFolder: string): Promise<BackupFile[]> {
  const folder = join(dataFolder, BACKUP_FOLDER)
  return existsSync(folder) ? backupsIn(folder) : []
}

/** Backups that lie in a folder, newest first. */
export async function backupsIn(folder: string): Promise<BackupFile[]> {
  const files: BackupFile[] = []
  for (const token of await readdir(folder)) {
    const parsed = parseName(token)
    if (parsed)
      files.push({
        token,
        at: parsed.at,
        reason: parsed.reason,
        sizeBytes: (await stat(join(folder, token))).size,
      })
  }
  return files.sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Names of the finished copies of a folder, newest name first: a name comes from a clock. */
export async function copyNames(folder: string): Promise<{ file: string; at: string }[]> {
  const files = (await readdir(folder)).flatMap((file) => {
    const parsed = parseName(file)
    return parsed ? [{ file, at: parsed.at }] : []
  })
  return files.sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Whether a finished copy is still what the hash beside it says; one without it is not known to be otherwise. */
export async function matchesHashBeside(path: string): Promise<boolean> {
  const beside = await readFile(`${path}.sha256`, 'utf8').catch(() => null)
  return beside === null || beside.slice(0, 64) === (await hashFile(path))
}

/** The file of a backup named by its token; a token that names no backup of ours is `not-found`. */
export function backupPath(dataFolder: string, token: string): string {
  const path = join(dataFolder, BACKUP_FOLDER, token)
  if (!parseName(token) || !existsSync(path)) throw new AppError('not-found')
  return path
}

/** Lower-case hex SHA-256 of a finished file (never of the live database). */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** The hash first: beside a backup there is never half of one. */
async function finish(temporary: string, path: string): Promise<void> {
  const beside = `${path}.sha256`
  await writeFile(`${beside}.tmp`, `${await hashFile(temporary)}  ${basename(path)}\n`)
  await renameDurably(`${beside}.tmp`, beside)
  await renameDurably(temporary, path)
}

function backupName(now: Date, reason: BackupReason): string {
  return `${now.toISOString().replaceAll(/[:.]/g, '-')}_${reason}${BACKUP_EXTENSION}`
}

function parseName(file: string): { at: string; reason: BackupReason } | null {
  const [, stamp, reason] = name.exec(file) ?? []
  if (stamp === undefined || reason === undefined || !reasons.includes(reason)) return null
  const at = stamp.replace(/T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z/, 'T$1:$2:$3.$4Z')
  return { at, reason: reason as BackupReason }
}

/** Three of today, one a day for 14 days, one a month for 12 months, five of each "before" kind and of those handed over; the rest goes. */
async function rotate(folder: string, now: Date): Promise<void> {
  const all = (await readdir(folder))
    .flatMap((file) => {
      const parsed = parseName(file)
      return parsed ? [{ file, ...parsed }] : []
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
  const kept = new Map<string, number>()
  for (const { file, at, reason } of all) {
    const ageDays = (now.getTime() - Date.parse(at)) / 86_400_000
    const isBefore = reason === 'before-migration' || reason === 'before-restore' || reason === 'hand-over'
    const [slot, most] = isBefore
      ? [reason, 5]
      : at.slice(0, 10) === now.toISOString().slice(0, 10)
        ? ['today', 3]
        : ageDays <= 14
          ? [at.slice(0, 10), 1]
          : ageDays <= 366
            ? [at.slice(0, 7), 1]
            : ['old', 0]
    const count = (kept.get(slot) ?? 0) + 1
    kept.set(slot, count)
    if (count <= most) continue
    await rm(join(folder, file), { force: true })
    await rm(join(folder, `${file}.sha256`), { force: true })
  }
}
