import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nativeOptions } from '../../electron/db/native.ts'
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
    [{ ...noting, work: 'INSERT INTO' }, 'syntax error'],
    [{ ...noting, work: 'INSERT INTO seen VALUES (NEW.nothing)' }, 'nothing'],
    [{ ...noting, table: 'nowhere' }, 'no table nowhere'],
  ])('is refused where it cannot work: %o', (trigger, why) => {
    expect(() => makeTriggers(db, [noting, { ...trigger, name: 'bad' }])).toThrow(why)
  })
})
