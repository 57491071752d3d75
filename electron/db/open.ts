// The data folder, its lock, the database in the order that detects every bad state, then journal and search.

import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database, { SqliteError } from 'better-sqlite3'
import { AppError } from '../contract/errors.ts'
import { BACKUP_EXTENSION, BACKUP_FOLDER } from './backups/name.ts'
import { isMovedAway } from './desk/moved.ts'
import { createDb, type Db } from './driver.ts'
import { syncFolder, whyNotWritten } from './durable.ts'
import { STORE_NAME } from './files/store.ts'
import { Journal, journalTriggers } from './journal/journal.ts'
import { type Lock, takeLock } from './lock.ts'
import { migrate, refuseNewer, SCHEMA_VERSION, schemaVersion } from './migrate.ts'
import { nativeOptions } from './native.ts'
import { Tracker } from './reads/tracker.ts'
import { DATABASE_NAME, finishReplacing } from './replace.ts'
import { sumTriggers } from './row-sums.ts'
import { isSearchEmpty, rebuildSearch, searchTriggers } from './search/search.ts'
import { makeTriggers } from './temp-triggers.ts'
import { toAppError } from './translate-error.ts'
import { hasLostLog, keepAsFound, markClosed, markOpen, wasLeftOpen } from './unclean.ts'

export { DATABASE_NAME } from './replace.ts'

export type OpenData = {
  readonly folder: string
  /** Whether the database was made by this opening. */
  readonly isNew: boolean
  /** Whether the last opening did not end by closing. */
  readonly wasLeftOpen: boolean
  /** Whether the log was gone with which it should have been left: what was written last went with it. */
  readonly lostLog: boolean
  /** Whether the file that is open is the one at its place: not deleted, renamed, unplugged or replaced. */
  isInPlace(): boolean
  /** The raw connection: pragmas, FTS5 and backup only; queries go through `db`. */
  readonly sqlite: Database.Database
  readonly db: Db
  readonly tracker: Tracker
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
  /** Examines every page and every index first: something of them could not be read. */
  mustBeWhole?: boolean
}

/**
 * Opens the only writing connection on a data folder.
 * @throws AppError data-in-use, data-newer, data-damaged, data-missing, data-moved, data-read-only, disk-full.
 */
export async function openData(folder: string, hooks: OpenHooks): Promise<OpenData> {
  // The database left here is no longer what people write: opened, it would look like the data and lack what came after.
  if (isMovedAway(folder)) throw new AppError('data-moved')
  // Data that were open a moment ago are not begun anew.
  if (hooks.mustBeWhole === true && !existsSync(folder)) throw new AppError('data-missing')
  try {
    // A new folder has its name for good, or what is written in it could be found by nobody after a power cut.
    if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) await syncFolder(dirname(folder))
  } catch (thrown) {
    throw toAppError(thrown)
  }
  keepFolderToOwner(folder)
  const lock = await lockOf(folder)
  let sqlite: Database.Database | undefined
  try {
    const path = join(folder, DATABASE_NAME)
    await finishReplacing(folder, hooks.clock())
    const isNew = !existsSync(path)
    // A fresh database where there was one would look like lost data, and its log would be played into it.
    const hadBefore = hadData(folder)
    if (
      isNew &&
      hooks.mayStartEmpty !== true &&
      (hadBefore || hooks.mustBeWhole || existsSync(`${path}-wal`))
    )
      throw new AppError('data-missing')
    const leftOpen = wasLeftOpen(folder)
    const lostLog = !isNew && hasLostLog(folder)
    // 1. Before anything opens them: opening plays the log into the database, and that cannot be taken back.
    const isDoubted = hooks.mustBeWhole === true
    if ((leftOpen || isDoubted) && !isNew) keepAsFound(folder, hooks.clock())
    // 2. Read-only, so that a refusal leaves every byte as it was: closing a writing connection would play the log in.
    const doubt = isDoubted ? 'great' : leftOpen ? 'some' : 'none'
    const { version, hasBadIndex } = isNew ? fresh : examine(path, doubt, hadBefore)
    // Busy timeout 0: the lock says who may write, so nobody is ever waited for.
    sqlite = new Database(path, { ...nativeOptions(), timeout: 0 })
    refuseNewer(sqlite)
    // 3. From here on the file may change.
    configure(sqlite)
    markOpen(folder, hooks.clock())
    // 4. A copy that was opened and checked stands before the change of schema.
    if (version > 0 && version < SCHEMA_VERSION) await hooks.beforeMigration(sqlite)
    migrate(sqlite)
    // Nothing is in the search that is not in the rows: it is made anew, and the rest is untouched.
    if (hasBadIndex || isSearchEmpty(sqlite)) rebuildSearch(sqlite)
    makeTriggers(sqlite, [...searchTriggers(sqlite), ...sumTriggers(sqlite), ...journalTriggers(sqlite)])
    const open = sqlite
    const opened = identityOf(path)
    let isDamaged = false
    const tracker = new Tracker(open)
    return {
      folder,
      isNew,
      wasLeftOpen: leftOpen,
      lostLog,
      isInPlace: () => opened !== null && identityOf(path) === opened,
      sqlite: open,
      db: createDb(open, hooks.slow, tracker),
      tracker,
      journal: new Journal(open, tracker),
      doubt() {
        isDamaged = true
      },
      close() {
        if (isDamaged) closeUnplayed(open, path)
        else
          try {
            // Gathers statistics for the planner; cheap, and advised before closing.
            open.pragma('optimize')
            open.pragma('wal_checkpoint(TRUNCATE)')
          } catch {
            isDamaged = true
          }
        open.close()
        // The mark stays with what may be damaged: the next opening examines it.
        if (!isDamaged) markClosed(folder)
        lock.release()
      },
    }
  } catch (thrown) {
    sqlite?.close()
    lock.release()
    throw await whyNotOpened(folder, thrown)
  }
}

