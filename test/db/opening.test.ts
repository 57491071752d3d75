import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import { SCHEMA_VERSION } from '../../electron/db/migrate.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME, type OpenData, openData } from '../../electron/db/open.ts'
import { FOUND_FOLDER } from '../../electron/db/unclean.ts'
import { emptyDatabase } from '../empty-database.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-db-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const hooks = (second = 0) => ({
  beforeMigration: async () => undefined,
  slow: () => undefined,
  clock: () => new Date(Date.UTC(2026, 10, 24, 9, 0, second)),
})
const open = (): Promise<OpenData> => openData(folder, hooks())
const code = async (where = folder): Promise<string> => {
  try {
    const data = await openData(where, hooks())
    data.close()
    return 'opened'
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : String(thrown)
  }
}

/** A copy of the files as a process that dies now leaves them: no lock is held there, nothing was closed. */
function leftBehind(): string {
  const copy = mkdtempSync(join(tmpdir(), 'seances-reste-'))
  for (const suffix of ['', '-wal']) {
    const from = join(folder, `${DATABASE_NAME}${suffix}`)
    if (existsSync(from)) cpSync(from, join(copy, `${DATABASE_NAME}${suffix}`))
  }
  return copy
}

/** The database and its log, byte for byte. */
function bytesIn(where: string): Record<string, string> {
  return Object.fromEntries(
    ['', '-wal']
      .map((suffix) => `${DATABASE_NAME}${suffix}`)
      .filter((name) => existsSync(join(where, name)))
      .map((name) => [name, readFileSync(join(where, name)).toString('base64')]),
  )
}

