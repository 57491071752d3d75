// A copy whose first page is destroyed gets the one of a database that was laid out alike, so that its tables are found
// again; only ever done to a copy.
import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { migrations } from '../migrations/index.ts'
import { nativeOptions } from '../native.ts'
import { openCopy } from './work-files.ts'

const PAGE = 4096
/** Where the header keeps what must fit the file, see the file format of SQLite. */
const at = {
  writeVersion: 18,
  readVersion: 19,
  changeCounter: 24,
  pageCount: 28,
  firstFree: 32,
  freeCount: 36,
  validFor: 92,
}

/** Brings the file to whole pages, and to as many as its header promises: a cut file is not opened at all otherwise. */
export function padToPages(path: string): void {
  const file = openSync(path, 'r+')
  try {
    const header = Buffer.alloc(100)
    const got = readSync(file, header, 0, 100, 0)
    const { size } = fstatSync(file)
    const promised =
      got === 100 && header.toString('latin1', 0, 15) === 'SQLite format 3'
        ? header.readUInt32BE(at.pageCount)
        : 0
    // A promise beyond twice the file is damage too.
    const pages = Math.max(Math.ceil(size / PAGE), promised * PAGE <= size * 2 + 64 * PAGE ? promised : 0)
    if (pages * PAGE > size) ftruncateSync(file, pages * PAGE)
  } finally {
    closeSync(file)
  }
}

/** The schema version of a copy whose tables can all be found; null when they cannot. */
export function readableVersion(path: string): number | null {
  let db: Database.Database | undefined
  try {
    db = openCopy(path)
    const version = Number(db.pragma('user_version', { simple: true }))
    if (version < 1 || version > migrations.length) return null
    const there = new Set(
      db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`).pluck().all(),
    )
    return tablesOf(version).every((table) => there.has(table)) ? version : null
  } catch {
    return null
  } finally {
    db?.close()
  }
}

/** By schema version, which never changes. */
const tables = new Map<number, readonly string[]>()

/** Names of the tables that hold data in a schema version: what the search keeps, and the sums, are made from them. */
function tablesOf(version: number): readonly string[] {
  if (!tables.has(version)) for (const _ of freshFiles());
  return tables.get(version) ?? []
}

/** The file of an empty database of each schema version, oldest first: each is the one before and one migration. */
export function* freshFiles(): Generator<Buffer> {
  const db = new Database(':memory:', nativeOptions())
  try {
    for (const [at, migration] of migrations.entries()) {
      db.exec(migration)
      db.pragma(`user_version = ${at + 1}`)
      tables.set(at + 1, dataTables(db))
      yield db.serialize()
    }
  } finally {
    db.close()
  }
}

export function dataTables(db: Database.Database): string[] {
  return db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0
         AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' AND name <> 'row_sum' ORDER BY rootpage`,
    )
    .pluck()
    .all() as string[]
}

/** A database with the tables of a version, as its migrations make them. */
export function freshSchema(path: string, version: number): Database.Database {
  const db = path === ':memory:' ? new Database(path, nativeOptions()) : openCopy(path)
  for (const migration of migrations.slice(0, version)) db.exec(migration)
  db.pragma(`user_version = ${version}`)
  return db
}

/**
 * Writes the pages of the donor's schema over those of the copy, its header made to fit the copy. Tables keep their place for
 * life: a backup of the same version is laid out alike, page by page.
 */
export function lendSchema(path: string, donor: string): void {
  const { pages, last } = schemaPages(donor)
  const from = openSync(donor, 'r')
  const file = openSync(path, 'r+')
  try {
    // A file that was cut may lack pages of the schema, or those where a table begins: SQLite then refuses all of it.
    const count = Math.max(Math.ceil(fstatSync(file).size / PAGE), ...pages, last)
    ftruncateSync(file, count * PAGE)
    for (const page of pages) {
      const bytes = Buffer.alloc(PAGE)
      readSync(from, bytes, 0, PAGE, (page - 1) * PAGE)
      if (page === 1) {
        // With a log beside it the file is read as SQLite left it; without one it is a plain file.
        const mode = existsSync(`${path}-wal`) ? 2 : 1
        bytes.writeUInt8(mode, at.writeVersion)
        bytes.writeUInt8(mode, at.readVersion)
        bytes.writeUInt32BE(count, at.pageCount)
        bytes.writeUInt32BE(bytes.readUInt32BE(at.changeCounter), at.validFor)
        // Free pages are not read; the donor's list of them would be wrong here.
        bytes.writeUInt32BE(0, at.firstFree)
        bytes.writeUInt32BE(0, at.freeCount)
      }
      writeSync(file, bytes, 0, PAGE, (page - 1) * PAGE)
    }
  } finally {
    closeSync(from)
    closeSync(file)
  }
}

/** The pages of the table of tables: page 1, and those below it when it has grown; and the last page where a table begins. */
function schemaPages(path: string): { pages: number[]; last: number } {
  const db = new Database(path, { ...nativeOptions(), readonly: true })
  try {
    const pages = db
      .prepare(`SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'`)
      .pluck()
      .all() as number[]
    return { pages, last: Number(db.prepare('SELECT max(rootpage) FROM sqlite_schema').pluck().get()) }
  } finally {
    db.close()
  }
}