/** Which file bears a name; null when none does, or when its disk does not answer. */
function identityOf(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return null
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

type Doubt = 'none' | 'some' | 'great'
type Examined = { version: number; hasBadIndex: boolean }
const fresh: Examined = { version: 0, hasBadIndex: false }

/**
 * Reads what decides whether the database may be opened.
 * A new database takes to its log by way of an older kind of journal: cut short there, only a writer can take it back.
 */
function examine(path: string, doubt: Doubt, hadBefore: boolean): Examined {
  try {
    return readBefore(path, doubt, hadBefore)
  } catch (thrown) {
    if (!(thrown instanceof SqliteError) || thrown.code !== 'SQLITE_READONLY_ROLLBACK') throw thrown
    const sqlite = new Database(path, { ...nativeOptions(), timeout: 0 })
    try {
      schemaVersion(sqlite)
    } finally {
      sqlite.close()
    }
    return readBefore(path, doubt, hadBefore)
  }
}

/** A damaged or foreign file opens without error: the first read is what detects it. */
function readBefore(path: string, doubt: Doubt, hadBefore: boolean): Examined {
  const hadLog = existsSync(`${path}-wal`)
  const sqlite = new Database(path, { ...nativeOptions(), timeout: 0, readonly: true })
  try {
    const version = schemaVersion(sqlite)
    refuseNewer(sqlite)
    refuseForeign(sqlite, version, hadBefore)
    return { version, hasBadIndex: !isWhole(sqlite, doubt) }
  } finally {
    sqlite.close()
    if (!hadLog) leaveNoLog(path)
  }
}

/** How SQLite speaks of the search index: its words in pages that are sound, not the pages themselves. */
const ofSearch = /^fts5: .*"search_index"$|inverted index for FTS5 table (main\.)?search_index/

/** Whether everything is whole, the search too. @throws AppError `data-damaged` when something else than the search is not. */
function isWhole(sqlite: Database.Database, doubt: Doubt): boolean {
  if (doubt === 'none') return true
  // Whatever ended the last process may have ended a write to the disk with it: that leaves pages that are none. What was
  // met while running may be anything.
  const check = doubt === 'great' ? 'integrity_check' : 'quick_check'
  const rows = sqlite.pragma(`${check}(100)`) as Record<string, string>[]
  const faults = rows.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok')
  if (faults.some((line) => !ofSearch.test(line))) throw new AppError('data-damaged')
  if (doubt === 'great' && (sqlite.pragma('foreign_key_check') as unknown[]).length > 0)
    throw new AppError('data-damaged')
  return faults.length === 0
}

/**
 * Before a connection is closed that met damage: the last one to close would play the log into the database. Another one,
 * which may only read, is left to close after it, and leaves every byte as it is.
 */
function closeUnplayed(writing: Database.Database, path: string): void {
  // Gone from there: there is nothing that a log could be played into.
  if (!existsSync(path)) {
    writing.close()
    return
  }
  const reading = new Database(path, { ...nativeOptions(), timeout: 0, readonly: true })
  try {
    // Until it reads, it is no connection that the other would see; what cannot be read even so has no log to lose.
    reading.pragma('schema_version')
  } catch {
  } finally {
    writing.close()
    reading.close()
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

const OTHERS = 0o077

/**
 * Takes a data folder, and all that an earlier version wrote into it, from the eyes of others. The folder itself comes
 * last: what was cut short is done again at the next opening. On Windows it lies among the person's own.
 */
function keepFolderToOwner(folder: string): void {
  if (process.platform === 'win32' || !isSeenByOthers(folder)) return
  try {
    closeAll(folder)
  } catch {
    // Somebody else's folder, or a disk that knows no such thing: it opens as it is.
  }
}

const isSeenByOthers = (path: string) => (lstatSync(path).mode & OTHERS) !== 0

function closeAll(path: string): void {
  const found = lstatSync(path)
  // A link is not what it leads to.
  if (found.isDirectory()) for (const name of readdirSync(path)) closeAll(join(path, name))
  else if (!found.isFile()) return
  if ((found.mode & OTHERS) !== 0) chmodSync(path, found.mode & 0o7700)
}
