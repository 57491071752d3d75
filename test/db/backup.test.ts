// Backups on real files: whole, verified, rotated, restored and undone; a damaged one is refused.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashFile } from '../../electron/db/durable.ts'
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
})
