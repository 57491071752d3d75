import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import type { RunJob } from '../../contract/wire.ts'
import type { EncryptionKey, EncryptionOrder } from '../../contract/wire-encryption.ts'
import type { KeptRule } from '../../domain/data/backup.ts'
import { backupsIn, dropLeftovers, rotate, spokenOf, touch } from '../backups/folder.ts'
import { manifestPath, matchesManifest, readManifest, writeManifest } from '../backups/manifest.ts'
import { ENCRYPTED_EXTENSION } from '../backups/name.ts'
import { hashFile, renameDurably, syncFolder, writeDurably } from '../durable.ts'
import { STORE_NAME, storedIn } from '../files/store.ts'
import { toAppError } from '../translate-error.ts'
import { encryptedName } from './encrypted-name.ts'

export type EncryptionOptions = {
  key: EncryptionKey
  now: Date
  rule: KeptRule
  runJob: RunJob
  /** Whether the copy of this name was found damaged when it was last examined. */
  isDamaged: (file: string) => boolean
  /** Whether the copy of this name stays whatever the rule says. */
  isKept?: (file: string) => boolean
  /** The folder of the backups that these are copies of. */
  own: string
  signal?: AbortSignal
  step?: (done: number, total: number) => void
}

/**
 * An encrypted copy of a finished backup; each file is decrypted again before it has its name.
 * @returns the path of the copy.
 * @throws AppError `folder-unreachable`, `data-damaged`, `disk-full`, `cancelled`…; nothing half-written stays then.
 */
export async function copyEncrypted(
  path: string,
  folder: string,
  options: EncryptionOptions,
): Promise<string> {
  const target = await writeEncrypted(path, folder, options)
  await tidy(folder, basename(target), options)
  return target
}

async function writeEncrypted(path: string, folder: string, options: EncryptionOptions): Promise<string> {
  if (!existsSync(folder)) throw new AppError('folder-unreachable')
  const target = join(folder, `${basename(path)}${ENCRYPTED_EXTENSION}`)
  const temporary = `${target}.${process.pid}.tmp`
  try {
    await dropLeftovers(folder, options.now, false)
    // The key before what it opens: a copy without it would be lost.
    await keepKey(folder, options.key)
    const manifest = await readManifest(path)
    const files = await encryptAttachments(path, folder, options)
    const [sha256] = await encryption(
      [{ from: path, to: temporary, expected: manifest?.sha256 ?? null }],
      options,
    )
    if (sha256 == null) throw new AppError('data-damaged')
    await writeManifest(target, { sha256, files, data: manifest?.data ?? null })
    await renameDurably(temporary, target)
    return target
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined)
    if (!existsSync(target)) await rm(manifestPath(target), { force: true }).catch(() => undefined)
    throw toAppError(thrown)
  }
}

/** The copies are there: what tidying up could not do now is done with a later one. */
async function tidy(
  folder: string,
  newest: string,
  { rule, now, isDamaged, isKept }: EncryptionOptions,
): Promise<void> {
  await rotate(folder, { rule, now, newest, isDamaged, isKept }).catch(() => undefined)
}

/**
 * Encrypts the plain copies that a folder still holds, each in the place of the plain one, then takes away the plain
 * attachments that no copy speaks of any more. Cut short, it goes on the next time. A damaged copy gives way to an encrypted one
 * of the backup that it was a copy of; where that is gone too, it is left: something may still be read from it.
 * @returns the names of those.
 */
export async function encryptPlainCopies(folder: string, options: EncryptionOptions): Promise<string[]> {
  const left: string[] = []
  let newest: string | undefined
  for (const { file, isEncrypted } of await backupsIn(folder)) {
    // One that is gone since it was listed was somebody's to take away.
    if (isEncrypted || !existsSync(join(folder, file))) continue
    const path = join(folder, file)
    const encrypted = `${path}${ENCRYPTED_EXTENSION}`
    if (!existsSync(encrypted) || !(await matchesManifest(encrypted))) {
      const source = await soundSource(path, options)
      if (source === null) {
        left.push(path)
        continue
      }
      // Nothing makes room before all are encrypted: until then each would be counted twice.
      const written = basename(await writeEncrypted(source, folder, options))
      newest ??= written
    }
    await rm(path, { force: true })
    await rm(manifestPath(path), { force: true })
  }
  const spoken = await spokenOfPlain(left)
  if (spoken !== null)
    for (const name of await storedIn(folder))
      if (!spoken.has(name)) await rm(join(folder, STORE_NAME, name), { force: true })
  await syncFolder(folder)
  if (newest !== undefined) await tidy(folder, newest, options)
  return left.map((path) => basename(path))
}

/** The plain copy itself, or the backup that it is a copy of where it went bad; null when neither is whole. */
async function soundSource(path: string, { isDamaged, own }: EncryptionOptions): Promise<string | null> {
  if (!isDamaged(basename(path)) && (await matchesManifest(path))) return path
  const backup = join(own, basename(path))
  if (!existsSync(backup) || (await readManifest(backup)) === null) return null
  return (await matchesManifest(backup)) ? backup : null
}

/** Plain attachments that copies left in clear speak of; null when one of those does not say. */
async function spokenOfPlain(left: readonly string[]): Promise<ReadonlySet<string> | null> {
  const spoken = new Set<string>()
  for (const path of left) {
    const manifest = await readManifest(path)
    if (manifest?.files == null) return null
    for (const name of manifest.files.keys()) spoken.add(name)
  }
  return spoken
}

