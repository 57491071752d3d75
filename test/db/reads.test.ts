import Database from 'better-sqlite3'
import { CompiledQuery, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RowImage } from '../../electron/db/columns.ts'
import { createDb, type Db } from '../../electron/db/driver.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { Tracker } from '../../electron/db/reads/tracker.ts'
import { Uses } from '../../electron/db/reads/uses.ts'

let sqlite: Database.Database
let tracker: Tracker
let db: Db

beforeEach(() => {
  sqlite = new Database(':memory:', nativeOptions())
  sqlite.exec(`
    CREATE TABLE meeting (id TEXT PRIMARY KEY, title TEXT, date TEXT, place TEXT) STRICT;
    CREATE INDEX meeting_by_date ON meeting (date);
    CREATE TABLE agenda_item (id TEXT PRIMARY KEY, meeting_id TEXT REFERENCES meeting (id) ON DELETE CASCADE,
      title TEXT, note TEXT) STRICT;
    CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting_id);
    CREATE TABLE action (id TEXT PRIMARY KEY, meeting_id TEXT, item_id TEXT, text TEXT, state TEXT) STRICT;
    CREATE TABLE decision (id TEXT PRIMARY KEY, meeting_id TEXT, text TEXT) STRICT;
    CREATE TABLE told (of TEXT) STRICT;
    CREATE TRIGGER tell AFTER DELETE ON agenda_item BEGIN INSERT INTO told (of) VALUES (OLD.id); END;
    CREATE VIRTUAL TABLE search_index USING fts5 (folded);`)
  tracker = new Tracker(sqlite)
  db = createDb(sqlite, () => undefined, tracker)
})
afterEach(() => sqlite.close())

async function usesOf(work: () => Promise<unknown>): Promise<Uses> {
  const uses = new Uses()
  tracker.read(uses)
  await work()
  return uses
}

const meeting = { id: 'm1', title: 'Plénière', date: '2027-02-11', place: 'Salle 1' }
const item = { id: 'i1', meeting_id: 'm1', title: 'Point', note: '' }

/** Whether a read is touched by a row that changes from one image to another. */
const isTouched = (uses: Uses, table: string, before: RowImage | null, after: RowImage | null) =>
  uses.isTouchedBy({ table, rows: [{ before, after }] })
const isTouchedByColumn = (uses: Uses, table: string, row: RowImage, column: string) =>
  isTouched(uses, table, row, { ...row, [column]: 'autre' })

describe('what a statement reads', () => {
  it('is told by table and column, joined or not', async () => {
    const uses = await usesOf(() =>
      db
        .selectFrom('meeting')
        .innerJoin('agendaItem', 'agendaItem.meetingId', 'meeting.id')
        .select(['meeting.title', 'agendaItem.note'])
        .execute(),
    )
    expect(isTouchedByColumn(uses, 'meeting', meeting, 'title')).toBe(true)
    expect(isTouchedByColumn(uses, 'meeting', meeting, 'place')).toBe(false)
    expect(isTouchedByColumn(uses, 'agenda_item', item, 'meeting_id')).toBe(true)
    expect(isTouchedByColumn(uses, 'agenda_item', item, 'note')).toBe(true)
    expect(isTouchedByColumn(uses, 'agenda_item', item, 'title')).toBe(false)
    expect(isTouched(uses, 'decision', null, { id: 'd1' })).toBe(false)
  })

  it('is whether there are rows where no column is asked for', async () => {
    const uses = await usesOf(() =>
      db
        .selectFrom('decision')
        .select((eb) => eb.fn.countAll().as('count'))
        .execute(),
    )
    const decision = { id: 'd1', meeting_id: 'm1', text: 'Avis' }
    expect(isTouched(uses, 'decision', null, decision)).toBe(true)
    expect(isTouched(uses, 'decision', decision, null)).toBe(true)
    expect(isTouchedByColumn(uses, 'decision', decision, 'text')).toBe(false)
  })

  it('is found in subqueries, unions, expressions of tables and raw fragments', async () => {
    const texts: [string, () => Promise<unknown>][] = [
      [
        'subquery',
        () =>
          db
            .selectFrom('meeting')
            .select((eb) => [
              'id',
              eb
                .selectFrom('action')
                .whereRef('action.meetingId', '=', 'meeting.id')
                .select((of) => of.fn.max('text').as('text'))
                .as('last'),
            ])
            .execute(),
      ],
      [
        'union',
        () =>
          db.selectFrom('decision').select('text').union(db.selectFrom('action').select('text')).execute(),
      ],
      [
        'with',
        () =>
          db
            .with('open', (qb) => qb.selectFrom('action').select(['meetingId', 'text']))
            .selectFrom('open')
            .selectAll()
            .execute(),
      ],
      [
        'fragment',
        () =>
          db
            .selectFrom('meeting')
            .select(
              sql<string>`(SELECT group_concat(text) FROM action WHERE meeting_id = meeting.id)`.as('all'),
            )
            .execute(),
      ],
      [
        'exists',
        () =>
          db
            .selectFrom('meeting')
            .select('id')
            .where(sql<boolean>`EXISTS (SELECT 1 FROM action AS a WHERE a.text = meeting.title)`)
            .execute(),
      ],
      ['raw', () => db.executeQuery(CompiledQuery.raw('SELECT text FROM action WHERE text <> ?', ['']))],
    ]
    const action = { id: 'a1', meeting_id: 'm1', item_id: null, text: 'Relancer', state: 'todo' }
    for (const [name, work] of texts) {
      const uses = await usesOf(work)
      expect([name, isTouchedByColumn(uses, 'action', action, 'text')]).toEqual([name, true])
      expect([name, isTouchedByColumn(uses, 'action', action, 'item_id')]).toEqual([name, false])
    }
  })

  it('is the columns of an index of its own too, which finds the rows', async () => {
    const uses = await usesOf(() => db.selectFrom('meeting').select('title').orderBy('date').execute())
    expect(isTouchedByColumn(uses, 'meeting', meeting, 'date')).toBe(true)
  })

  it('is a virtual table where it is named, and none of ours where it reads its argument', async () => {
    const read = (text: string, value: string) =>
      usesOf(() => db.executeQuery(CompiledQuery.raw(text, [value])))
    const change = { table: 'search_index', rows: null }
    const found = await read('SELECT rowid FROM search_index WHERE search_index MATCH ?', 'mot')
    expect(found.isTouchedBy(change)).toBe(true)
    const listed = await read('SELECT value FROM json_each(?)', '[]')
    expect(listed.isTouchedBy(change)).toBe(false)
  })

  it('is known after tables moved in the file', async () => {
    await usesOf(() => db.selectFrom('meeting').select('id').execute())
    sqlite.exec('DROP TABLE told; CREATE TABLE told (of TEXT, more TEXT) STRICT; VACUUM')
    const uses = await usesOf(() => db.selectFrom('decision').select('text').execute())
    expect(isTouched(uses, 'decision', null, { id: 'd1', meeting_id: 'm1', text: '' })).toBe(true)
    expect(isTouched(uses, 'meeting', null, meeting)).toBe(false)
  })
})

