import { readdir, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type KeptRule, rotatedAway } from '../../domain/data/backup.ts'
import { listAsides, readSeen } from '../desk/shared-writer.ts'
import { copyOfWriter } from '../desk/writer.ts'
import { syncFolder } from '../durable.ts'
import { STORE_NAME } from '../files/store.ts'
import { manifestPath, readManifest } from './manifest.ts'
import { type BackupName, parseBackupName } from './name.ts'

/** Nobody writes one file for so long: what is older and unfinished was left by a process that died. */
const ABANDONED_MS = 24 * 60 * 60_000

export type Found = BackupName & { file: string }

/** Backups in a folder, newest first; an absent folder has none. */
export async function backupsIn(folder: string): Promise<Found[]> {
  const files = await readdir(folder).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return []
    throw thrown
  })
  return files
    .flatMap((file) => {
      const parsed = parseBackupName(file)
      return parsed ? [{ file, ...parsed }] : []
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/**
 * Takes away what the rule no longer keeps, then the attachments that no kept backup speaks of.
 * Called once the newest backup is durable; `newest` stays whatever the clock says, and so does what a hand-over needs.
 */
export async function rotate(
  folder: string,
  options: {
    rule: KeptRule
    now: Date
    newest: string
    isDamaged: (file: string) => boolean
    isKept?: ((file: string) => boolean) | undefined
  },
): Promise<void> {
  const all = (await backupsIn(folder)).map(({ file, at, reason }) => ({
    name: file,
    at,
    reason,
    isDamaged: options.isDamaged(file),
  }))
  const needed = await neededCopies(folder)
  const gone = rotatedAway(all, options.rule, options.now).filter(
    (file) => file !== options.newest && !needed.has(file) && options.isKept?.(file) !== true,
  )
  for (const file of gone) {
    await rm(join(folder, file), { force: true })
    await rm(manifestPath(join(folder, file)), { force: true })
  }
  if (gone.length > 0) await syncFolder(folder)
  await dropUnspoken(folder, options.now)
}

/**
 * Names in the store of this folder that its backups speak of; null when one of them does not say, because then
 * nothing may be taken away.
 */
export async function spokenOf(folder: string): Promise<ReadonlySet<string> | null> {
  const spoken = new Set<string>()
  for (const { file } of await backupsIn(folder)) {
    const manifest = await readManifest(join(folder, file))
    if (manifest?.files == null) return null
    for (const name of manifest.files.keys()) spoken.add(name)
  }
  return spoken
}

async function dropUnspoken(folder: string, now: Date): Promise<void> {
  const store = join(folder, STORE_NAME)
  const names = await readdir(store).catch(() => [])
  if (names.length === 0) return
  const spoken = await spokenOf(folder)
  if (spoken === null) return
  let dropped = 0
  for (const name of names) {
    if (!/^[0-9a-f]{64}(\.age)?$/.test(name) || spoken.has(name)) continue
    // Another desk may be about to finish a backup that speaks of it.
    if (!(await isAbandoned(join(store, name), now))) continue
    await rm(join(store, name), { force: true })
    dropped += 1
  }
  if (dropped > 0) await syncFolder(store)
}

/** Keeps a file that nothing speaks of yet from being taken for abandoned. */
export async function touch(path: string, now: Date): Promise<void> {
  await utimes(path, now, now).catch(() => undefined)
}

/**
 * Takes away what a killed backup left: unfinished files, and lists whose backup never came.
 * @param ours nobody else writes there (the data are locked): everything unfinished goes, however young.
 */
export async function dropLeftovers(folder: string, now: Date, ours: boolean): Promise<void> {
  for (const place of [folder, join(folder, STORE_NAME)]) {
    const files = await readdir(place).catch(() => [])
    const there = new Set(files)
    for (const file of files) {
      const unfinished = /\.tmp(-journal|-wal|-shm)?$/.test(file)
      const owner = file.endsWith('.sha256') ? file.slice(0, -'.sha256'.length) : null
      const orphan = owner !== null && parseBackupName(owner) !== null && !there.has(owner)
      if (!unfinished && !orphan) continue
      if (ours || (await isAbandoned(join(place, file), now))) await rm(join(place, file), { force: true })
    }
  }
}

async function isAbandoned(path: string, now: Date): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
  return now.getTime() - mtimeMs > ABANDONED_MS
}

// The backups that a hand-over still needs; however many are made since, none of them makes room.
/**
 * Names in a folder of backups: what was put down there, what a desk laid down until it is merged and what that is compared
 * with; and beside the data themselves the copy that this desk began with, which tells later what it wrote.
 * @throws AppError when the folder cannot be read: then nothing may be taken away.
 */
async function neededCopies(folder: string): Promise<ReadonlySet<string>> {
  const { sharedWriter } = await readSeen(folder)
  const copies = [
    typeof sharedWriter === 'string' ? null : sharedWriter.copy,
    ...(await listAsides(folder)).flatMap(({ copy, base }) => [copy, base]),
    copyOfWriter(dirname(folder)),
  ]
  return new Set(copies.flatMap((copy) => (copy === null ? [] : [copy.file])))
}
