import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkDatabase } from '../../electron/db/copies/check.ts'
import { migrate, SCHEMA_VERSION } from '../../electron/db/migrate.ts'
import { migrations } from '../../electron/db/migrations/index.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME, openData } from '../../electron/db/open.ts'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-migration-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A database as the first version left it, with what `fill` puts in. */
function firstVersion(fill: string): void {
  const db = new Database(join(folder, DATABASE_NAME), nativeOptions())
  db.exec(migrations[0] ?? '')
  db.exec(fill)
  db.pragma('user_version = 1')
  db.close()
}

const open = async () => {
  const backups: number[] = []
  const data = await openData(folder, {
    beforeMigration: async (sqlite) => {
      backups.push(Number(sqlite.pragma('user_version', { simple: true })))
    },
    slow: () => undefined,
    clock: () => new Date(),
  })
  return { data, backups }
}

describe('from the first version', () => {
  it('makes a mandate of each standing member, for the organisation, and of nobody else', async () => {
    firstVersion(`
      INSERT INTO organisation VALUES ('${id(1)}', 1, 'Association des communes de démonstration', 'ACD', NULL, 0);
      INSERT INTO person VALUES
        ('${id(2)}', 1, 'Mme', 'Ève', 'Adam-Exemple', '', '${id(1)}', '', '', 1, 0),
        ('${id(3)}', 1, 'M.', 'Noé', 'Zola-Exemple', '', NULL, '', '', 1, 1),
        ('${id(4)}', 1, 'M.', 'Paul', 'Invité-Exemple', '', '${id(1)}', '', '', 0, 2);`)
    const { data, backups } = await open()
    expect(backups).toEqual([1])
    expect(data.sqlite.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
    expect(
      data.sqlite
        .prepare(
          'SELECT person_id AS person, organisation_id AS organisation, role FROM mandate ORDER BY person_id',
        )
        .all(),
    ).toEqual([
      { person: id(2), organisation: id(1), role: 'titulaire' },
      { person: id(3), organisation: null, role: 'titulaire' },
    ])
    const ids = data.sqlite.prepare('SELECT id FROM mandate').pluck().all()
    for (const made of ids)
      expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
    data.close()
  })

  it('still undoes what was done before it, in rows that gained columns since', async () => {
    const row = (title: string) =>
      JSON.stringify({
        id: id(5),
        version: 1,
        title,
        number: null,
        date: '2026-12-10',
        start_time: '14:00',
        end_time: null,
        mode: 'visio',
        place: '',
        video_link: '',
        chair: '',
        secretary: '',
        state: 'planned',
        cancel_reason: '',
        deleted_at: null,
      })
    const columns =
      'id, version, title, number, date, start_time, end_time, mode, place, video_link, chair, secretary, state, cancel_reason, deleted_at'
    firstVersion(`
      INSERT INTO meeting (${columns}) SELECT
        ${columns
          .split(', ')
          .map((column) => `json_extract('${row('Après')}', '$.${column}')`)
          .join(', ')};
      INSERT INTO journal_entry VALUES (1, '2026-11-24T09:00:00.000Z', 'x', 'meetings.update', '${id(5)}', NULL, 'done');
      INSERT INTO journal_change VALUES (1, 1, 'meeting', '${id(5)}', '${row('Avant')}', '${row('Après')}');`)
    const { data } = await open()
    const { meetingId, changes } = data.journal.undo('x')
    expect(meetingId).toBe(id(5))
    expect(changes.map(({ table, before, after }) => [table, before?.title, after?.title])).toEqual([
      ['meeting', 'Après', 'Avant'],
    ])
    expect(data.sqlite.prepare('SELECT title, series_id FROM meeting').get()).toEqual({
      title: 'Avant',
      series_id: null,
    })
    data.journal.redo('x')
    expect(data.sqlite.prepare('SELECT title FROM meeting').pluck().get()).toBe('Après')
    data.close()
  })
})

describe('from the version before projects were judged', () => {
  const columns = (db: Database.Database, table: string) =>
    db.pragma(`table_info(${table})`) as { name: string; notnull: number; dflt_value: string | null }[]

  it('keeps every project as it was written, sorted by nothing yet, and fills the references once', async () => {
    const kept = new URL('../fixtures/databases/version-4.sqlite.gz', import.meta.url)
    const path = join(folder, DATABASE_NAME)
    writeFileSync(path, gunzipSync(readFileSync(kept)))
    const old = new Database(path, nativeOptions())
    const before = old.prepare('SELECT * FROM project ORDER BY id').all() as Record<string, unknown>[]
    const links = old.prepare('SELECT * FROM item_project ORDER BY id').all()
    const meetings = Number(old.prepare('SELECT count(*) FROM meeting').pluck().get())
    expect(before.length).toBeGreaterThan(3)
    expect(links.length).toBeGreaterThan(3)
    old.close()
    const { data } = await open()
    const after = data.sqlite.prepare('SELECT * FROM project ORDER BY id').all() as Record<string, unknown>[]
    const blank = {
      programme_id: null,
      axis_id: null,
      recommendation_id: null,
      costs: '',
      savings: '',
      staffing: '',
      lead_time: '',
      alternatives: '',
      concertation: '',
      support: '',
      cnen_opinion: '',
      cnil_opinion: '',
      conseil_etat_opinion: '',
    }
    expect(after).toEqual(before.map((row) => ({ ...row, ...blank })))
    expect(data.sqlite.prepare('SELECT * FROM item_project ORDER BY id').all()).toEqual(links)
    expect(
      data.sqlite
        .prepare('SELECT kind, count(*) AS count FROM project_reference GROUP BY kind ORDER BY kind')
        .all(),
    ).toEqual([
      { kind: 'axis', count: 4 },
      { kind: 'programme', count: 3 },
      { kind: 'recommendation', count: 10 },
    ])
    // Made here, and by hand: no meeting of before was taken over.
    expect(data.sqlite.prepare('SELECT count(*) FROM meeting WHERE taken_over IS NULL').pluck().get()).toBe(
      meetings,
    )
    expect(columns(data.sqlite, 'subject').map(({ name }) => name)).toContain('wished_on')
    // Refused by the tables from now on.
    const [first] = before
    for (const wrong of [
      `UPDATE project SET cnen_opinion = 'perhaps'`,
      `UPDATE project SET axis_id = '${id(99)}'`,
      `UPDATE meeting SET taken_over = 'perhaps'`,
      `INSERT INTO project_audience VALUES ('${id(6)}', 1, '${String(first?.id)}', 'commune', '', -1, NULL, NULL)`,
      `INSERT INTO takeover_file VALUES ('${id(7)}', 'a', '', 1, NULL, NULL, NULL)`,
    ])
      expect(() => data.sqlite.exec(wrong), wrong).toThrow(/constraint failed/)
    data.close()
  })

  it('still undoes a change of a project that was made before it', async () => {
    const change = (title: string) => ({
      ...rowOf('project'),
      id: id(5),
      title,
    })
    const db = new Database(join(folder, DATABASE_NAME), nativeOptions())
    // One transaction: fourteen migrations without one sync the disk hundreds of times.
    db.exec('BEGIN')
    for (const migration of migrations.slice(0, 14)) db.exec(migration)
    db.exec('COMMIT')
    db.pragma('user_version = 14')
    function rowOf(table: string): Record<string, unknown> {
      return Object.fromEntries(
        columns(db, table).map(({ name, notnull }) => [
          name,
          name === 'version' ? 1 : name === 'stage' ? 'idea' : notnull === 1 ? '' : null,
        ]),
      )
    }
    const after = change('Après')
    const names = Object.keys(after)
    db.prepare(
      `INSERT INTO project (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`,
    ).run(after)
    db.prepare(
      `INSERT INTO journal_entry (seq, at, who, method, meeting_id, merge_key, state)
       VALUES (1, '2026-11-24T09:00:00.000Z', 'x', 'projects.update', NULL, NULL, 'done')`,
    ).run()
    db.prepare(`INSERT INTO journal_change VALUES (1, 1, 'project', ?, ?, ?)`).run(
      id(5),
      JSON.stringify(change('Avant')),
      JSON.stringify(after),
    )
    db.close()
    const { data, backups } = await open()
    expect(backups).toEqual([14])
    data.journal.undo('x')
    expect(data.sqlite.prepare('SELECT title, costs, axis_id FROM project').get()).toEqual({
      title: 'Avant',
      costs: '',
      axis_id: null,
    })
    data.journal.redo('x')
    expect(data.sqlite.prepare('SELECT title FROM project').pluck().get()).toBe('Après')
    data.close()
  })
})

/**
 * Once released, a migration is never edited: databases were made by it as it was. The SHA-256 of each; a new one is added
 * here with the release that carries it.
 */
const frozen = [
  'a8d998aa4447f77f357e0d63bfb62a8d779d231e2d5c67309aa37902056fc003',
  'bcbdd0c51fa1b9b30af12fdcd5b8edb17231517a249832b2d7cca613023e7dae',
  'f228abbc11110169d9461f7325f6bd5c76ffa3f3512c8521278176891200631f',
  '8094bc6667e46f14369d7ae5b87ed8afa5ae2e0d30efb5680e068c9cb1accb12',
  'a132f4cb606ace732c5b433c2f97ba412706ba256998670399a72545fa3541a4',
  '55f39b306884e86e673d2b0f17303abaf12f1e8e45d306f8f1d903c021fdc290',
  '868c9c506054e64d5c0d6cb0da4777c1442ae44283a37775a29b65abfecec254',
  'c427310ef8b3ce1c7f44995a0e72f79bfbbe639aa2d7fdb55b6707ff1ca6ff95',
]

describe('the migrations', () => {
  it('that were released are what they were', () => {
    const now = migrations
      .slice(0, frozen.length)
      .map((migration) => createHash('sha256').update(migration).digest('hex'))
    expect(now).toEqual(frozen)
  })

  it('change everything or nothing: one that fails leaves the database as it was', () => {
    const db = new Database(':memory:', nativeOptions())
    db.exec(migrations[0] ?? '')
    db.pragma('user_version = 1')
    // A table of the second one is in its way.
    db.exec('CREATE TABLE mandate (id TEXT)')
    const before = schemaOf(db)
    expect(() => migrate(db)).toThrow('mandate')
    expect(schemaOf(db)).toEqual(before)
    expect(db.pragma('user_version', { simple: true })).toBe(1)
    db.close()
  })

  it.each([1, 2, 4])(
    'bring a database of version %i, as it was kept, to the schema of a fresh one',
    async (version) => {
      const kept = new URL(`../fixtures/databases/version-${version}.sqlite.gz`, import.meta.url)
      const path = join(folder, DATABASE_NAME)
      writeFileSync(path, gunzipSync(readFileSync(kept)))
      const old = new Database(path, nativeOptions())
      const before = countsOf(old)
      expect(Object.keys(before).length).toBeGreaterThan(15)
      old.close()
      // As the copy that stands before the change of schema is examined, and any backup of that version.
      expect(checkDatabase(path)).toMatchObject({ sound: true, schemaVersion: version, data: null })
      const { data, backups } = await open()
      expect(backups).toEqual([version])
      const fresh = new Database(':memory:', nativeOptions())
      migrate(fresh)
      expect(schemaOf(data.sqlite)).toEqual(schemaOf(fresh))
      const after = countsOf(data.sqlite)
      for (const [table, rows] of Object.entries(before))
        expect([table, after[table]], `rows of ${table}`).toEqual([table, rows])
      expect(data.sqlite.pragma('foreign_key_check')).toEqual([])
      // What is searched is made again of the rows, each with its text.
      for (const [table, kind] of [
        ['agenda_item', 'item'],
        ['minutes_section', 'section'],
        ['organisation', 'organisation'],
      ])
        expect(
          Number(data.sqlite.prepare('SELECT count(*) FROM search_text WHERE kind = ?').pluck().get(kind)),
        ).toBe(after[table ?? ''])
      fresh.close()
      data.close()
      expect(checkDatabase(path).sound).toBe(true)
    },
  )
})

/** The schema as SQLite keeps it, but for what the search makes of it. */
function schemaOf(db: Database.Database): unknown[] {
  return db
    .prepare(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema
       WHERE name NOT LIKE 'search_index_%' AND name NOT LIKE 'sqlite_stat%' ORDER BY type, name`,
    )
    .all()
}

/** Rows of each table that holds what people wrote; the lists that migrations fill by themselves are left out. */
function countsOf(db: Database.Database): Record<string, number> {
  return Object.fromEntries(
    [
      'meeting',
      'agenda_item',
      'minutes',
      'minutes_section',
      'decision',
      'action',
      'attendee',
      'person',
      'organisation',
      'college',
      'project',
      'watch_item',
      'item_watch',
      'item_project',
      'attachment',
      'journal_entry',
    ].map((table) => [table, Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())]),
  )
}