describe('which rows a statement demands', () => {
  const other = { ...item, id: 'i2', meeting_id: 'm2' }

  it('are those with the values that its where names, before or after', async () => {
    const uses = await usesOf(() =>
      db.selectFrom('agendaItem').select('title').where('meetingId', '=', 'm1').execute(),
    )
    expect(isTouched(uses, 'agenda_item', null, item)).toBe(true)
    expect(isTouched(uses, 'agenda_item', null, other)).toBe(false)
    expect(isTouched(uses, 'agenda_item', other, { ...other, meeting_id: 'm1' })).toBe(true)
    expect(isTouched(uses, 'agenda_item', item, { ...item, meeting_id: 'm2' })).toBe(true)
  })

  it('are those without a value where it asks for none', async () => {
    const uses = await usesOf(() =>
      db.selectFrom('agendaItem').select('title').where('meetingId', 'is', null).execute(),
    )
    expect(isTouched(uses, 'agenda_item', null, item)).toBe(false)
    expect(isTouched(uses, 'agenda_item', item, { ...item, meeting_id: null })).toBe(true)
    const left = await usesOf(() =>
      db
        .selectFrom('meeting')
        .leftJoin('agendaItem', 'agendaItem.meetingId', 'meeting.id')
        .select('meeting.title')
        .where('agendaItem.note', 'is', null)
        .execute(),
    )
    expect(isTouched(left, 'agenda_item', null, { ...item, note: 'Note' })).toBe(true)
  })

  it('are those within the bounds that it sets, and none without a value', async () => {
    const uses = await usesOf(() =>
      db.selectFrom('meeting').select('title').where('date', '>=', '2027-01-01').execute(),
    )
    expect(isTouched(uses, 'meeting', null, meeting)).toBe(true)
    expect(isTouched(uses, 'meeting', null, { ...meeting, date: '2026-12-31' })).toBe(false)
    expect(isTouched(uses, 'meeting', meeting, { ...meeting, date: '2026-12-31' })).toBe(true)
    expect(isTouched(uses, 'meeting', { ...meeting, date: null }, null)).toBe(false)
  })

  it('are those of a list, and of every statement of the same read', async () => {
    const uses = await usesOf(async () => {
      for (const ids of [['m1'], ['m3', 'm4']])
        await db.selectFrom('agendaItem').select('title').where('meetingId', 'in', ids).execute()
    })
    const of = (meetingId: string) => isTouched(uses, 'agenda_item', null, { ...item, meeting_id: meetingId })
    expect(['m1', 'm2', 'm3', 'm4'].map(of)).toEqual([true, false, true, true])
  })

  it('are carried over by joins, by a left one to the rows that it adds only', async () => {
    const inner = await usesOf(() =>
      db
        .selectFrom('agendaItem')
        .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
        .select(['agendaItem.title', 'meeting.title as meeting'])
        .where('meeting.id', '=', 'm1')
        .execute(),
    )
    expect(isTouched(inner, 'agenda_item', null, other)).toBe(false)
    expect(isTouched(inner, 'agenda_item', null, item)).toBe(true)
    const left = await usesOf(() =>
      db
        .selectFrom('agendaItem')
        .leftJoin('meeting', (join) =>
          join.onRef('meeting.id', '=', 'agendaItem.meetingId').on('meeting.id', '=', 'm1'),
        )
        .select(['agendaItem.title', 'meeting.title as of'])
        .execute(),
    )
    expect(isTouched(left, 'agenda_item', null, other)).toBe(true)
    expect(isTouched(left, 'meeting', null, { ...meeting, id: 'm2' })).toBe(false)
  })

  it('are any where the value is one of two ways in, or the table is named again without one', async () => {
    const either = await usesOf(() =>
      db
        .selectFrom('agendaItem')
        .select('title')
        .where((eb) => eb.or([eb('meetingId', '=', 'm1'), eb('title', '=', 'Point')]))
        .execute(),
    )
    expect(isTouched(either, 'agenda_item', null, other)).toBe(true)
    const twice = await usesOf(() =>
      db
        .selectFrom('agendaItem')
        .select((eb) => [
          'title',
          eb
            .selectFrom('agendaItem as all')
            .select((of) => of.fn.countAll().as('count'))
            .as('count'),
        ])
        .where('agendaItem.meetingId', '=', 'm1')
        .execute(),
    )
    expect(isTouched(twice, 'agenda_item', null, other)).toBe(true)
  })

  it('are of each place that names the table, in selects within the select too', async () => {
    const within = await usesOf(() =>
      db
        .selectFrom('agendaItem')
        .select((eb) => [
          'title',
          eb
            .selectFrom('meeting')
            .select('meeting.title')
            .whereRef('meeting.id', '=', 'agendaItem.meetingId')
            .as('of'),
          eb
            .selectFrom('agendaItem as beside')
            .select((of) => of.fn.countAll().as('count'))
            .whereRef('beside.meetingId', '=', 'agendaItem.meetingId')
            .as('beside'),
        ])
        .where('agendaItem.meetingId', '=', 'm1')
        .execute(),
    )
    expect(isTouched(within, 'agenda_item', null, item)).toBe(true)
    expect(isTouched(within, 'agenda_item', null, other)).toBe(false)
    expect(isTouched(within, 'meeting', meeting, { ...meeting, title: 'Restreinte' })).toBe(true)
    expect(isTouched(within, 'meeting', { ...meeting, id: 'm2' }, null)).toBe(false)
  })

  it('are not said of the select around by a condition within it', async () => {
    const uses = await usesOf(() =>
      db
        .selectFrom('agendaItem')
        .select((eb) => [
          'title',
          eb
            .selectFrom('meeting')
            .select('meeting.title')
            .whereRef('meeting.id', '=', 'agendaItem.meetingId')
            .where('agendaItem.title', '=', 'Point')
            .where('meeting.id', '=', 'm1')
            .as('of'),
        ])
        .execute(),
    )
    expect(isTouched(uses, 'agenda_item', null, { ...other, title: 'Autre' })).toBe(true)
    expect(isTouched(uses, 'meeting', { ...meeting, id: 'm2' }, null)).toBe(false)
  })

  it('are those of the rows in a subquery, unless it has a limit', async () => {
    const from = (hasLimit: boolean) => {
      const items = db.selectFrom('agendaItem').select(['agendaItem.title', 'agendaItem.meetingId as of'])
      return usesOf(() =>
        db
          .selectFrom((hasLimit ? items.limit(1) : items).as('link'))
          .innerJoin('meeting', 'meeting.id', 'link.of')
          .select(['link.title', 'meeting.date'])
          .where('link.of', '=', 'm1')
          .execute(),
      )
    }
    const all = await from(false)
    expect(isTouched(all, 'agenda_item', null, item)).toBe(true)
    expect(isTouched(all, 'agenda_item', null, other)).toBe(false)
    expect(isTouched(all, 'meeting', { ...meeting, id: 'm2' }, null)).toBe(false)
    expect(isTouched(await from(true), 'agenda_item', null, other)).toBe(true)
  })

  it('are any where plain SQL names the table too', async () => {
    const uses = await usesOf(() =>
      db
        .selectFrom('agendaItem')
        .select(['title', sql<number>`(SELECT count(*) FROM agenda_item)`.as('count')])
        .where('meetingId', '=', 'm1')
        .execute(),
    )
    expect(isTouched(uses, 'agenda_item', null, other)).toBe(true)
  })
})

describe('what a statement writes', () => {
  it('is told with its triggers and cascades, and nothing where no row was there', async () => {
    sqlite.exec(
      `INSERT INTO meeting (id) VALUES ('m1'); INSERT INTO agenda_item (id, meeting_id) VALUES ('i1', 'm1')`,
    )
    const remove = (id: string) => db.deleteFrom('meeting').where('id', '=', id).execute()
    const none = tracker.write()
    await remove('absent')
    expect([...none]).toEqual([])
    const written = tracker.write()
    await remove('m1')
    expect([...written].sort()).toEqual(['agenda_item', 'meeting', 'told'])
  })
})
