// Open: the data folder, its lock, the database in the order that detects every bad state, then journal and search.

import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database, { SqliteError } from 'better-sqlite3'
import { AppError } from '../contract/errors.ts'
import { STORE_NAME } from './attachment-store.ts'
import { BACKUP_EXTENSION, BACKUP_FOLDER } from './backup-name.ts'
import { createDb, type Db } from './driver.ts'
import { syncFolder, whyNotWritten } from './durable.ts'
import { Journal } from './journal.ts'
import { type Lock, takeLock } from './lock.ts'
import { migrate, refuseNewer, SCHEMA_VERSION, schemaVersion } from './migrate.ts'
import { nativeOptions } from './native.ts'
import { DATABASE_NAME, finishReplacing } from './replace.ts'
import { keepSearchIndex } from './search.ts'
import { toAppError } from './translate-error.ts'
import { keepAsFound, markClosed, markOpen, wasLeftOpen } from './unclean.ts'

export { DATABASE_NAME } from './replace.ts'

export type OpenData = {
  readonly folder: string
  /** Whether the database was made by this opening. */
  readonly isNew: boolean
  /** Whether the last opening did not end by closing. */
  readonly wasLeftOpen: boolean
  /** The raw connection: pragmas, FTS5 and backup only; queries go through `db`. */
  readonly sqlite: Database.Database
  readonly db: Db
  readonly journal: Journal
  /** A page could not be read: the next opening examines the whole. */
  doubt(): void
  close(): void
}

export type OpenHooks = {
  /** Called with the open database when migrations are pending on existing data. */
  beforeMigration: (sqlite: Database.Database) => Promise<void>
  slow: (sql: string, milliseconds: number) => void
  clock: () => Date
  /** A missing database is made even where there was one: asked for by a person who saw what is left. */
  mayStartEmpty?: boolean
}

/**
 * Opens the only writing connection on a data folder (design section 4).
 * @throws AppError data-in-use, data-newer, data-damaged, data-missing, data-read-only, disk-full.
 */
export async function openData(folder: string, hooks: OpenHooks): Promise<OpenData> {
  try {
    // A new folder has its name for good, or what is written in it could be found by nobody after a power cut.
    if (mkdirSync(folder, { recursive: true }) !== undefined) await syncFolder(dirname(folder))
  } catch (thrown) {
    throw toAppError(thrown)
  }
  const lock = await lockOf(folder)
  let sqlite: Database.Database | undefined
  try {
    const path = join(folder, DATABASE_NAME)
    await finishReplacing(folder, hooks.clock())
    const isNew = !existsSync(path)
    // A fresh database where there was one would look like lost data, and its log would be played into it.
    const hadBefore = hadData(folder)
    if (isNew && hooks.mayStartEmpty !== true && (hadBefore || existsSync(`${path}-wal`)))
      throw new AppError('data-missing')
    const leftOpen = wasLeftOpen(folder)
    // 1. Before anything opens them: opening plays the log into the database, and that cannot be taken back.
    if (leftOpen && !isNew) keepAsFound(folder, hooks.clock())
    // 2. Read-only, so that a refusal leaves every byte as it was: closing a writing connection would play the log in.
    const version = isNew ? 0 : examine(path, leftOpen, hadBefore)
    // Busy timeout 0: the lock says who may write, so nobody is ever waited for.
    sqlite = new Database(path, { ...nativeOptions(), timeout: 0 })
    refuseNewer(sqlite)
    // 3. From here on the file may change.
    configure(sqlite)
    markOpen(folder, hooks.clock())
    // 4. A copy that was opened and checked stands before the change of schema.
    if (version > 0 && version < SCHEMA_VERSION) await hooks.beforeMigration(sqlite)
    migrate(sqlite)
    keepSearchIndex(sqlite)
    const open = sqlite
    let isDoubted = false
    return {
      folder,
      isNew,
      wasLeftOpen: leftOpen,
      sqlite: open,
      db: createDb(open, hooks.slow),
      journal: new Journal(open),
      doubt() {
        isDoubted = true
      },
      close() {
        try {
          // Gathers statistics for the planner; cheap, and advised before closing.
          open.pragma('optimize')
          open.pragma('wal_checkpoint(TRUNCATE)')
        } catch {
          isDoubted = true
        }
        open.close()
        // The mark stays with what may be damaged: the next opening examines it.
        if (!isDoubted) markClosed(folder)
        lock.release()
      },
    }
  } catch (thrown) {
    sqlite?.close()
    lock.release()
    throw await whyNotOpened(folder, thrown)
  }
}

