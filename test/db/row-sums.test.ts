// A row that is not what was written is found, and no row that the application wrote is ever taken for one.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkDatabase } from '../../electron/db/copies/check.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME, type OpenData, openData } from '../../electron/db/open.ts'
import {
  alteredRows,
  stillAltered,
  sumAgain,
  sumAgainAfter,
  sumTriggers,
} from '../../electron/db/row-sums.ts'
import { makeTriggers } from '../../electron/db/temp-triggers.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seances-sommes-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (): Promise<OpenData> =>
  openData(folder, {
    beforeMigration: async () => undefined,
    slow: () => undefined,
    clock: () => new Date(),
  })

const path = () => join(folder, DATABASE_NAME)

/** What no trigger of the application sees. */
function tamper(sql: string): void {
  const db = new Database(path(), nativeOptions())
  db.exec(sql)
  db.close()
}

const college = (id: string, name: string) => `('${id}', 1, '${name}', 0)`

describe('a row written by the application', () => {
  // Each statement of the kinds there are, as SQLite lets them be written, on a few rows that meet one another.
  const ids = ['a', 'b', 'c']
  const id = fc.constantFrom(...ids)
  const name = fc.constantFrom('un', 'deux', 'l’été', '')
  const write = fc.oneof(
    fc.tuple(id, name).map(([i, n]) => `INSERT OR IGNORE INTO college VALUES ${college(i, n)}`),
    fc.tuple(id, name).map(([i, n]) => `INSERT OR REPLACE INTO college VALUES ${college(i, n)}`),
    fc
      .tuple(id, name)
      .map(
        ([i, n]) =>
          `INSERT INTO college VALUES ${college(i, n)} ON CONFLICT (id) DO UPDATE SET name = excluded.name || 'x'`,
      ),
    fc
      .tuple(id, name)
      .map(([i, n]) => `UPDATE college SET name = '${n}', version = version + 1 WHERE id = '${i}'`),
    fc.tuple(id, id).map(([i, j]) => `UPDATE OR IGNORE college SET id = '${j}' WHERE id = '${i}'`),
    fc.tuple(id, id).map(([i, j]) => `UPDATE OR REPLACE college SET id = '${j}' WHERE id = '${i}'`),
    id.map((i) => `DELETE FROM college WHERE id = '${i}'`),
    fc.constantFrom(
      'DELETE FROM college',
      'UPDATE body SET name = name || 1',
      'VACUUM',
      'BEGIN; UPDATE college SET name = 9; ROLLBACK',
      `SAVEPOINT s; INSERT OR IGNORE INTO college VALUES ${college('c', 'z')}; ROLLBACK TO s; RELEASE s`,
    ),
  )

  it('is never taken for an altered one', () => {
    const db = new Database(':memory:', nativeOptions())
    migrate(db)
    makeTriggers(db, sumTriggers(db))
    const altered = (statements: readonly string[]) => {
      for (const sql of statements) db.exec(sql)
      return alteredRows(db)
    }
    fc.assert(
      fc.property(fc.array(write, { minLength: 1, maxLength: 12 }), (all) => {
        expect(altered(all)).toEqual([])
      }),
      { numRuns: 100 },
    )
    // Where nothing keeps the sums the same statements are noticed.
    altered(['DELETE FROM college', `INSERT INTO college VALUES ${college('a', 'un')}`])
    const triggers = db
      .prepare(`SELECT name FROM sqlite_temp_schema WHERE type = 'trigger' AND name LIKE 'sum_college%'`)
      .pluck()
      .all()
    expect(
      altered([...triggers.map((name) => `DROP TRIGGER ${name}`), `UPDATE college SET name = 'x'`]),
    ).toEqual([{ table: 'college', id: 'a' }])
    db.close()
  })

  it('is what it is by the kind of each value, and by where one ends', () => {
    const db = new Database(':memory:', nativeOptions())
    migrate(db)
    makeTriggers(db, sumTriggers(db))
    const sums = ['a', 'b'].map((i) => {
      db.exec(`INSERT INTO college VALUES ('${i}', 1, '', 0)`)
      return db.prepare(`SELECT sum FROM row_sum WHERE row_id = ?`).pluck().get(i)
    })
    expect(sums[0]).not.toBe(sums[1])
    db.close()
  })
})

describe('a migration', () => {
  it.each(['version-1', 'version-2', 'version-4'])(
    'of %s takes no row for an altered one',
    async (version) => {
      const fixture = new URL(`../fixtures/databases/${version}.sqlite.gz`, import.meta.url)
      writeFileSync(path(), gunzipSync(readFileSync(fixture)))
      const data = await open()
      expect(alteredRows(data.sqlite)).toEqual([])
      const summed = data.sqlite
        .prepare(`SELECT count(*) FROM row_sum WHERE table_name = 'meeting'`)
        .pluck()
        .get()
      expect(summed).toBe(data.sqlite.prepare('SELECT count(*) FROM meeting').pluck().get())
      data.close()
    },
  )

  it('leaves a row altered that was so before', () => {
    const db = new Database(':memory:', nativeOptions())
    migrate(db)
    makeTriggers(db, sumTriggers(db))
    db.exec(`INSERT INTO college VALUES ${college('a', 'un')}, ${college('b', 'deux')}`)
    db.exec('DROP TRIGGER sum_college_update')
    db.exec(`UPDATE college SET name = 'altéré' WHERE id = 'b'`)
    sumAgainAfter(db, () => void db.exec(`ALTER TABLE college ADD COLUMN motto TEXT NOT NULL DEFAULT ''`))
    expect(alteredRows(db)).toEqual([{ table: 'college', id: 'b' }])
    db.close()
  })
})

describe('an altered row', () => {
  beforeEach(async () => {
    const data = await open()
    data.sqlite.exec(`INSERT INTO college VALUES ${college('a', 'un')}, ${college('b', 'deux')}`)
    data.close()
    tamper(`UPDATE college SET name = 'dfux' WHERE id = 'b'`)
  })
  const b = { table: 'college', id: 'b' }

  it('is found in a file that SQLite itself finds sound', () => {
    expect(checkDatabase(path())).toMatchObject({ sound: true, altered: [b] })
  })

  it('stays so over an opening, until it is written again', async () => {
    const data = await open()
    expect(stillAltered(data.sqlite, [b])).toEqual([b])
    data.sqlite.exec(`UPDATE college SET name = 'deux' WHERE id = 'b'`)
    expect(stillAltered(data.sqlite, [b])).toEqual([])
    expect(alteredRows(data.sqlite)).toEqual([])
    data.close()
  })

  it('counts as it is once somebody has read it', async () => {
    const data = await open()
    sumAgain(data.sqlite, [b])
    expect(alteredRows(data.sqlite)).toEqual([])
    expect(
      data.sqlite.prepare('SELECT count(*) FROM row_sum WHERE row_id IN (?, ?)').pluck().get('a', 'b'),
    ).toBe(2)
    data.close()
  })
})
