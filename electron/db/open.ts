// Open: the data folder, its lock, the database in the order that detects every bad state, then journal and search.

import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../contract/errors.ts'
import { BACKUP_FOLDER } from './backup.ts'
import { createDb, type Db } from './driver.ts'
import { renameDurably, syncFolder } from './durable.ts'
import { Journal } from './journal.ts'
import { takeLock } from './lock.ts'
import { migrate, refuseNewer, SCHEMA_VERSION, schemaVersion } from './migrate.ts'
import { nativeOptions } from './native.ts'
import { keepSearchIndex } from './search.ts'
import { toAppError } from './translate-error.ts'

export const DATABASE_NAME = 'seances.sqlite'

/** Where a backup waits, whole and durable, to take the place of the data. */
export const INCOMING_NAME = `${DATABASE_NAME}.incoming`

export type OpenData = {
  readonly folder: string
  /** Whether the database was made by this opening. */
  readonly isNew: boolean
  /** The raw connection: pragmas, FTS5 and backup only; queries go through `db`. */
  readonly sqlite: Database.Database
  readonly db: Db
  readonly journal: Journal
  close(): void
}

/**
 * Opens the only writing connection on a data folder (design section 4).
 * @param beforeMigration called with the open database when migrations are pending on existing data.
 * @throws AppError data-in-use, data-newer, data-damaged, data-read-only, disk-full.
 */
export async function openData(
  folder: string,
  hooks: {
    beforeMigration: (sqlite: Database.Database) => Promise<void>
    slow: (sql: string, milliseconds: number) => void
  },
): Promise<OpenData> {
  try {
    // A new folder has its name for good, or what is written in it could be found by nobody after a power cut.
    if (mkdirSync(folder, { recursive: true }) !== undefined) await syncFolder(dirname(folder))
  } catch (thrown) {
    throw toAppError(thrown)
  }
  const lock = takeLock(folder)
  let sqlite: Database.Database | undefined
  try {
    const path = join(folder, DATABASE_NAME)
    await finishReplacing(folder)
    const isNew = !existsSync(path)
    // Busy timeout 0: the lock says who may write, so nobody is ever waited for.
    sqlite = new Database(path, { ...nativeOptions(), timeout: 0 })
    // A damaged or foreign file opens without error; this read is what detects it, before anything is changed.
    const version = schemaVersion(sqlite)
    refuseNewer(sqlite)
    if (!isNew) refuseForeign(sqlite, version, existsSync(join(folder, BACKUP_FOLDER)))
    configure(sqlite)
    if (!isNew && version > 0 && version < SCHEMA_VERSION) await hooks.beforeMigration(sqlite)
    migrate(sqlite)
    keepSearchIndex(sqlite)
    const open = sqlite
    return {
      folder,
      isNew,
      sqlite: open,
      db: createDb(open, hooks.slow),
      journal: new Journal(open),
      close() {
        // Gathers statistics for the planner; cheap, and advised before closing.
        open.pragma('optimize')
        open.close()
        lock.release()
      },
    }
  } catch (thrown) {
    sqlite?.close()
    lock.release()
    throw toAppError(thrown)
  }
}

/** A replacement that was cut short after the old data went aside: the backup that waits is complete, it goes in. */
async function finishReplacing(folder: string): Promise<void> {
  const path = join(folder, DATABASE_NAME)
  if (existsSync(path) || !existsSync(join(folder, INCOMING_NAME))) return
  // A log of the old data must not be played into the new: it is gone for good before these are there.
  for (const suffix of ['-wal', '-shm'])
    if (existsSync(`${path}${suffix}`)) await renameDurably(`${path}${suffix}`, `${path}.remplace${suffix}`)
  await renameDurably(join(folder, INCOMING_NAME), path)
}

/**
 * Refuses a database of another program, and an empty file where ours was: filling either with a fresh schema would
 * look like lost data. An empty file without backups is a first start that was cut short.
 */
function refuseForeign(sqlite: Database.Database, version: number, hadBackups: boolean): void {
  const tables = sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()
  const isOurs = version > 0 ? tables.includes('journal_entry') : tables.length === 0 && !hadBackups
  if (!isOurs) throw new AppError('data-damaged')
}

function configure(sqlite: Database.Database): void {
  const mode = sqlite.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal') throw new AppError('data-read-only')
  // better-sqlite3's default differs between the first and the second opening (measured): FULL is what "saved" means.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  // A database file is input: its schema may not call our functions or touch virtual tables that are not innocuous.
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  sqlite.pragma('mmap_size = 0')
  if (process.platform === 'darwin') sqlite.pragma('checkpoint_fullfsync = ON')
}
