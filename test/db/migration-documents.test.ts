import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '../../electron/db/migrations/index.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME, openData } from '../../electron/db/open.ts'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-migration-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

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

/** A row that says nothing, of the columns that must say something. */
function blank(db: Database.Database, table: string): Record<string, unknown> {
  const columns = db.pragma(`table_info(${table})`) as {
    name: string
    type: string
    notnull: number
    dflt_value: string | null
  }[]
  return Object.fromEntries(
    columns
      .filter(({ notnull, dflt_value }) => notnull === 1 && dflt_value === null)
      .map(({ name, type }) => [name, type === 'TEXT' ? '' : 1]),
  )
}

describe('from the version before projects had documents', () => {
  it('makes the table of documents again with every row, and loses nothing that speaks of them', async () => {
    const db = new Database(join(folder, DATABASE_NAME), nativeOptions())
    db.exec('BEGIN')
    for (const migration of migrations.slice(0, 16)) db.exec(migration)
    db.exec('COMMIT')
    db.pragma('user_version = 16')
    const document = (n: number, fileName: string, replacedBy: string | null) => ({
      id: id(n),
      version: 2,
      meeting_id: id(1),
      item_id: id(2),
      file_name: fileName,
      media_type: '',
      size_bytes: 12,
      sha256: String(n % 10).repeat(64),
      added_at: '2026-11-24T09:00:00.000Z',
      title: 'Support',
      tabled: 1,
      circulation: 'public',
      replaced_by: replacedBy,
    })
    const documents = [document(11, 'un.pdf', id(12)), document(12, 'deux.pdf', null)]
    const put = (table: string, row: object) =>
      db
        .prepare(
          `INSERT INTO ${table} (${Object.keys(row).join()}) VALUES (${Object.keys(row)
            .map((name) => `@${name}`)
            .join()})`,
        )
        .run(row)
    put('meeting', { ...blank(db, 'meeting'), id: id(1), state: 'planned', date: '2026-12-10' })
    put('agenda_item', { ...blank(db, 'agenda_item'), id: id(2), meeting_id: id(1), kind: 'item' })
    for (const row of [...documents].reverse()) put('attachment', row)
    put('taken_file', { id: id(12), meeting_id: id(1), text: 'les mots du fichier' })
    put('awaited_document', {
      id: id(21),
      version: 1,
      item_id: id(2),
      title: 'Support',
      from_name: '',
      attachment_id: id(12),
    })
    put('journal_entry', {
      seq: 1,
      at: '2026-11-24T09:00:00.000Z',
      who: 'x',
      method: 'attachments.update',
      state: 'done',
    })
    const [, after] = documents
    put('journal_change', {
      ord: 1,
      entry_seq: 1,
      table_name: 'attachment',
      row_id: id(12),
      before: JSON.stringify({ ...after, title: 'Avant' }),
      after: JSON.stringify(after),
    })
    db.close()
    const { data, backups } = await open()
    expect(backups).toEqual([16])
    expect(data.sqlite.prepare('SELECT * FROM attachment ORDER BY id').all()).toEqual(
      documents.map((row) => ({ ...row, project_id: null })),
    )
    expect(data.sqlite.prepare('SELECT id, text FROM taken_file').all()).toEqual([
      { id: id(12), text: 'les mots du fichier' },
    ])
    expect(data.sqlite.prepare('SELECT attachment_id FROM awaited_document').pluck().all()).toEqual([id(12)])
    expect(data.sqlite.pragma('foreign_key_check')).toEqual([])
    data.journal.undo('x')
    expect(
      data.sqlite
        .prepare(`SELECT title FROM attachment WHERE id = '${id(12)}'`)
        .pluck()
        .get(),
    ).toBe('Avant')
    // Nothing hangs on nothing, or on two things; what is spoken of does not vanish.
    const insert = `INSERT INTO attachment (id, version, meeting_id, item_id, project_id, file_name, media_type, size_bytes, sha256, added_at)`
    for (const wrong of [
      `${insert} VALUES ('${id(13)}', 1, NULL, NULL, NULL, 'a', '', 1, '', '')`,
      `${insert} VALUES ('${id(13)}', 1, '${id(1)}', NULL, '${id(3)}', 'a', '', 1, '', '')`,
      `${insert} VALUES ('${id(13)}', 1, NULL, NULL, '${id(99)}', 'a', '', 1, '', '')`,
      `DELETE FROM attachment WHERE id = '${id(12)}'`,
    ])
      expect(() => data.sqlite.exec(wrong), wrong).toThrow(/constraint failed/)
    data.close()
  })
})

