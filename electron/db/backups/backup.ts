// A finished copy of the database with the attachments it speaks of, examined in another process, under its name only
// once it is whole and durable; then, and only then, older ones are taken away.
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import type { DatabaseVerdict } from '../../contract/wire-backups.ts'
import { type BackupReason, type KeptRule, usualRule } from '../../domain/data/backup.ts'
import { copyHashing, hashFile, renameDurably, syncFolder, whyNotWritten } from '../durable.ts'
import { copyStored, STORE_NAME, storedIn } from '../files/store.ts'
import { toAppError } from '../translate-error.ts'
import { backupsIn, dropLeftovers, rotate, spokenOf, touch } from './folder.ts'
import { copiesInQuestion } from './in-question.ts'
import { readManifest, writeManifest } from './manifest.ts'
import { BACKUP_FOLDER, backupName, parseBackupName } from './name.ts'
import { noteVerdicts, readVerdicts, verdictKey } from './verdicts.ts'

/** Pages copied between two calls of the window: a few tenths of a millisecond. */
const PAGES_AT_ONCE = 64

export type MadeBackup = {
  path: string
  verdict: DatabaseVerdict
  /** Attachments it speaks of that the data no longer have whole. */
  missing: number
}

/**
 * Writes a backup of the live database beside it.
 * @param options.finish makes one plain file of the copy and examines it whole, in another process.
 * @throws AppError `data-damaged` when the copy is not sound, `disk-full`…; nothing half-written stays then.
 */
export async function makeBackup(options: {
  sqlite: Database.Database
  dataFolder: string
  reason: BackupReason
  now: Date
  rule: KeptRule
  finish: (path: string) => Promise<DatabaseVerdict>
}): Promise<MadeBackup> {
  const { sqlite, dataFolder, reason, now, rule } = options
  const folder = join(dataFolder, BACKUP_FOLDER)
  const path = join(folder, freeName(folder, now, reason))
  const temporary = `${path}.tmp`
  try {
    if (!existsSync(folder)) {
      await mkdir(folder, { recursive: true })
      await syncFolder(dataFolder)
    }
    await copyPages(sqlite, temporary)
    const verdict = await options.finish(temporary)
    if (!verdict.sound) throw new AppError('data-damaged')
    // Attachments before the backup that speaks of them: whoever sees the one has the others.
    const { files, missing } = await copyStored(dataFolder, folder, verdict, { now })
    await writeManifest(path, { sha256: await hashFile(temporary), files, data: verdict.data })
    await renameDurably(temporary, path)
    const isAltered = verdict.altered.length > 0
    const condition = isAltered ? 'altered' : missing > 0 ? 'incomplete' : 'sound'
    const { mark, data } = verdict
    const found = { condition, checkedAt: now.toISOString(), missing, mark, data } as const
    await afterwards(async () => {
      await noteVerdicts(dataFolder, { [verdictKey('desk', basename(path))]: found })
      const asked = data === null ? null : await copiesInQuestion(dataFolder, 'desk', folder, data)
      const isUnaltered = isAltered ? await newestUnaltered(dataFolder) : undefined
      await rotate(folder, {
        rule,
        now,
        newest: basename(path),
        isDamaged: damagedIn(dataFolder, 'desk'),
        // A copy newer than what was copied now, or with rows that were altered since: somebody has to say what counts.
        isKept: (file) => asked?.has(file) === true || isUnaltered?.(file) === true,
      })
    })
    return { path, verdict, missing }
  } catch (thrown) {
    // The data themselves may be sound: a full disk is not said as damage.
    const error = await whyNotWritten(existsSync(folder) ? folder : dataFolder, thrown)
    await dropUnfinished(path)
    throw error
  }
}

/**
 * A verified copy of a finished backup in another folder, with the attachments it speaks of.
 * @param isDamaged whether the copy of this name was found damaged: it takes no other's place.
 * @returns the path of the copy.
 */
