// Opens a finished database file and examines it whole; runs in a job process, never on the live file.
import Database, { SqliteError } from 'better-sqlite3'
import type { AlteredRow, DatabaseVerdict } from '../../contract/wire-backups.ts'
import type { DataMark } from '../../domain/data/backup.ts'
import { dataMark } from '../desk/writer.ts'
import { storedHashes } from '../files/stored-hashes.ts'
import { journalMark } from '../journal/mark.ts'
import { SCHEMA_VERSION, schemaVersion } from '../migrate.ts'
import { nativeOptions } from '../native.ts'
import { alteredRows } from '../row-sums.ts'

const unsound: DatabaseVerdict = {
  sound: false,
  meetings: 0,
  schemaVersion: 0,
  mark: null,
  data: null,
  needed: [],
  mentioned: [],
  altered: [],
}

/** Whether a finished file is one of ours and sound: integrity, foreign keys, search index, a schema we know. */
export function checkDatabase(path: string): DatabaseVerdict {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { ...nativeOptions(), readonly: true, fileMustExist: true })
    return examine(db)
  } catch {
    return unsound
  } finally {
    db?.close()
  }
}

/** Whether every page of the live data can be read, and each row is what was written; what waits in their log is read with them. */
export function readPages(path: string): { whole: boolean; altered: AlteredRow[] } {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { ...nativeOptions(), readonly: true, fileMustExist: true })
    db.pragma('cell_size_check = ON')
    const whole = db.pragma('quick_check(1)', { simple: true }) === 'ok'
    return { whole, altered: whole ? alteredRows(db) : [] }
  } catch (thrown) {
    // Of a folder that is gone nothing is said here.
    const whole = !(thrown instanceof SqliteError) || !/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(thrown.code)
    return { whole, altered: [] }
  } finally {
    db?.close()
  }
}

/**
 * The same for a copy that was just made: it carries the WAL flag of the live file, and is made one plain file first, so
 * that it can be read from a read-only place. Being writable here, its search index is compared with the texts too.
 */
export function finishCopy(path: string): DatabaseVerdict {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { ...nativeOptions(), fileMustExist: true })
    db.pragma('journal_mode = DELETE')
    mendSearch(db)
    return examine(db)
  } catch {
    return unsound
  } finally {
    db?.close()
  }
}

function examine(db: Database.Database): DatabaseVerdict {
  const version = schemaVersion(db)
  if (version < 1 || version > SCHEMA_VERSION) return { ...unsound, schemaVersion: version }
  // Since SQLite 3.44 this examines the full-text index too.
  const intact = db.pragma('integrity_check', { simple: true }) === 'ok'
  const orphans = db.pragma('foreign_key_check') as unknown[]
  const { meetings } = db.prepare('SELECT count(*) AS meetings FROM meeting').get() as { meetings: number }
  return {
    sound: intact && orphans.length === 0,
    meetings,
    schemaVersion: version,
    mark: journalMark(db),
    data: dataMark(db),
    ...storedHashes(db),
    altered: alteredRows(db),
  }
}

/** An index that no longer says what the texts say is made anew: nothing is lost with it, everything is found again. */
function mendSearch(db: Database.Database): void {
  try {
    db.exec(`INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)`)
  } catch {
    db.exec(`INSERT INTO search_index (search_index) VALUES ('rebuild')`)
  }
}

/** Which data a finished file holds and how new they are; null when it does not say. */
export function markDatabase(path: string): DataMark | null {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { ...nativeOptions(), readonly: true, fileMustExist: true })
    return dataMark(db)
  } catch {
    return null
  } finally {
    db?.close()
  }
}
