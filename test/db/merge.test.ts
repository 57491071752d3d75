import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeCopies } from '../../electron/db/merge/run.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME, openData } from '../../electron/db/open.ts'
import type { Side } from '../../electron/domain/text/three-way.ts'
import { demoRows } from '../../electron/features/settings/sample/demo.ts'
import { insertDemo } from '../../electron/features/settings/sample/insert.ts'

let folder: string
let base: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seances-merge-'))
  const data = await openData(join(folder, 'base'), {
    beforeMigration: async () => undefined,
    slow: () => undefined,
    clock: () => new Date(),
  })
  await data.db
    .transaction()
    .execute((tx) => insertDemo(tx, demoRows({ seed: 'réunion', years: 1, end: '2026-11-24' })))
  data.sqlite.pragma('journal_mode = DELETE')
  data.close()
  base = join(folder, 'base', DATABASE_NAME)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** An edit by its place among the rows there are. */
type Edit =
  | { do: 'change'; table: number; row: number; word: number }
  | { do: 'remove'; row: number }
  | { do: 'add'; row: number; word: number }

const texts = [
  ['meeting', 'title'],
  ['meeting', 'place'],
  ['agenda_item', 'title'],
  ['agenda_item', 'presenter'],
  ['decision', 'text'],
  ['action', 'text'],
  ['person', 'email'],
  ['project', 'title'],
  ['body', 'name'],
] as const

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      table: fc.nat(texts.length - 1),
      row: fc.nat(3),
      word: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), row: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add' as const), row: fc.nat(2), word: fc.nat(2) }) },
)

function openAt(path: string): Database.Database {
  return new Database(path, nativeOptions())
}

/** An edit; ids of what one desk adds are its own. */
function apply(db: Database.Database, one: Edit, desk: string, n: number): void {
  if (one.do === 'change') {
    const [table, column] = texts[one.table] ?? texts[0]
    const id = db
      .prepare(`SELECT id FROM ${table} ORDER BY id LIMIT 1 OFFSET ?`)
      .pluck()
      .get(table === 'body' ? 0 : one.row)
    db.prepare(`UPDATE ${table} SET ${column} = ?, version = version + 1 WHERE id = ?`).run(
      `mot ${one.word}`,
      id,
    )
  } else if (one.do === 'remove') {
    // One on which no other row stands.
    const id = db
      .prepare(
        `SELECT id FROM decision WHERE NOT EXISTS (
           SELECT 1 FROM decision_follow_up AS later WHERE decision.id IN (later.id, later.replaced_by_id))
         ORDER BY id LIMIT 1 OFFSET ?`,
      )
      .pluck()
      .get(one.row)
    db.prepare('UPDATE session_line SET decision_id = NULL WHERE decision_id = ?').run(id)
    // Done by the application's own connection itself.
    db.prepare(`DELETE FROM search_text WHERE kind = 'decision' AND entity_id = ?`).run(id)
    db.prepare('DELETE FROM decision WHERE id = ?').run(id)
  } else {
    const item = db
      .prepare('SELECT id, meeting_id AS meetingId FROM agenda_item ORDER BY id LIMIT 1 OFFSET ?')
      .get(one.row) as { id: string; meetingId: string }
    const rank = Number(
      db
        .prepare('SELECT coalesce(max(rank), 0) + 1 FROM decision WHERE meeting_id = ?')
        .pluck()
        .get(item.meetingId),
    )
    const columns = db.pragma('table_info(decision)') as {
      name: string
      notnull: number
      dflt_value: string | null
    }[]
    const values: Record<string, string | number> = {
      ...{
        id: `zz-${desk}-${n}`,
        version: 1,
        meeting_id: item.meetingId,
        item_id: item.id,
        rank,
        text: `décision ${desk} ${n}`,
      },
    }
    for (const { name, notnull, dflt_value } of columns)
      if (notnull === 1 && dflt_value === null && !(name in values)) values[name] = ''
    const names = Object.keys(values)
    db.prepare(`INSERT INTO decision (${names.join()}) VALUES (${names.map(() => '?').join()})`).run(
      ...Object.values(values),
    )
  }
}

let made = 0
function edited(edits: readonly Edit[], desk: string): string {
  const path = join(folder, `${desk}-${made++}.sqlite`)
  copyFileSync(base, path)
  const db = openAt(path)
  // Seals stand in the way of a test that changes anything.
  const seals = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%sealed%'`)
    .pluck()
    .all()
  for (const name of seals) db.exec(`DROP TRIGGER ${String(name)}`)
  edits.forEach((one, n) => {
    apply(db, one, desk, n)
  })
  db.close()
  return path
}

type Rows = Map<string, Record<string, unknown>>
const watched = ['meeting', 'agenda_item', 'decision', 'action', 'person', 'project', 'body'] as const

function rowsOf(path: string, table: string): Rows {
  const db = openAt(path)
  const rows = db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]
  db.close()
  return new Map(rows.map((row) => [String(row.id), row]))
}

/** Faults of a merge: a change of one desk alone that is not there, or a collision that was not asked. */
function faultsOf(ours: string, theirs: string, merged: string, asked: ReadonlySet<string>): string[] {
  const faults: string[] = []
  for (const table of watched) {
    const [was, here, there, now] = [base, ours, theirs, merged].map((path) => rowsOf(path, table))
    if (!was || !here || !there || !now) throw new Error('four versions')
    for (const id of new Set([...was.keys(), ...here.keys(), ...there.keys()])) {
      const [before, own, other, after] = [was, here, there, now].map((rows) => rows.get(id))
      if (before === undefined) {
        // Added by one: there, whatever number it got.
        const added = own ?? other
        if (after?.text !== added?.text) faults.push(`${table} ${id} added and not there`)
        continue
      }
      if (own === undefined || other === undefined) {
        const left = own ?? other
        const untouched = left === undefined || same(left, before)
        if (untouched ? after !== undefined : !asked.has(`${table} ${id} `))
          faults.push(`${table} ${id} removed`)
        continue
      }
      for (const column of Object.keys(before).filter((name) => name !== 'version' && name !== 'rank')) {
        const [b, o, t, a] = [before, own, other, after].map((row) => row?.[column])
        const collides = o !== b && t !== b && o !== t
        if (collides ? !asked.has(`${table} ${id} ${column}`) : a !== (o === b ? t : o))
          faults.push(`${table} ${id} ${column}`)
      }
    }
  }
  return faults
}

