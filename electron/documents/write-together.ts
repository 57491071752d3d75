import { randomUUID } from 'node:crypto'
import { constants, copyFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../contract/errors.ts'
import { syncFolder, writeBeside, writeFailure } from './write-atomically.ts'

type File = { path: string; bytes: Uint8Array }

/**
 * Writes the files, each flushed before any takes its place. When one cannot take its place (it is open in Word), those
 * that already did are put back as they were.
 * @throws AppError as `writeAtomically`; then every file is what it was before.
 */
export async function writeTogether(files: readonly File[]): Promise<void> {
  const temporary: string[] = []
  /** Steps back, last first. */
  const takeBack: (() => Promise<void>)[] = []
  const former: string[] = []
  try {
    for (const { path, bytes } of files) temporary.push(await writeBeside(path, bytes))
    for (const [index, { path }] of files.entries()) {
      const kept = await keptCopy(path)
      if (kept !== null) former.push(kept)
      await rename(temporary[index] ?? '', path)
      takeBack.unshift(() => (kept === null ? rm(path, { force: true }) : rename(kept, path)))
    }
  } catch (error) {
    for (const step of takeBack) await step()
    throw error instanceof AppError ? error : writeFailure(error, 'replace')
  } finally {
    for (const left of [...temporary, ...former]) await rm(left, { force: true }).catch(() => undefined)
  }
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(folder)
}

/** A copy of the file that is about to be replaced; null when there is none. */
async function keptCopy(path: string): Promise<string | null> {
  const copy = join(dirname(path), `.${randomUUID()}.tmp`)
  try {
    await copyFile(path, copy, constants.COPYFILE_EXCL)
    return copy
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    await rm(copy, { force: true }).catch(() => undefined)
    throw error
  }
}