describe('opening', () => {
  it('sets what "saved" means, the first time and every time', async () => {
    for (const _ of [1, 2]) {
      const { sqlite, close } = await open()
      expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
      expect(sqlite.pragma('synchronous', { simple: true })).toBe(2)
      expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
      expect(sqlite.pragma('trusted_schema', { simple: true })).toBe(0)
      expect(sqlite.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
      close()
    }
  })

  it('refuses a second writer while the first lives, and lets it in afterwards', async () => {
    const first = await open()
    expect(await code()).toBe('data-in-use')
    first.close()
    expect(await code()).toBe('opened')
  })

  it('takes back a change of an older kind of journal that was cut short, as by a full disk or a power cut', async () => {
    const data = await open()
    data.sqlite.exec(`UPDATE body SET name = 'Avant'`)
    data.close()
    const path = join(folder, DATABASE_NAME)
    const db = new Database(path, nativeOptions())
    for (const pragma of ['journal_mode = DELETE', 'cache_size = 10']) db.pragma(pragma)
    // More than its memory holds: the file is changed before the end, and its journal lies beside it.
    db.exec(`BEGIN IMMEDIATE; UPDATE body SET name = 'Pendant';
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
      INSERT INTO journal_entry (at, who, method, state) SELECT printf('%.200d', i), 'x', 'x', 'done' FROM n`)
    const left = ['', '-journal'].map(
      (suffix) => [`${path}${suffix}`, readFileSync(`${path}${suffix}`)] as const,
    )
    db.exec('ROLLBACK')
    db.close()
    for (const [name, bytes] of left) writeFileSync(name, bytes)
    const { sqlite, close } = await open()
    expect(sqlite.prepare('SELECT name FROM body').pluck().get()).toBe('Avant')
    close()
  })

  it('refuses a newer database without touching it, its log included', async () => {
    const data = await open()
    data.sqlite.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
    const copy = leftBehind()
    data.close()
    expect(readFileSync(join(copy, `${DATABASE_NAME}-wal`)).length).toBeGreaterThan(0)
    const before = bytesIn(copy)
    expect(await code(copy)).toBe('data-newer')
    expect(bytesIn(copy)).toEqual(before)
  })

  it('keeps the three files as it found them after a process that died, and no more than three times', async () => {
    const data = await open()
    data.sqlite.exec(`UPDATE body SET name = 'avant la panne'`)
    const copy = leftBehind()
    data.close()
    const before = bytesIn(copy)
    const again = await openData(copy, hooks())
    expect(again.wasLeftOpen).toBe(true)
    expect(again.sqlite.prepare('SELECT name FROM body').pluck().get()).toBe('avant la panne')
    const [kept = ''] = readdirSync(join(copy, FOUND_FOLDER))
    expect(bytesIn(join(copy, FOUND_FOLDER, kept))).toEqual(before)
    again.close()
    // A clean end leaves nothing to keep.
    const clean = await openData(copy, hooks())
    expect(clean.wasLeftOpen).toBe(false)
    clean.close()
    for (let start = 0; start < 5; start += 1) {
      writeFileSync(join(copy, 'seances.ouvert'), '')
      ;(await openData(copy, hooks(start + 1))).close()
    }
    expect(readdirSync(join(copy, FOUND_FOLDER))).toHaveLength(3)
  })

  it('examines what a process that died left, and refuses it damaged without playing its log in', async () => {
    const data = await open()
    data.close()
    const copy = leftBehind()
    const bytes = readFileSync(join(copy, DATABASE_NAME))
    // An index page deep inside: nothing that an opening reads by itself.
    bytes.fill(0xa5, bytes.length - 4096 * 2, bytes.length - 4096)
    writeFileSync(join(copy, DATABASE_NAME), bytes)
    writeFileSync(join(copy, 'seances.ouvert'), '')
    expect(await code(copy)).toBe('data-damaged')
    expect(readFileSync(join(copy, DATABASE_NAME)).equals(bytes)).toBe(true)
  })

  it('makes no database where one was and is gone', async () => {
    const data = await open()
    data.close()
    rmSync(join(folder, DATABASE_NAME))
    mkdirSync(join(folder, 'sauvegardes'))
    writeFileSync(join(folder, 'sauvegardes', '2026-11-24T09-00-00-000Z_close.seances'), '')
    expect(await code()).toBe('data-missing')
    expect(existsSync(join(folder, DATABASE_NAME))).toBe(false)
    ;(await openData(folder, { ...hooks(), mayStartEmpty: true })).close()
    expect(await code()).toBe('opened')
  })

  it('checks each cell where it is read, and maps nothing', async () => {
    const { sqlite, close } = await open()
    expect(sqlite.pragma('cell_size_check', { simple: true })).toBe(1)
    expect(sqlite.pragma('mmap_size', { simple: true })).toBe(0)
    close()
  })

  it('leaves no log behind when it closes', async () => {
    const { sqlite, close } = await open()
    sqlite.exec(`UPDATE body SET name = 'x'`)
    close()
    expect(existsSync(join(folder, `${DATABASE_NAME}-wal`))).toBe(false)
  })

  it('detects a file that is no database and leaves it in place', async () => {
    const rubbish = Buffer.from(
      'ceci n’est pas une base de données, et c’est assez long pour une page'.repeat(100),
    )
    writeFileSync(join(folder, DATABASE_NAME), rubbish)
    expect(await code()).toBe('data-damaged')
    expect(readFileSync(join(folder, DATABASE_NAME)).equals(rubbish)).toBe(true)
  })

  it('keeps every table strict and every foreign key indexed', async () => {
    const { sqlite, close } = await open()
    const tables = sqlite
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index_%'`,
      )
      .pluck()
      .all() as string[]
    expect(tables.length).toBeGreaterThan(15)
    for (const table of tables) {
      const strict = sqlite.prepare('SELECT strict FROM pragma_table_list WHERE name = ?').pluck().get(table)
      expect([table, strict]).toEqual([table, 1])
      for (const { from } of sqlite.pragma(`foreign_key_list(${table})`) as { from: string }[]) {
        const leading = (sqlite.pragma(`index_list(${table})`) as { name: string }[]).map(
          ({ name }) => (sqlite.pragma(`index_info(${name})`) as { name: string }[])[0]?.name,
        )
        expect(leading, `${table}.${from}`).toContain(from)
      }
    }
    close()
  })

  it('throws when another connection is used inside a transaction instead of waiting for ever', async () => {
    const { db, close } = await open()
    await expect(
      db.transaction().execute(async () => {
        await db.selectFrom('meeting').selectAll().execute()
      }),
    ).rejects.toThrow('used outside the open transaction')
    close()
  })

  it('uses the SQLite with the repaired WAL reset (3.51.3 or later)', () => {
    const db = new Database(':memory:', nativeOptions())
    const [major = 0, minor = 0, patch = 0] = String(db.prepare('SELECT sqlite_version()').pluck().get())
      .split('.')
      .map(Number)
    expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(3_051_003)
    db.close()
  })
})

it('the empty database that tests begin with is the one of a first start', async () => {
  const schemaOf = (db: Database.Database) => [
    db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all(),
    db.pragma('user_version'),
  ]
  const first = await open()
  const prepared = new Database(emptyDatabase(), nativeOptions())
  expect(schemaOf(prepared)).toEqual(schemaOf(first.sqlite))
  prepared.close()
  first.close()
})