export async function copyBackup(
  path: string,
  folder: string,
  now: Date,
  rule: KeptRule = usualRule,
  isDamaged: (file: string) => boolean = () => false,
  isKept: (file: string) => boolean = () => false,
): Promise<string> {
  if (!existsSync(folder)) throw new AppError('folder-unreachable')
  const target = join(folder, basename(path))
  const temporary = `${target}.${process.pid}.tmp`
  try {
    const manifest = await readManifest(path)
    await dropLeftovers(folder, now, false)
    // A backup of an earlier version does not say what it speaks of: everything beside it goes along.
    const names = manifest?.files == null ? await storedIn(dirname(path)) : [...manifest.files.keys()]
    await protect(folder, names, now)
    const stored = { needed: names, mentioned: names }
    const { files } = await copyStored(dirname(path), folder, stored, { now })
    const read = await copyHashing(path, temporary)
    // Every copy is read again: a network folder may keep something else than what it was given.
    if (read !== manifest?.sha256 || (await hashFile(temporary)) !== read) throw new AppError('data-damaged')
    await writeManifest(target, { sha256: read, files, data: manifest.data })
    await renameDurably(temporary, target)
    await afterwards(() => rotate(folder, { rule, now, newest: basename(target), isDamaged, isKept }))
    return target
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined)
    await dropUnfinished(target)
    throw toAppError(thrown)
  }
}

/** The file of a backup named by its token; a token that names no backup of ours is `not-found`. */
export function backupPath(folder: string, token: string): string {
  const path = join(folder, token)
  if (!parseBackupName(token) || !existsSync(path)) throw new AppError('not-found')
  return path
}

/** The backup is there: what tidying up could not do now, a full disk or a folder that forbids it, is done with a later one. */
async function afterwards(work: () => Promise<void>): Promise<void> {
  await work().catch(() => undefined)
}

/** Whether a backup was found damaged when this desk last examined it. */
function damagedIn(dataFolder: string, place: 'desk' | 'copies'): (file: string) => boolean {
  const verdicts = readVerdicts(dataFolder)
  return (file) => verdicts[verdictKey(place, file)]?.condition === 'damaged'
}

/**
 * Copies the database page by page, between the calls of the window.
 * SQLite copies what this very connection has not committed yet: a copy that ended inside a transaction is made again.
 */
async function copyPages(sqlite: Database.Database, temporary: string): Promise<void> {
  for (;;) {
    await rm(temporary, { force: true })
    await sqlite.backup(temporary, { progress: () => PAGES_AT_ONCE })
    if (!sqlite.inTransaction) return
  }
}

/** The newest backup whose rows are all what was written stays: it has what was altered since. */
async function newestUnaltered(dataFolder: string): Promise<(file: string) => boolean> {
  const verdicts = readVerdicts(dataFolder)
  const all = await backupsIn(join(dataFolder, BACKUP_FOLDER))
  const good = all.find(({ file }) => {
    const condition = verdicts[verdictKey('desk', file)]?.condition
    return condition === 'sound' || condition === 'incomplete'
  })
  return (file) => file === good?.file
}

/** Two backups of one millisecond, or of a clock that was set back, do not bear one name. */
function freeName(folder: string, now: Date, reason: BackupReason): string {
  for (let later = 0; ; later += 1) {
    const name = backupName(new Date(now.getTime() + later), reason)
    if (!existsSync(join(folder, name))) return name
  }
}

/** Attachments already there that nothing speaks of may be on their way out: the backup to come keeps them. */
async function protect(folder: string, names: readonly string[], now: Date): Promise<void> {
  const spoken = await spokenOf(folder)
  for (const name of names)
    if (spoken !== null && !spoken.has(name)) await touch(join(folder, STORE_NAME, name), now)
}

/** After a failure: nothing that is not a whole backup stays. */
async function dropUnfinished(path: string): Promise<void> {
  if (!existsSync(path)) await rm(`${path}.sha256`, { force: true }).catch(() => undefined)
  for (const suffix of ['.tmp', '.tmp-journal'])
    await rm(`${path}${suffix}`, { force: true }).catch(() => undefined)
}