describe('from the version before colleges had earlier names', () => {
  it('finds in the journal what a college was called, but for what was undone', async () => {
    const db = new Database(join(folder, DATABASE_NAME), nativeOptions())
    db.exec('BEGIN')
    for (const migration of migrations.slice(0, 17)) db.exec(migration)
    db.exec('COMMIT')
    db.pragma('user_version = 17')
    const college = (name: string) => JSON.stringify({ id: id(1), version: 1, name, protocol_order: 0 })
    db.exec(`INSERT INTO college VALUES ('${id(1)}', 1, 'Services de l’État', 0)`)
    const renames = [
      ['2026-01-10', 'done', 'Etat', 'État'],
      ['2026-02-20', 'done', 'État', 'Services de l’État'],
      ['2026-03-01', 'undone', 'Services de l’État', 'Défait'],
    ] as const
    for (const [index, [day, state, before, after]] of renames.entries()) {
      const seq = index + 1
      db.prepare(
        `INSERT INTO journal_entry VALUES (?, ?, 'x', 'directory.updateCollege', NULL, NULL, ?)`,
      ).run(seq, `${day}T09:00:00.000Z`, state)
      db.prepare(`INSERT INTO journal_change VALUES (?, ?, 'college', ?, ?, ?)`).run(
        seq,
        seq,
        id(1),
        college(before),
        college(after),
      )
    }
    db.close()
    const { data } = await open()
    expect(
      data.sqlite.prepare('SELECT college_id, name, until FROM college_name ORDER BY until').all(),
    ).toEqual([
      { college_id: id(1), name: 'Etat', until: '2026-01-10' },
      { college_id: id(1), name: 'État', until: '2026-02-20' },
    ])
    const ids = data.sqlite.prepare('SELECT id FROM college_name').pluck().all()
    for (const made of ids)
      expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
    data.close()
  })
})

describe('from a version that listed members and others without telling them apart', () => {
  it.each([
    ['whose desk said it already', 'guest'],
    ['whose desk did not', null],
  ])('%s, people of the directory among members are guests', async (_, said) => {
    const db = new Database(join(folder, DATABASE_NAME), nativeOptions())
    db.exec('BEGIN')
    for (const migration of migrations.slice(0, 24)) db.exec(migration)
    db.exec('COMMIT')
    db.pragma('user_version = 24')
    db.exec('PRAGMA foreign_keys = OFF')
    const insert = (table: string, row: Record<string, unknown>) => {
      const filled = { ...blank(db, table), ...row }
      const names = Object.keys(filled)
      db.prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
      ).run(filled)
    }
    insert('meeting', { id: id(1), date: '2026-05-12', state: 'held', mode: 'onSite', start_time: '10:00' })
    for (const [n, name] of [
      [2, 'Ozanne'],
      [3, 'Trévise'],
      [4, 'Vasseur'],
    ] as const)
      insert('person', { id: id(n), family_name: name })
    insert('mandate', { id: id(5), person_id: id(2), role: 'titulaire' })
    insert('mandate', { id: id(6), person_id: id(4), role: 'suppleant' })
    const attendee = { meeting_id: id(1) }
    insert('attendee', { ...attendee, id: id(11), person_id: id(2), seat: 'titulaire' })
    insert('attendee', { ...attendee, id: id(12), person_id: id(3), seat: said })
    insert('attendee', { ...attendee, id: id(13), person_id: id(4), seat: null })
    insert('attendee', { ...attendee, id: id(14), person_id: null, seat: null })
    db.close()
    const { data } = await open()
    expect(data.sqlite.prepare('SELECT seat FROM attendee ORDER BY id').pluck().all()).toEqual([
      'titulaire',
      'guest',
      // Of a member nothing is guessed.
      null,
      null,
    ])
    data.close()
  })
})
