// Check: opens a finished database file read-only and examines it whole; runs in a job process, never on the live file.
import Database from 'better-sqlite3'
import { SCHEMA_VERSION, schemaVersion } from './migrate.ts'
import { nativeOptions } from './native.ts'
import { lastChange, profileOf } from './pen.ts'

/** Whether a finished file is one of ours and sound: integrity, foreign keys, a schema we know. */
export function checkDatabase(path: string): { sound: boolean; meetings: number; schemaVersion: number } {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { ...nativeOptions(), readonly: true, fileMustExist: true })
    const version = schemaVersion(db)
    const known = version >= 1 && version <= SCHEMA_VERSION
    const intact = db.pragma('integrity_check', { simple: true }) === 'ok'
    const orphans = db.pragma('foreign_key_check') as unknown[]
    const { meetings } = db.prepare('SELECT count(*) AS meetings FROM meeting').get() as { meetings: number }
    return { sound: known && intact && orphans.length === 0, meetings, schemaVersion: version }
  } catch {
    return { sound: false, meetings: 0, schemaVersion: 0 }
  } finally {
    db?.close()
  }
}

/** Which data a finished file holds and how new they are; null when it does not say. */
export function markDatabase(
  path: string,
): { profileId: string; generation: number; lastChange: number } | null {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { ...nativeOptions(), readonly: true, fileMustExist: true })
    const { profileId, generation } = profileOf(db)
    return profileId === null ? null : { profileId, generation, lastChange: lastChange(db) }
  } catch {
    return null
  } finally {
    db?.close()
  }
}
