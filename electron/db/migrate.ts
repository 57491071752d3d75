// Brings a database to this version in one transaction; refuses a newer one without touching it.
import type { Database } from 'better-sqlite3'
import { AppError } from '../contract/errors.ts'
import { migrations } from './migrations/index.ts'
import { sumAgainAfter } from './row-sums.ts'

/** The schema version this application writes. */
export const SCHEMA_VERSION = migrations.length

/** `user_version` of an open database; reading it is also what detects a file that is no database. */
export function schemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Throws `data-newer` for a database made by a newer application. */
export function refuseNewer(db: Database): void {
  if (schemaVersion(db) > SCHEMA_VERSION) throw new AppError('data-newer')
}

/** Runs every pending migration, up to a version, in one transaction; a failure leaves the database as it was. */
export function migrate(db: Database, to = SCHEMA_VERSION): void {
  refuseNewer(db)
  const from = schemaVersion(db)
  if (from >= to) return
  db.exec('BEGIN IMMEDIATE')
  try {
    sumAgainAfter(db, () => {
      for (const migration of migrations.slice(from, to)) db.exec(migration)
    })
    const broken = db.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) throw new AppError('data-damaged')
    // user_version takes part in the transaction (measured): schema and number change together or not at all.
    db.pragma(`user_version = ${to}`)
    db.exec('COMMIT')
  } catch (thrown) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw thrown
  }
}
