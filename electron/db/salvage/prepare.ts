import { constants, copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { quoted } from '../columns.ts'
import { schemaVersion } from '../migrate.ts'
import { migrations } from '../migrations/index.ts'
import {
  dataTables,
  freshFiles,
  freshSchema,
  lendSchema,
  padToPages,
  readableVersion,
} from './lend-schema.ts'
import { copyDamaged, openCopy, type WorkFiles } from './work-files.ts'

export type Prepared = {
  /** The tables to read, in the order of their making. */
  tables: readonly string[]
  /** The schema version of the damaged database. */
  version: number
  schemaLent: boolean
  /** Those of them that SQLite's own check speaks of. */
  suspects: readonly string[]
}

/**
 * Copies the damaged files into the work folder and makes what the reading needs.
 * @param backup the newest good backup, to complete what cannot be read.
 * @returns null when nothing of the file can be found again: it is no database, or of another program.
 */
export function prepareReading(dataFolder: string, work: string, backup: string | null): Prepared | null {
  const files = copyDamaged(dataFolder, work)
  if (!existsSync(files.source)) return null
  padToPages(files.source)
  const own = readableVersion(files.source)
  const version = own ?? borrowSchema(files, backup)
  if (version === null) return null
  makeBase(files, backup, version)
  rmSync(files.result, { force: true })
  const result = freshSchema(files.result, version)
  try {
    // Rows that migrations put into fresh tables would stand where rows of the damaged file belong.
    const triggers = result.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all()
    for (const name of triggers) result.exec(`DROP TRIGGER "${String(name)}"`)
    const tables = dataTables(result)
    for (const table of tables) result.exec(`DELETE FROM "${table}"`)
    return { tables, version, schemaLent: own === null, suspects: suspectTables(files.source, tables) }
  } finally {
    result.close()
  }
}

/** Tries the schema of the backup, then those that fresh databases of each version have. */
function borrowSchema(files: WorkFiles, backup: string | null): number | null {
  const damaged = `${files.source}.endommage`
  copyFileSync(files.source, damaged, constants.COPYFILE_FICLONE)
  const tryDonor = (donor: string): number | null => {
    copyFileSync(damaged, files.source, constants.COPYFILE_FICLONE)
    try {
      lendSchema(files.source, donor)
    } catch {
      return null
    }
    return readableVersion(files.source)
  }
  if (backup !== null) {
    const version = tryDonor(backup)
    if (version !== null && holdsSomething(files.source)) return version
  }
  const donor = `${files.base}.modele`
  for (const fresh of [...freshFiles()].reverse()) {
    writeFileSync(donor, fresh)
    const readable = tryDonor(donor)
    // A file that is not laid out like this has other pages where the tables should begin.
    if (readable !== null && holdsSomething(files.source)) return readable
  }
  return null
}

/** Whether a row that is ours comes from where the lent schema says that tables begin. */
function holdsSomething(path: string): boolean {
  const db = openCopy(path)
  const gives = (sql: string): boolean => {
    try {
      return db.prepare(sql).get() !== undefined
    } catch {
      return false
    }
  }
  try {
    return (
      gives(`SELECT 1 FROM body WHERE typeof(version) = 'integer'`) ||
      ['meeting', 'person', 'agenda_item'].some((table) =>
        gives(`SELECT 1 FROM ${table} WHERE length(id) = 36 LIMIT 1`),
      )
    )
  } finally {
    db.close()
  }
}

/** A copy of the backup at the version that is read, or empty tables. */
function makeBase(files: WorkFiles, backup: string | null, version: number): void {
  rmSync(files.base, { force: true })
  if (backup !== null) {
    copyFileSync(backup, files.base, constants.COPYFILE_FICLONE)
    const db = openCopy(files.base)
    try {
      const from = schemaVersion(db)
      if (from <= version) {
        for (const migration of migrations.slice(from, version)) db.exec(migration)
        return
      }
    } finally {
      db.close()
    }
    rmSync(files.base, { force: true })
  }
  freshSchema(files.base, version).close()
}

// The tables of a damaged copy that SQLite's own check speaks of; a table can be damaged and still be read to its end,
// with rows of another one in it or some left out.
/** Those of the tables that cannot be trusted to be complete. */
function suspectTables(path: string, tables: readonly string[]): string[] {
  const db = openCopy(path)
  try {
    // One by one: the check of a whole file may end at its first table.
    return tables.filter((table) => {
      try {
        return db.pragma(`integrity_check(${quoted(table)})`, { simple: true }) !== 'ok'
      } catch {
        return true
      }
    })
  } finally {
    db.close()
  }
}
