// Files kept beside the database under the SHA-256 of their bytes; written once, never changed.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, KeptFileError } from '../../contract/errors.ts'
import { copyHashing, renameDurably, syncFolder } from '../durable.ts'
import { toAppError } from '../translate-error.ts'

/** Name of the folder, in the data folder and beside backups. */
export const STORE_NAME = 'pieces'

/** Where bytes go that are no longer what their name says: they may still be of use to somebody, and are never covered over. */
export const ALTERED_FOLDER = 'pieces-alterees'

/** Lower-case hex SHA-256. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Keeps bytes; returns their hash. Whole or absent: temporary file, fsync, rename, fsync of the folder.
 * @param place.now names what is set aside of bytes that went bad
 * @param place.kept told of their hash before it is returned
 */
export async function keepBytes(
  { kept, ...place }: { dataFolder: string; now: Date; kept?: (hash: string) => Promise<void> },
  bytes: Uint8Array,
): Promise<string> {
  const hash = await keepHere(place, bytes)
  await kept?.(hash)
  return hash
}

async function keepHere(
  { dataFolder, now }: { dataFolder: string; now: Date },
  bytes: Uint8Array,
): Promise<string> {
  const hash = sha256(bytes)
  const folder = join(dataFolder, STORE_NAME)
  const path = join(folder, hash)
  // Bytes that went bad under their name are written again.
  if (await isSound(dataFolder, hash)) return hash
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(dataFolder)
    await writeFile(temporary, bytes)
    await setAltered(dataFolder, hash, now)
    await renameDurably(temporary, path)
  } catch (thrown) {
    // On a full disk the half of a file would take the last room from what people write.
    await rm(temporary, { force: true }).catch(() => undefined)
    throw toAppError(thrown)
  }
  return hash
}

export function keptPath(dataFolder: string, hash: string): string {
  return join(dataFolder, STORE_NAME, hash)
}

/**
 * Moves what lies under a name of the store aside, under the moment and its name; returns whether something did.
 * Called for bytes that were found to be others, before the right ones take their place.
 */
async function setAltered(folder: string, hash: string, now: Date): Promise<boolean> {
  const path = join(folder, STORE_NAME, hash)
  if (!existsSync(path)) return false
  const aside = join(folder, ALTERED_FOLDER)
  if ((await mkdir(aside, { recursive: true })) !== undefined) await syncFolder(folder)
  await rename(path, join(aside, `${now.toISOString().replaceAll(/[:.]/g, '-')}_${hash}`))
  await syncFolder(aside)
  return true
}

/** Bytes of the store, sound or not at all. @throws KeptFileError when they are gone or no longer what their name says. */
export async function keptBytes(dataFolder: string, hash: string): Promise<Uint8Array> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(keptPath(dataFolder, hash))
  } catch (cause) {
    throw new KeptFileError('kept-file-missing', hash, cause)
  }
  if (sha256(bytes) !== hash) throw new KeptFileError('kept-file-altered', hash)
  return bytes
}

/** The first bytes of a kept file as they lie there; none when it is gone, which whoever reads all of it says. */
export async function keptHead(dataFolder: string, hash: string, length: number): Promise<Uint8Array> {
  const head = new Uint8Array(length)
  const file = await open(keptPath(dataFolder, hash)).catch(() => null)
  if (file === null) return head.subarray(0, 0)
  try {
    return head.subarray(0, (await file.read(head, 0, length, 0)).bytesRead)
  } finally {
    await file.close()
  }
}

/** Bytes whose hash is still what their name says. */
export async function isSound(dataFolder: string, hash: string): Promise<boolean> {
  try {
    return sha256(await readFile(keptPath(dataFolder, hash))) === hash
  } catch {
    return false
  }
}

/**
 * Copies into another folder's store the files that a database speaks of and that are not there yet, each read whole and
 * found to be what its name says; both sides keep the same names.
 * @param on.distrusts reads what is already there too, and writes it again when it went bad.
 * @returns what the other store now holds of them, each file with its hash, and how many of the needed ones it does not.
 */
export async function copyStored(
  fromFolder: string,
  toFolder: string,
  { needed, mentioned }: { needed: readonly string[]; mentioned: readonly string[] },
  on: {
    now: Date
    distrusts?: boolean
    step?: (done: number, total: number) => void
    signal?: AbortSignal
  },
): Promise<{ files: Map<string, string>; missing: number }> {
  const [from, to] = [join(fromFolder, STORE_NAME), join(toFolder, STORE_NAME)]
  const files = new Map<string, string>()
  let copied = 0
  for (const [index, hash] of mentioned.entries()) {
    if (on.signal?.aborted === true) throw new AppError('cancelled')
    on.step?.(index + 1, mentioned.length)
    const target = join(to, hash)
    if (on.distrusts === true ? await isSound(toFolder, hash) : existsSync(target)) files.set(hash, hash)
    // Most hashes that a text mentions are of other things than files of the store.
    else if (existsSync(join(from, hash))) {
      if (copied === 0) await mkdir(to, { recursive: true })
      if (await copyOne(join(from, hash), { toFolder, hash, now: on.now })) {
        files.set(hash, hash)
        copied += 1
      }
    }
  }
  if (copied > 0) {
    await syncFolder(to)
    await syncFolder(toFolder)
  }
  return { files, missing: needed.filter((hash) => !files.has(hash)).length }
}

/** Names of the files in a folder's store. */
export async function storedIn(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, STORE_NAME)).catch(() => [])
  return names.filter((name) => /^[0-9a-f]{64}$/.test(name))
}

/**
 * Copies one file into a folder's store if its bytes are what the name says; durable then, up to its name. Others that lay
 * there under this name go aside.
 */
export async function copyOne(
  from: string,
  { toFolder, hash, now }: { toFolder: string; hash: string; now: Date },
): Promise<boolean> {
  const to = join(toFolder, STORE_NAME, hash)
  const temporary = `${to}.${randomUUID()}.tmp`
  try {
    if ((await copyHashing(from, temporary)) !== hash) return false
    await setAltered(toFolder, hash, now)
    await renameDurably(temporary, to)
    return true
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}
