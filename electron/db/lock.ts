// One writer per data folder, held through an exclusive SQLite transaction on a file of its own beside the database.
// The operating system drops it when the process dies, so a crash never leaves the data locked.

import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../contract/errors.ts'
import { nativeOptions } from './native.ts'
import { toAppError } from './translate-error.ts'

export type Lock = { release(): void }

/** Takes the lock of a data folder, or refuses with `data-in-use`. */
export function takeLock(folder: string): Lock {
  let db: Database.Database
  try {
    db = new Database(join(folder, 'seances.lock'), { ...nativeOptions(), timeout: 0 })
  } catch (thrown) {
    throw toAppError(thrown)
  }
  try {
    db.pragma('journal_mode = DELETE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (thrown) {
    db.close()
    const error = toAppError(thrown)
    throw error.code === 'data-in-use' ? new AppError('data-in-use', { cause: thrown }) : error
  }
  return {
    release() {
      if (db.open) db.close()
    },
  }
}
