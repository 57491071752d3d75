import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrations } from '../../electron/db/migrations/index.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME, openData } from '../../electron/db/open.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seances-migration-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('forgets what was learnt of files while the words of their titles were kept', async () => {
  const before = 32
  const db = new Database(join(folder, DATABASE_NAME), nativeOptions())
  for (const migration of migrations.slice(0, before)) db.exec(migration)
  db.pragma(`user_version = ${before}`)
  db.exec(
    `INSERT INTO learnt_layout VALUES ('a', '2026-11-24T09:00:00.000Z', 'cr.docx', '["anne roy"]', '[]')`,
  )
  db.close()
  const data = await openData(folder, {
    beforeMigration: () => Promise.resolve(),
    slow: () => undefined,
    clock: () => new Date(),
  })
  expect(data.sqlite.prepare('SELECT labels FROM learnt_layout').all()).toEqual([])
  data.close()
})
