// Once these return, a file survives a power cut, and is under its name whole or not at all.
import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../contract/errors.ts'
import { toAppError } from './translate-error.ts'

/** Read and written at once: small enough that hashing one never holds the process up. */
const CHUNK_BYTES = 1024 * 1024

/**
 * Makes names given and taken away in a folder last: a file that was synced can still be without its name. Windows cannot
 * open a folder for this and journals the rename itself.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    await syncing(await open(folder, 'r'))
  } catch {
    // Some network file systems refuse it: the file is complete, only its durability is theirs to keep.
  }
}

/** Flushes a finished file, gives it its name, flushes the folder. */
export async function renameDurably(temporary: string, path: string): Promise<void> {
  await syncing(await open(temporary, 'r+'))
  await rename(temporary, path)
  await syncFolder(dirname(path))
  if (dirname(temporary) !== dirname(path)) await syncFolder(dirname(temporary))
}

/**
 * Why a copy could not be made in a folder. SQLite says of a full disk no more than that it cannot open a file, or that
 * what it wrote is not whole; a small write tells. To be asked before anything is cleared away.
 */
export async function whyNotWritten(folder: string, thrown: unknown): Promise<AppError> {
  const error = toAppError(thrown)
  if (error.code !== 'data-read-only' && error.code !== 'data-damaged') return error
  const probe = join(folder, `.${randomUUID()}.tmp`)
  try {
    await writeFile(probe, new Uint8Array(CHUNK_BYTES))
    return error
  } catch (failure) {
    return toAppError(failure).code === 'disk-full' ? new AppError('disk-full', { cause: thrown }) : error
  } finally {
    await rm(probe, { force: true }).catch(() => undefined)
  }
}

/** Flushes a finished file. */
export async function syncFile(path: string): Promise<void> {
  await syncing(await open(path, 'r+'))
}

/** Copies a finished file; `to` appears whole or not at all. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await whole(to, (temporary) => copyFile(from, temporary, constants.COPYFILE_FICLONE))
}

/** Writes a small file under its name, whole or not at all. */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  await whole(path, (temporary) => writeFile(temporary, content))
}

async function whole(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.tmp`
  try {
    await write(temporary)
    await renameDurably(temporary, path)
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw thrown
  }
}

async function syncing(handle: FileHandle): Promise<void> {
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Copies bytes into a new file; returns the SHA-256 of what was read. On failure nothing stays behind. */
export async function copyHashing(from: string, to: string): Promise<string> {
  const source = await open(from, 'r')
  try {
    const target = await open(to, 'wx')
    try {
      return await pump(source, target)
    } catch (thrown) {
      await rm(to, { force: true }).catch(() => undefined)
      throw thrown
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/** Lower-case hex SHA-256 of a finished file (never of the live database). */
export async function hashFile(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    return await pump(file, null)
  } finally {
    await file.close()
  }
}

async function pump(source: FileHandle, target: FileHandle | null): Promise<string> {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  for (;;) {
    const { bytesRead } = await source.read(chunk, 0, chunk.length, null)
    if (bytesRead === 0) return hash.digest('hex')
    const bytes = chunk.subarray(0, bytesRead)
    hash.update(bytes)
    await target?.writeFile(bytes)
  }
}