/**
 * Encrypts again, from the stores of `from`, the attachments of these names that went bad beside the copies, and notes
 * their new hashes in the list of each copy that speaks of them. Cut short, it is done anew when they are next examined.
 * @returns how many are whole again.
 */
export async function encryptAgain(
  names: readonly string[],
  folder: string,
  from: readonly string[],
  options: EncryptionOptions,
): Promise<number> {
  const wanted = new Set(names)
  const store = join(folder, STORE_NAME)
  const owed = new Map<string, EncryptionOrder>()
  for (const place of from)
    for (const hash of await storedIn(place)) {
      const name = encryptedName(options.key.nameSecret, hash)
      const to = join(store, `${name}.${process.pid}.tmp`)
      if (wanted.has(name) && !owed.has(name) && (await isWhole(join(place, STORE_NAME, hash), hash)))
        owed.set(name, { from: join(place, STORE_NAME, hash), to, expected: hash })
    }
  if (owed.size === 0) return 0
  await mkdir(store, { recursive: true })
  const encrypted = await encryption([...owed.values()], options)
  const again = new Map<string, string>()
  for (const [index, [name, { to }]] of [...owed].entries()) {
    const sha256 = encrypted[index]
    if (sha256 == null) continue
    await renameDurably(to, join(store, name))
    again.set(name, sha256)
  }
  for (const { file } of await backupsIn(folder)) {
    const path = join(folder, file)
    const manifest = await readManifest(path)
    if (manifest?.files == null || ![...again.keys()].some((name) => manifest.files?.has(name))) continue
    const files = new Map([...manifest.files].map(([name, hash]) => [name, again.get(name) ?? hash]))
    await writeManifest(path, { ...manifest, files })
  }
  return again.size
}

/** Whether a folder holds copies that anybody can read. */
export async function hasPlainCopies(folder: string): Promise<boolean> {
  return (await backupsIn(folder)).some(({ isEncrypted }) => !isEncrypted)
}

/** The key lies beside the copies, as it is now: the passphrase may have been changed. */
export async function keepKey(folder: string, { name, text }: EncryptionKey): Promise<void> {
  const path = join(folder, name)
  if ((await readFile(path, 'utf8').catch(() => null)) !== text) await writeDurably(path, text)
}

/** Answers the encrypted attachments of this backup, by name, with their hashes. */
async function encryptAttachments(
  path: string,
  folder: string,
  options: EncryptionOptions,
): Promise<Map<string, string>> {
  const manifest = await readManifest(path)
  // A backup of an earlier version does not say what it speaks of: everything beside it goes along.
  const hashes = manifest?.files == null ? await storedIn(dirname(path)) : [...manifest.files.keys()]
  const store = join(folder, STORE_NAME)
  const there = new Set(await readdir(store).catch(() => []))
  const known = await knownHashes(folder)
  const spoken = await spokenOf(folder)
  const files = new Map<string, string>()
  const owed: (EncryptionOrder & { name: string })[] = []
  for (const hash of hashes) {
    const name = encryptedName(options.key.nameSecret, hash)
    const sha256 = known.get(name)
    if (there.has(name) && sha256 !== undefined) {
      files.set(name, sha256)
      // One that nothing speaks of may be on its way out: the copy to come keeps it.
      if (spoken !== null && !spoken.has(name)) await touch(join(store, name), options.now)
      continue
    }
    const to = join(store, `${name}.${process.pid}.tmp`)
    owed.push({ name, from: join(dirname(path), STORE_NAME, hash), to, expected: hash })
  }
  if (owed.length === 0) return files
  if ((await mkdir(store, { recursive: true })) !== undefined) await syncFolder(folder)
  const encrypted = await encryption(
    owed.map(({ from, to, expected }) => ({ from, to, expected })),
    options,
  )
  for (const [index, { name, to }] of owed.entries()) {
    const sha256 = encrypted[index]
    if (sha256 == null) continue
    await renameDurably(to, join(store, name))
    files.set(name, sha256)
  }
  return files
}

async function isWhole(path: string, hash: string): Promise<boolean> {
  return (await hashFile(path).catch(() => null)) === hash
}

/** Hashes of encrypted attachments, as the lists beside the copies have them. */
async function knownHashes(folder: string): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  for (const { file, isEncrypted } of await backupsIn(folder)) {
    if (!isEncrypted) continue
    for (const [name, hash] of (await readManifest(join(folder, file)))?.files ?? []) known.set(name, hash)
  }
  return known
}

async function encryption(
  files: readonly EncryptionOrder[],
  options: EncryptionOptions,
): Promise<(string | null)[]> {
  const { key, runJob, signal, step } = options
  for (const { to } of files) await rm(to, { force: true })
  try {
    const { encrypted } = await runJob(
      'encryptFiles',
      { files, recipient: key.recipient },
      {
        ...(signal === undefined ? {} : { signal }),
        ...(step === undefined ? {} : { onProgress: step }),
      },
    )
    return encrypted
  } catch (thrown) {
    // A job that was ended cannot clear up after itself.
    for (const { to } of files) await rm(to, { force: true }).catch(() => undefined)
    throw thrown
  }
}
