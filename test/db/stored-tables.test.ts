import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { journalTriggers } from '../../electron/db/journal/journal.ts'
import { tableShapes } from '../../electron/db/merge/shape.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { sumTriggers } from '../../electron/db/row-sums.ts'
import { EveryText } from '../../electron/db/search/every-text.ts'
import { exceptions, storedTables, type Way } from '../../electron/db/stored-tables.ts'
import { makeTriggers } from '../../electron/db/temp-triggers.ts'

let db: Database.Database
beforeEach(() => {
  db = new Database(':memory:', nativeOptions())
  migrate(db)
})
afterEach(() => void db.close())

/** The tables on which a TEMP trigger stands for each row that is added. */
const triggered = () =>
  db
    .prepare(
      `SELECT tbl_name FROM sqlite_temp_schema WHERE type = 'trigger' AND name LIKE '%\\_insert' ESCAPE '\\'`,
    )
    .pluck()
    .all() as string[]

/** The tables that a way really goes through. */
const gone: Record<Way, () => string[]> = {
  journal: () => {
    makeTriggers(db, journalTriggers(db))
    return triggered()
  },
  merge: () => tableShapes(db).map(({ name }) => name),
  texts: () => new EveryText(db).tables.map(({ name }) => name),
  sums: () => {
    makeTriggers(db, sumTriggers(db))
    return triggered()
  },
}
const ways = ['journal', 'merge', 'texts', 'sums'] as const
/** The tables that are not gone through, and named nowhere. */
const forgotten = (way: Way, there: readonly string[]) =>
  storedTables(db).filter((name) => !there.includes(name) && exceptions[name]?.[way] === undefined)

describe.each(ways)('every table of the schema, for the %s,', (way) => {
  it('is gone through, or is named as an exception with its reason', () => {
    const there = gone[way]()
    expect(there.length).toBeGreaterThan(60)
    expect(forgotten(way, there)).toEqual([])
    expect(
      forgotten(
        way,
        there.filter((name) => name !== 'meeting'),
      ),
    ).toEqual(['meeting'])
  })

  it('is gone through as soon as it is there: a planted one too', () => {
    db.exec('CREATE TABLE planted (id TEXT PRIMARY KEY, meeting_id TEXT, words TEXT) STRICT')
    expect(gone[way]()).toContain('planted')
  })
})

describe('an exception', () => {
  it('names a table that there is', () => {
    const all = storedTables(db)
    expect(Object.keys(exceptions).filter((name) => !all.includes(name))).toEqual([])
  })
})

it('the texts are asked of the schema once, and by no step through their rows', () => {
  const asked: string[] = []
  const told = new Database(':memory:', { ...nativeOptions(), verbose: (sql) => asked.push(String(sql)) })
  try {
    migrate(told)
    const [table] = new EveryText(told).tables
    if (table === undefined) throw new Error('no table of texts')
    asked.length = 0
    const texts = new EveryText(told)
    texts.step(table, 0, () => undefined)
    texts.stepImages(0, () => undefined)
    expect(asked.filter((sql) => /table_info|foreign_key_list|sqlite_schema/.test(sql))).toEqual([])
    const first = texts.tables
    const count = asked.length
    expect(texts.tables).toBe(first)
    expect(asked).toHaveLength(count)
  } finally {
    told.close()
  }
})
