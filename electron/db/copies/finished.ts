import Database from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import { createDb, type Reader } from '../driver.ts'
import { SCHEMA_VERSION, schemaVersion } from '../migrate.ts'
import { nativeOptions } from '../native.ts'

export type Finished = { sqlite: Database.Database; tx: Reader; close(): void }

/** @throws AppError `data-damaged` when it is not of the schema that this application reads */
export function openFinished(path: string): Finished {
  const sqlite = new Database(path, { ...nativeOptions(), readonly: true, fileMustExist: true })
  if (schemaVersion(sqlite) !== SCHEMA_VERSION) {
    sqlite.close()
    throw new AppError('data-damaged')
  }
  // Nobody waits for these queries.
  const tx = createDb(sqlite, () => undefined)
  return { sqlite, tx, close: () => sqlite.close() }
}
