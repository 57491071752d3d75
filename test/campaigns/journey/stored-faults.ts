// Finds kept bytes that a row speaks of and that are gone, files of the store under a name that is not theirs, backups
// that are no backups.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { BACKUP_EXTENSION, BACKUP_FOLDER } from '../../../electron/db/backups/name.ts'
import { checkDatabase } from '../../../electron/db/copies/check.ts'
import { STORE_NAME } from '../../../electron/db/files/store.ts'
import { DATABASE_NAME } from '../../../electron/db/open.ts'
import { alteredRows } from '../../../electron/db/row-sums.ts'

/** Columns that name bytes which left, and are not kept here. */
const NOT_KEPT = [
  'produced_document.sha256',
  'dispatch_document.sha256',
  'sending.sha256',
  'shared_file.sha256',
]

export function storedFaults(dataFolder: string): string[] {
  return [
    ...misnamed(dataFolder),
    ...missing(dataFolder),
    ...altered(dataFolder),
    ...unsoundBackups(dataFolder),
  ]
}

/** Rows taken for altered although only this application wrote them. */
function altered(dataFolder: string): string[] {
  const db = new Database(join(dataFolder, DATABASE_NAME), { readonly: true })
  try {
    return alteredRows(db).map(({ table, id }) => `${table} ${id} is said to be altered`)
  } finally {
    db.close()
  }
}

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

function misnamed(dataFolder: string): string[] {
  const store = join(dataFolder, STORE_NAME)
  return (existsSync(store) ? readdirSync(store) : [])
    .filter((name) => /^[0-9a-f]{64}$/.test(name) && hashOf(join(store, name)) !== name)
    .map((name) => `kept bytes ${name.slice(0, 8)} are not whole`)
}

function missing(dataFolder: string): string[] {
  const db = new Database(join(dataFolder, DATABASE_NAME), { readonly: true })
  try {
    const columns = db
      .prepare(
        `SELECT s.name AS tableName, c.name AS columnName FROM sqlite_schema s, pragma_table_info(s.name) c
         WHERE s.type = 'table' AND c.name LIKE '%sha256'`,
      )
      .all() as { tableName: string; columnName: string }[]
    return columns
      .filter(({ tableName, columnName }) => !NOT_KEPT.includes(`${tableName}.${columnName}`))
      .flatMap(({ tableName, columnName }) =>
        (
          db
            .prepare(`SELECT ${columnName} FROM ${tableName} WHERE ${columnName} IS NOT NULL`)
            .pluck()
            .all() as string[]
        )
          .filter((hash) => !existsSync(join(dataFolder, STORE_NAME, hash)))
          .map((hash) => `kept bytes ${hash.slice(0, 8)} of ${tableName} are absent`),
      )
  } finally {
    db.close()
  }
}

/** Faults of a backup by the hash of its bytes: the same one is met in many images. */
const verdicts = new Map<string, boolean>()

function unsoundBackups(dataFolder: string): string[] {
  const folder = join(dataFolder, BACKUP_FOLDER)
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names
    .filter((name) => name.endsWith(BACKUP_EXTENSION))
    .flatMap((name) => {
      const path = join(folder, name)
      const hash = hashOf(path)
      const isSound = verdicts.get(hash) ?? checkDatabase(path).sound
      verdicts.set(hash, isSound)
      if (!isSound) return [`backup ${name} is not sound`]
      // A hash beside that says something else would make a sound backup look damaged.
      const beside = names.includes(`${name}.sha256`) ? readFileSync(`${path}.sha256`, 'utf8') : null
      return beside === null || beside.startsWith(hash) ? [] : [`the hash beside ${name} is another one`]
    })
}

/** Documents under their own name that are not whole: a PDF ends with its mark, a Word file with its list of parts. */
export function brokenDocuments(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .filter((name) => {
      const bytes = readFileSync(join(folder, name))
      return name.endsWith('.pdf')
        ? !bytes.subarray(-16).includes('%%EOF')
        : !bytes.subarray(-22).includes('PK\x05\x06')
    })
    .map((name) => `${name} is not whole`)
}
