// A file on disk is either the old one or the whole new one, whatever happens in between.
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError, type ErrorCode } from '../contract/errors.ts'
import { modeForOthers } from './for-others.ts'

/**
 * Writes bytes under `path`: temporary file in the same folder, flushed, renamed over, folder flushed.
 * @throws AppError `disk-full`, `folder-gone`, `folder-read-only`, `folder-unreachable`, `name-too-long`, `file-locked`
 *   or `unexpected`; the old file is then intact and no temporary file stays behind.
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = await writeBeside(path, bytes)
  try {
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw writeFailure(error, 'replace')
  }
  await syncFolder(dirname(path))
}

/**
 * Writes bytes into a temporary file in the folder of `path`, flushed; returns its path.
 * @throws AppError as `writeAtomically`; then no file stays behind.
 */
export async function writeBeside(path: string, bytes: Uint8Array): Promise<string> {
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`)
  try {
    const handle = await open(temporary, 'wx')
    try {
      const mode = modeForOthers('file')
      if (mode !== null) await handle.chmod(mode)
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw writeFailure(error, 'write')
  }
  return temporary
}

/** Makes renames durable. Windows cannot open a folder for this and journals the rename itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch {
    // Some network file systems refuse it: the file is complete, only its durability is theirs to keep.
  }
}

/**
 * Translates a system error into one that has a sentence. While writing the temporary file a refusal concerns the folder; while
 * replacing, the file itself, which another program holds open (Windows says EPERM, EACCES or EBUSY).
 */
export function writeFailure(error: unknown, step: 'write' | 'replace'): AppError {
  const system = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new AppError(codeOf(system, step), { cause: error })
}

function codeOf(system: string, step: 'write' | 'replace'): ErrorCode {
  switch (system) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'disk-full'
    case 'EBUSY':
    case 'ETXTBSY':
      return 'file-locked'
    case 'EACCES':
    case 'EPERM':
      return step === 'replace' ? 'file-locked' : 'folder-read-only'
    case 'EROFS':
      return 'folder-read-only'
    case 'ENOENT':
    case 'ENOTDIR':
      return 'folder-gone'
    case 'ENAMETOOLONG':
      return 'name-too-long'
    case 'EISDIR':
    case 'EIO':
    case 'ETIMEDOUT':
    case 'EHOSTDOWN':
    case 'ENETUNREACH':
      return 'folder-unreachable'
    default:
      return 'unexpected'
  }
}
