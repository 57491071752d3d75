// Copies are read again once written: a copy that the disk altered is found, one that nobody may share is one desk's, and a
// copy made in the middle of a transaction holds nothing of it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeBackup } from '../../electron/db/backups/backup.ts'
import { finishCopy } from '../../electron/db/copies/check.ts'
import { makeClaim } from '../../electron/db/desk/shared-writer.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME, openData } from '../../electron/db/open.ts'
import { usualRule } from '../../electron/domain/data/backup.ts'
import { type OpenedCore, openTestCore } from '../contract/open-core.ts'
import { alter, withDisk } from './lying-disk.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-disk-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a copy that the disk altered', () => {
  let opened: OpenedCore
  beforeEach(async () => {
    opened = await openTestCore()
    await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })
  })
  afterEach(() => opened.dispose())

  it('does not take the place of the data', async () => {
    const { token } = await opened.ok('backups.make', {})
    await opened.ok('meetings.create', { fields: { date: '2027-01-14' }, fromTemplate: false })
    const { copyFile } = fs
    const altering: typeof copyFile = async (from, to, mode) => {
      await copyFile(from, to, mode)
      if (String(to).includes('.incoming')) alter(String(to))
    }
    const code = await withDisk({ copyFile: altering }, () =>
      opened.refused('backups.restore', { place: 'desk', token }),
    )
    expect(code).toBe('not-a-backup')
    expect(await opened.ok('meetings.list', { year: null })).toHaveLength(2)
  })

  it('is no second copy', async () => {
    const second = join(opened.folder, 'reseau')
    mkdirSync(second)
    const { open } = fs
    const altering: typeof open = async (path, flags, mode) => {
      const file = await open(path, flags, mode)
      if (flags !== 'wx' || !/reseau.*\.seances\.\d+\.tmp$/.test(String(path))) return file
      const close = file.close.bind(file)
      file.close = async () => {
        await close()
        alter(String(path))
      }
      return file
    }
    const chosen = await withDisk({ open: altering }, () =>
      opened.core.internal('setCopyFolder', { path: second }),
    )
    expect(chosen).toMatchObject({ ok: true, value: { lastFailure: 'data-damaged' } })
    expect(readdirSync(second).filter((name) => name.endsWith('.seances'))).toEqual([])
    await opened.ok('backups.make', {})
    expect(await opened.ok('settings.copies', {})).toMatchObject({ lastFailure: null })
  })

  it('of rows that speak of others that are not there is no backup', async () => {
    await opened.restart(() => {
      const db = new Database(join(opened.folder, DATABASE_NAME), nativeOptions())
      db.pragma('foreign_keys = OFF')
      db.exec(`INSERT INTO meeting_move SELECT 'orphan', 'nowhere', date, '', date, '', '', '' FROM meeting`)
      db.close()
    })
    expect(await opened.refused('backups.make', {})).toBe('data-damaged')
  })
})

describe('the mark of a generation', () => {
  const desk = (digit: string) => ({
    machineId: `00000000-0000-7000-8000-00000000000${digit}`,
    profileId: '00000000-0000-7000-8000-0000000000aa',
  })
  const noLinks = async () => {
    throw Object.assign(new Error('operation not permitted'), { code: 'EPERM' })
  }

  it.each([
    ['links', {}],
    ['no links, as a stick', { link: noLinks }],
  ])('is one desk’s where the file system knows %s', async (_name, faults) => {
    await withDisk(faults, async () => {
      expect(await makeClaim(folder, 7, desk('1'))).toBe(true)
      expect(await makeClaim(folder, 7, desk('2'))).toBe(false)
      expect(await makeClaim(folder, 7, desk('1'))).toBe(true)
    })
    expect(readFileSync(join(folder, 'passation-7.marque'), 'utf8')).toContain(desk('1').machineId)
  })
})

describe('a backup begun in the middle of a transaction', () => {
  it('is made once the transaction is over, and holds nothing of what was rolled back', async () => {
    const { sqlite, close } = await openData(folder, {
      beforeMigration: async () => undefined,
      slow: () => undefined,
      clock: () => new Date(),
    })
    const colleges = (db: Database.Database) => db.prepare('SELECT count(*) FROM college').pluck().get()
    const before = colleges(sqlite)
    let begun = 0
    const backup = sqlite.backup.bind(sqlite)
    sqlite.backup = (...given) => {
      begun += 1
      return backup(...given)
    }
    sqlite.exec('BEGIN IMMEDIATE')
    sqlite.exec(
      `INSERT INTO college (id, version, name, protocol_order) VALUES ('rolled-back', 1, 'Annulé', 99)`,
    )
    let finished = false
    let copied: unknown
    const made = makeBackup({
      sqlite,
      dataFolder: folder,
      reason: 'manual',
      now: new Date('2026-12-01T08:00:00.000Z'),
      rule: usualRule,
      finish: async (path) => {
        finished = true
        const verdict = finishCopy(path)
        const copy = new Database(path, { ...nativeOptions(), readonly: true })
        copied = colleges(copy)
        copy.close()
        return verdict
      },
    })
    while (begun < 3 && !finished) await setImmediate()
    expect(finished).toBe(false)
    sqlite.exec('ROLLBACK')
    await made
    expect(copied).toBe(before)
    close()
  })
})
