import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import { nativeOptions } from '../native.ts'
import { DATABASE_NAME } from '../open.ts'
import { toAppError } from '../translate-error.ts'

/** Copies database and log into an emptied folder of ours and opens them there: the given folder stays as it is. */
export async function finishFolder(from: string, into: string): Promise<string> {
  const path = join(into, DATABASE_NAME)
  try {
    await rm(into, { recursive: true, force: true })
    await mkdir(into, { recursive: true })
    await copyFile(join(from, DATABASE_NAME), path)
    // Without its log a database that was copied while it was open lacks what was written last.
    await copyFile(join(from, `${DATABASE_NAME}-wal`), `${path}-wal`).catch(() => undefined)
    const db = new Database(path, nativeOptions())
    try {
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.pragma('journal_mode = DELETE')
    } finally {
      db.close()
    }
    return path
  } catch (thrown) {
    const { code } = toAppError(thrown)
    throw code === 'data-damaged' ? new AppError('not-a-backup', { cause: thrown }) : toAppError(thrown)
  }
}
