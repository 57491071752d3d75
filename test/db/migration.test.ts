// Migrations on real files: data of the first version come through, and what was done before can still be undone.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SCHEMA_VERSION } from '../../electron/db/migrate.ts'
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
    expect(data.journal.undo()).toEqual({ meetingId: id(5), seq: 1 })
    expect(data.sqlite.prepare('SELECT title, series_id FROM meeting').get()).toEqual({
      title: 'Avant',
      series_id: null,
    })
    data.journal.redo()
    expect(data.sqlite.prepare('SELECT title FROM meeting').pluck().get()).toBe('Après')
    data.close()
  })
})