function same(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return Object.keys(a).every((name) => name === 'version' || a[name] === b[name])
}

async function merge(ours: string, theirs: string, side: Side, common: string | null = base) {
  const order = {
    ...{
      ours,
      theirs,
      base: common,
      folder: join(folder, `merge-${made++}`),
      who: 'essai',
      at: '2026-11-24T09:00:00.000Z',
    },
  }
  const first = await mergeCopies({ ...order, choices: {} })
  const choices = Object.fromEntries(first.differences.map(({ key }) => [key, side]))
  const second = await mergeCopies({ ...order, choices })
  return { first, second }
}

const edits = fc.array(edit, { maxLength: 12, size: 'max' })

/** Both desks name the body at last, each in its own way: something always collides. */
const nameBody = (word: number): Edit => ({ do: 'change', table: texts.length - 1, row: 0, word })

describe('what two desks wrote', () => {
  it('is all there, and what collides is asked', async () => {
    await fc.assert(
      fc.asyncProperty(edits, edits, fc.constantFrom<Side>('ours', 'theirs'), async (here, there, side) => {
        const [ours, theirs] = [edited([...here, nameBody(0)], 'ici'), edited([...there, nameBody(1)], 'la')]
        const { first, second } = await merge(ours, theirs, side)
        expect(first.differences.length).toBeGreaterThan(0)
        expect(second.unresolved).toBe(0)
        if (second.path === null) throw new Error('nothing merged')
        const keys = new Set(first.differences.map(({ key }) => key))
        expect(faultsOf(ours, theirs, second.path, keys)).toEqual([])
        for (const { table, key, field, [side]: chosen } of first.differences) {
          const [, id = ''] = key.split(' ')
          const row = rowsOf(second.path, table).get(id)
          if (field !== '') expect(row?.[field]).toBe(chosen)
          else expect(row === undefined).toBe(chosen === null)
        }
        const db = openAt(second.path)
        expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
        expect(db.pragma('foreign_key_check')).toEqual([])
        db.close()
      }),
      { numRuns: 8, endOnFailure: true },
    )
  })

  it('is found to be lost where one desk overwrites the other', () => {
    const overwriting = () =>
      fc.assert(
        fc.property(edits, edits, (here, there) => {
          const [ours, theirs] = [edited(here, 'ici'), edited(there, 'la')]
          expect(faultsOf(ours, theirs, theirs, new Set())).toEqual([])
        }),
        { numRuns: 10, endOnFailure: true },
      )
    expect(overwriting).toThrow(/Property failed/)
  })

  it('says what was chosen and could not take its place: another row has it', async () => {
    const common = edited([], 'mots')
    const write = (path: string, ...statements: string[]): string => {
      const to = join(folder, `mots-${made++}.sqlite`)
      copyFileSync(path, to)
      const db = openAt(to)
      for (const statement of statements) db.exec(statement)
      db.close()
      return to
    }
    const add = (id: string) =>
      `INSERT INTO dictionary_word (id, version, word) VALUES ('${id}', 1, 'intercommunal')`
    const was = write(common, add('w1'))
    // Here the word was taken out and added anew; there the same row was written again.
    const ours = write(was, `DELETE FROM dictionary_word WHERE id = 'w1'`, add('w2'))
    const theirs = write(was, `UPDATE dictionary_word SET word = 'intercommunale' WHERE id = 'w1'`)
    const again = write(
      theirs,
      `UPDATE dictionary_word SET word = 'intercommunal', version = 3 WHERE id = 'w1'`,
    )
    expect((await merge(ours, again, 'theirs', was)).first.differences).toEqual([])
    const taken = write(ours, `UPDATE dictionary_word SET word = 'intercommunale' WHERE id = 'w2'`)
    const { first, second } = await merge(taken, theirs, 'theirs', was)
    expect(first.differences).toMatchObject([{ table: 'dictionary_word', field: '', settled: null }])
    expect(second.unresolved).toBe(0)
    expect(second.differences.filter(({ settled }) => settled === 'ours')).toMatchObject([
      { key: first.differences[0]?.key, theirs: 'intercommunale' },
    ])
  })

  it('is not merged before every question is answered', async () => {
    const change = (word: number): Edit => ({ do: 'change', table: 0, row: 0, word })
    const { first } = await merge(edited([change(0)], 'ici'), edited([change(1)], 'la'), 'ours')
    expect(first).toMatchObject({ path: null, unresolved: 1 })
    expect(first.differences).toMatchObject([
      { table: 'meeting', field: 'title', ours: 'mot 0', theirs: 'mot 1' },
    ])
  })

  it('asks every difference where nobody knows the common copy', async () => {
    const change = (row: number): Edit => ({ do: 'change', table: 4, row, word: 1 })
    const { first } = await merge(edited([change(0)], 'ici'), edited([change(1)], 'la'), 'ours', null)
    expect(first.differences.map(({ table, field }) => `${table} ${field}`)).toEqual([
      'decision text',
      'decision text',
    ])
  })
})
