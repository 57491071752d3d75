import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrate } from '../electron/db/migrate.ts'
import { nativeOptions } from '../electron/db/native.ts'
import { DATABASE_NAME } from '../electron/db/replace.ts'

let bytes: Buffer | null = null

/** A database as the first start makes it: half of the time of a first opening goes into making one. */
export function emptyDatabase(): Buffer {
  if (bytes !== null) return bytes
  const db = new Database(':memory:', nativeOptions())
  migrate(db)
  bytes = db.serialize()
  db.close()
  return bytes
}

/** A folder of data on which nobody has worked. */
export function emptyData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'seances-core-'))
  writeFileSync(join(folder, DATABASE_NAME), emptyDatabase(), { mode: 0o600 })
  return folder
}
