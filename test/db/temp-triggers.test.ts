import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { columnsOf, quoted } from '../../electron/db/columns.ts'
import { Journal, journalTriggers } from '../../electron/db/journal/journal.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { Tracker } from '../../electron/db/reads/tracker.ts'
import { sumTriggers } from '../../electron/db/row-sums.ts'
import { searchTriggers } from '../../electron/db/search/search.ts'
import { makeTriggers } from '../../electron/db/temp-triggers.ts'

let db: Database.Database
beforeEach(() => {
  db = new Database(':memory:', nativeOptions())
  db.exec('CREATE TABLE row (id TEXT); CREATE TEMP TABLE seen (id TEXT)')
})
afterEach(() => void db.close())

const noting = { name: 'noted', table: 'row', event: 'INSERT', work: 'INSERT INTO seen VALUES (NEW.id)' }

describe('a trigger', () => {
  it('works on every row from then on, and the schema is closed again', () => {
    makeTriggers(db, [noting, { ...noting, name: 'noted_b', when: `NEW.id = 'b'` }])
    db.exec(`INSERT INTO row VALUES ('a'), ('b')`)
    expect(db.prepare('SELECT id FROM seen').pluck().all()).toEqual(['a', 'b', 'b'])
    expect(() => db.exec(`DELETE FROM sqlite_schema`)).toThrow('may not be modified')
    expect(db.pragma('writable_schema', { simple: true })).toBe(0)
  })

  it.each([
    [{ ...noting, work: 'INSERT INTO' }, 'unreadable trigger'],
    [{ ...noting, table: 'nowhere' }, 'no table nowhere'],
  ])('is refused where it cannot work: %o', (trigger, why) => {
    expect(() => makeTriggers(db, [noting, { ...trigger, name: 'bad' }])).toThrow(why)
  })
})

/** What a write of the tables that have one runs into, by table. */
function unusable(desk: Database.Database): string[] {
  const tables = desk
    .prepare(`SELECT DISTINCT tbl_name FROM temp.sqlite_schema WHERE type = 'trigger'`)
    .pluck()
  return (tables.all() as string[]).flatMap((table) => {
    const all = columnsOf(desk, table).map((column) => `${quoted(column)} = ${quoted(column)}`)
    return [
      `INSERT INTO ${quoted(table)} DEFAULT VALUES`,
      `UPDATE ${quoted(table)} SET ${all.join(', ')}`,
      `DELETE FROM ${quoted(table)}`,
    ].flatMap((sql) => {
      try {
        desk.prepare(`EXPLAIN ${sql}`)
        return []
      } catch (thrown) {
        return [`${sql}: ${String(thrown)}`]
      }
    })
  })
}

it('names nothing that is not there, on any table of a desk: what is found at the first write only', () => {
  db.exec('DROP TABLE row')
  migrate(db)
  // The tables of the connection that they write to.
  void new Journal(db, new Tracker(db))
  makeTriggers(db, [...searchTriggers(db), ...sumTriggers(db), ...journalTriggers(db)])
  expect(unusable(db)).toEqual([])
  makeTriggers(db, [
    { name: 'bad', table: 'college', event: 'DELETE', work: 'INSERT INTO seen VALUES (OLD.missing)' },
  ])
  expect(unusable(db)).toEqual([expect.stringMatching(/^DELETE FROM "?college"?: .*OLD\.missing/)])
})
