// Attachment store: files kept beside the database under the SHA-256 of their bytes; written once, never changed.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../contract/errors.ts'
import { renameDurably, syncFolder } from './durable.ts'
import { toAppError } from './translate-error.ts'

/** Name of the folder, in the data folder and beside backups. */
export const STORE_NAME = 'pieces'

/** Lower-case hex SHA-256. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Keeps bytes; answers their hash. Whole or absent: temporary file, fsync, rename, fsync of the folder. */
export async function keepBytes(dataFolder: string, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes)
  const folder = join(dataFolder, STORE_NAME)
  const path = join(folder, hash)
  if (existsSync(path)) return hash
  const temporary = `${path}.${process.pid}.tmp`
  try {
    if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(dataFolder)
    await writeFile(temporary, bytes)
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

/** Bytes of the store, sound or not at all: `file-damaged` when they are gone or no longer what their name says. */
export async function keptBytes(dataFolder: string, hash: string): Promise<Uint8Array> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(keptPath(dataFolder, hash))
  } catch (cause) {
    throw new AppError('file-damaged', { cause })
  }
  if (sha256(bytes) !== hash) throw new AppError('file-damaged')
  return bytes
}

/** Bytes whose hash is still what their name says. */
export async function isSound(dataFolder: string, hash: string): Promise<boolean> {
  try {
    return sha256(await readFile(keptPath(dataFolder, hash))) === hash
  } catch {
    return false
  }
}

/** Copies into another folder's store the files it does not have yet; both sides keep the same names. */
export async function copyMissing(fromFolder: string, toFolder: string): Promise<void> {
  const from = join(fromFolder, STORE_NAME)
  if (!existsSync(from)) return
  const to = join(toFolder, STORE_NAME)
  if ((await mkdir(to, { recursive: true })) !== undefined) await syncFolder(toFolder)
  for (const name of await readdir(from)) {
    if (!/^[0-9a-f]{64}$/.test(name) || existsSync(join(to, name))) continue
    const temporary = join(to, `${name}.${process.pid}.tmp`)
    await copyFile(join(from, name), temporary)
    await renameDurably(temporary, join(to, name))
  }
}