async function lockOf(folder: string): Promise<Lock> {
  try {
    return takeLock(folder)
  } catch (thrown) {
    throw await whyNotOpened(folder, thrown)
  }
}

/** A full disk, where SQLite can make no file beside the data, is not said as a folder that may not be written to. */
async function whyNotOpened(folder: string, thrown: unknown): Promise<AppError> {
  const error = toAppError(thrown)
  return error.code === 'data-read-only' ? whyNotWritten(folder, error) : error
}

/** Whether a database was in this folder once: its backups or its attachments are still there. */
function hadData(folder: string): boolean {
  const has = (name: string, what: (file: string) => boolean) =>
    existsSync(join(folder, name)) && readdirSync(join(folder, name)).some(what)
  return has(BACKUP_FOLDER, (file) => file.endsWith(BACKUP_EXTENSION)) || has(STORE_NAME, () => true)
}

/**
 * Reads what decides whether the database may be opened; answers its schema version.
 * A new database takes to its log by way of an older kind of journal: cut short there, only a writer can take it back.
 */
function examine(path: string, leftOpen: boolean, hadBefore: boolean): number {
  try {
    return readBefore(path, leftOpen, hadBefore)
  } catch (thrown) {
    if (!(thrown instanceof SqliteError) || thrown.code !== 'SQLITE_READONLY_ROLLBACK') throw thrown
    const sqlite = new Database(path, { ...nativeOptions(), timeout: 0 })
    try {
      schemaVersion(sqlite)
    } finally {
      sqlite.close()
    }
    return readBefore(path, leftOpen, hadBefore)
  }
}

/** A damaged or foreign file opens without error: the first read is what detects it. */
function readBefore(path: string, leftOpen: boolean, hadBefore: boolean): number {
  const hadLog = existsSync(`${path}-wal`)
  const sqlite = new Database(path, { ...nativeOptions(), timeout: 0, readonly: true })
  try {
    const version = schemaVersion(sqlite)
    refuseNewer(sqlite)
    refuseForeign(sqlite, version, hadBefore)
    // Whatever ended the last process may have ended a write to the disk with it.
    if (leftOpen && sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new AppError('data-damaged')
    return version
  } finally {
    sqlite.close()
    if (!hadLog) leaveNoLog(path)
  }
}

/**
 * Refuses a database of another program, and an empty file where ours was: filling either with a fresh schema would
 * look like lost data. An empty file with nothing beside it is a first start that was cut short.
 */
function refuseForeign(sqlite: Database.Database, version: number, hadBefore: boolean): void {
  const tables = sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()
  const isOurs = version > 0 ? tables.includes('journal_entry') : tables.length === 0 && !hadBefore
  if (!isOurs) throw new AppError('data-damaged')
}

/** Each of these is said at every opening: defaults differ between builds and between openings. */
function configure(sqlite: Database.Database): void {
  // The log survives the death of the process; some disks of a network refuse it, and then it is not "wal" that is answered.
  const mode = sqlite.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal') throw new AppError('data-read-only')
  // better-sqlite3's default differs between the first and the second opening (measured): FULL is what "saved" means.
  sqlite.pragma('synchronous = FULL')
  // A row may not speak of one that is not there; said although it is the default of this build.
  sqlite.pragma('foreign_keys = ON')
  // A database file is input: its schema may not call our functions or touch virtual tables that are not innocuous.
  sqlite.pragma('trusted_schema = OFF')
  // A cell that points outside its page is found when its page is read, not when it is copied elsewhere.
  sqlite.pragma('cell_size_check = ON')
  // A disk error on a mapped page ends the process; on a read one it is a failure that can be said.
  sqlite.pragma('mmap_size = 0')
  // On macOS a plain fsync does not reach the disk's own cache.
  if (process.platform === 'darwin') {
    sqlite.pragma('fullfsync = ON')
    sqlite.pragma('checkpoint_fullfsync = ON')
  }
}

/**
 * A connection that may only read makes an empty log and cannot take it back: data that are refused are left as they were.
 * The lock is held and nothing is open; a log that holds something is never touched.
 */
function leaveNoLog(path: string): void {
  const log = `${path}-wal`
  if (!existsSync(log) || statSync(log).size > 0) return
  rmSync(log)
  rmSync(`${path}-shm`, { force: true })
}
