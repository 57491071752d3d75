import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashFile } from '../../electron/db/durable.ts'
import { otherHashColumns, storeColumns } from '../../electron/db/files/stored-hashes.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME } from '../../electron/db/open.ts'
import { type OpenedCore, openTestCore } from '../contract/open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

const backups = () => join(opened.folder, 'sauvegardes')
const addMeeting = (date: string) => opened.ok('meetings.create', { fields: { date }, fromTemplate: false })

describe('backups', () => {
  it('are written at close when something changed, and carry their hash', async () => {
    await addMeeting('2026-12-10')
    await opened.restart()
    const [file] = readdirSync(backups()).filter((name) => name.endsWith('.seances'))
    expect(file).toMatch(/_close\.seances$/)
    const said = readFileSync(join(backups(), `${file}.sha256`), 'utf8').slice(0, 64)
    expect(await hashFile(join(backups(), file ?? ''))).toBe(said)
    await opened.restart()
    expect(readdirSync(backups()).filter((name) => name.endsWith('.seances'))).toEqual([file])
  })

  it('give back the meetings and the attachments, and the restoring can be undone', async () => {
    const { id: meetingId } = await addMeeting('2026-12-10')
    const bytes = new TextEncoder().encode('pièce jointe')
    await opened.ok('attachments.add', { meetingId, itemId: null, file: { fileName: 'note.txt', bytes } })
    const backup = await opened.ok('backups.make', {})
    await addMeeting('2027-01-14')
    rmSync(join(opened.folder, 'pieces'), { recursive: true })
    expect(await opened.ok('backups.restore', { place: 'desk', token: backup.token })).toEqual({
      meetings: 1,
      missing: 0,
    })
    expect(await opened.ok('meetings.list', { year: null })).toHaveLength(1)
    const path = await opened.core.internal('attachmentFile', {
      id: (await opened.ok('attachments.list', { meetingId }))[0]?.id ?? '',
      to: 'export',
    })
    expect(path.ok).toBe(true)
    expect((await opened.ok('backups.list', {})).lastRestore).toMatchObject({ of: backup.at, canUndo: true })
    await opened.ok('backups.undoRestore', {})
    expect(await opened.ok('meetings.list', { year: null })).toHaveLength(2)
  })

  it('are refused when damaged or foreign, and the present data stay', async () => {
    await addMeeting('2026-12-10')
    const backup = await opened.ok('backups.make', {})
    const path = join(backups(), backup.token)
    const bytes = readFileSync(path)
    bytes.fill(0x55, 8192, 12_288)
    writeFileSync(path, bytes)
    expect(await opened.refused('backups.restore', { place: 'desk', token: backup.token })).toBe(
      'not-a-backup',
    )
    expect(await opened.refused('backups.restore', { place: 'desk', token: '../seances.sqlite' })).toBe(
      'not-found',
    )
    expect(await opened.ok('meetings.list', { year: null })).toHaveLength(1)
  })

  it('are copied to the second folder, which may be away', async () => {
    const second = join(opened.folder, 'reseau')
    mkdirSync(second)
    await addMeeting('2026-12-10')
    const chosen = await opened.core.internal('setCopyFolder', { path: second })
    expect(chosen).toMatchObject({
      ok: true,
      value: { choice: 'chosen', folderName: 'reseau', lastFailure: null },
    })
    expect(readdirSync(second).some((name) => name.endsWith('.seances'))).toBe(true)
    rmSync(second, { recursive: true })
    await opened.ok('backups.make', {})
    expect(await opened.ok('settings.copies', {})).toMatchObject({ lastFailure: 'folder-unreachable' })
    expect(existsSync(second)).toBe(false)
  })

  it('are found rotten while they rest, and give their place to a new one', async () => {
    await addMeeting('2026-12-10')
    const backup = await opened.ok('backups.make', {})
    const path = join(backups(), backup.token)
    const bytes = readFileSync(path)
    bytes.fill(0x55, bytes.length - 40)
    writeFileSync(path, bytes)
    expect(await opened.ok('backups.verify', { place: 'desk', token: backup.token })).toMatchObject({
      condition: 'damaged',
    })
    const { files } = await opened.ok('backups.list', {})
    expect(files.filter(({ condition }) => condition === 'sound')).toHaveLength(1)
    expect(await opened.ok('settings.copies', {})).toMatchObject({ damagedBackups: 1 })
  })

  it('put an attachment that went bad right again from the data, and say when they cannot', async () => {
    const { id: meetingId } = await addMeeting('2026-12-10')
    const bytes = new TextEncoder().encode('pièce jointe')
    await opened.ok('attachments.add', { meetingId, itemId: null, file: { fileName: 'note.txt', bytes } })
    const { token } = await opened.ok('backups.make', {})
    const [hash = ''] = readdirSync(join(backups(), 'pieces'))
    const which = { place: 'desk' as const, token }
    writeFileSync(join(backups(), 'pieces', hash), 'rien')
    expect(await opened.ok('backups.verify', which)).toMatchObject({ condition: 'sound', missing: 0 })
    expect(readFileSync(join(backups(), 'pieces', hash))).toEqual(Buffer.from(bytes))
    writeFileSync(join(backups(), 'pieces', hash), 'rien')
    rmSync(join(opened.folder, 'pieces', hash))
    expect(await opened.ok('backups.verify', which)).toMatchObject({ condition: 'incomplete', missing: 1 })
  })

  it('keep an attachment as long as one of them speaks of it, and no longer', async () => {
    const { id: meetingId } = await addMeeting('2026-12-10')
    const bytes = new TextEncoder().encode('pièce jointe')
    await opened.ok('attachments.add', { meetingId, itemId: null, file: { fileName: 'note.txt', bytes } })
    const { token } = await opened.ok('backups.make', {})
    const store = join(backups(), 'pieces')
    const [hash = ''] = readdirSync(store)
    const stray = 'f'.repeat(64)
    writeFileSync(join(store, stray), 'rien')
    const old = new Date('2020-01-01')
    for (const name of [hash, stray]) utimesSync(join(store, name), old, old)
    await opened.ok('backups.make', {})
    expect(readdirSync(store)).toEqual([hash])
    expect(readFileSync(join(backups(), `${token}.sha256`), 'utf8')).toContain(`${hash}  pieces/${hash}`)
  })

  it('leave nothing of what a killed one had begun', async () => {
    await addMeeting('2026-12-10')
    await opened.ok('backups.make', {})
    const begun = '2026-12-11T08-00-00-000Z_regular.seances'
    for (const name of [`${begun}.tmp`, `${begun}.tmp-journal`, `${begun}.sha256`])
      writeFileSync(join(backups(), name), 'moitié')
    await opened.restart()
    expect(readdirSync(backups()).filter((name) => name.startsWith(begun))).toEqual([])
  })

  it('tell what the present data have more, changed and no longer', async () => {
    const { id, version } = await addMeeting('2026-12-10')
    const gone = await addMeeting('2026-12-11')
    const { token } = await opened.ok('backups.make', {})
    await addMeeting('2027-01-14')
    await opened.ok('meetings.update', { id, version, patch: { place: 'Salle 2' } })
    await opened.ok('meetings.remove', { id: gone.id, version: gone.version })
    const look = await opened.ok('backups.look', { place: 'desk', token })
    expect(look.compared.find(({ kind }) => kind === 'meeting')).toEqual({
      kind: 'meeting',
      inside: 2,
      onlyNow: 1,
      onlyInside: 1,
      changed: 1,
    })
    expect(look).toMatchObject({ meetingCount: 2, changesSince: 3 })
    expect(look.meetings.map(({ date, isPresent }) => [date, isPresent])).toEqual([
      ['2026-12-11', false],
      ['2026-12-10', true],
    ])
  })

  it('count what was taken back since, and what was done again', async () => {
    const { id, version } = await addMeeting('2026-12-10')
    await opened.ok('meetings.update', { id, version, patch: { place: 'Salle 2' } })
    const { token } = await opened.ok('backups.make', {})
    const since = async () => (await opened.ok('backups.look', { place: 'desk', token })).changesSince
    expect(await since()).toBe(0)
    await opened.ok('history.undo', {})
    expect(await since()).toBe(1)
    await opened.ok('history.redo', {})
    expect(await since()).toBe(0)
    await opened.ok('history.undo', {})
    await addMeeting('2027-01-14')
    expect(await since()).toBe(2)
  })

  it('count what was typed on in the field that a backup found in the middle of', async () => {
    const { id, version } = await addMeeting('2026-12-10')
    const typed = await opened.ok('meetings.update', { id, version, patch: { place: 'Salle' } })
    const { token } = await opened.ok('backups.make', {})
    const since = async () => (await opened.ok('backups.look', { place: 'desk', token })).changesSince
    await opened.ok('meetings.update', { id, version: typed.version, patch: { place: 'Salle 2' } })
    expect(await since()).toBe(1)
    await addMeeting('2027-01-14')
    expect(await since()).toBe(2)
  })

  it('name every column that holds a hash as one of the store, or not', async () => {
    const db = new Database(join(opened.folder, DATABASE_NAME), { ...nativeOptions(), readonly: true })
    const columns = db
      .prepare(
        `SELECT t.name AS "table", c.name AS "column" FROM sqlite_schema t, pragma_table_info(t.name) c
         WHERE t.type = 'table' AND c.name LIKE '%sha256'`,
      )
      .all() as { table: string; column: string }[]
    db.close()
    expect(columns.length).toBeGreaterThan(5)
    const classed = (table: string) => [...(storeColumns[table] ?? []), ...(otherHashColumns[table] ?? [])]
    expect(columns.filter(({ table, column }) => !classed(table).includes(column))).toEqual([])
  })
})
