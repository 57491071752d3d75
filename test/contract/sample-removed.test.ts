import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { internal } from './profile-world.ts'

describe('the sample, taken out', () => {
  let opened: OpenedCore
  beforeEach(async () => {
    opened = await openTestCore({ now: '2026-11-24T09:00:00Z' })
  })
  afterEach(() => opened.dispose())

  it('goes as a whole with what was written in it, and comes back; the settings stay', async () => {
    const { version } = await opened.ok('settings.body', {})
    await opened.ok('settings.updateBody', { version, patch: { contact: '12 rue des Essais' } })
    await opened.ok('sample.load', {})
    const loaded = await opened.ok('meetings.list', { year: null })
    const planned = loaded.find(({ state }) => state === 'planned')?.id ?? ''
    const item = { id: newId(), parentId: null, afterId: null, fields: { title: 'Ajouté en essayant' } }
    await opened.ok('agenda.add', { ...item, meetingId: planned })
    const meetings = await opened.ok('meetings.list', { year: null })
    expect(await opened.ok('sample.remove', {})).toEqual({ meetings: 0 })
    expect(await opened.ok('home.get', {})).toMatchObject({ isEmpty: true, next: null, tasks: [] })
    expect(await opened.ok('directory.list', {})).toMatchObject({ persons: [], organisations: [] })
    expect(await opened.ok('settings.body', {})).toMatchObject({
      isSample: false,
      contact: '12 rue des Essais',
    })
    expect(await opened.ok('history.state', {})).toEqual({ undo: null, redo: null })
    const { files, lastRestore } = await opened.ok('backups.list', {})
    expect(files.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['before-restore']))
    expect(lastRestore?.canUndo).toBe(true)
    await opened.ok('backups.undoRestore', {})
    expect(await opened.ok('meetings.list', { year: null })).toEqual(meetings)
  })

  it('stays while something of one’s own stands beside it, counted by kind', async () => {
    expect(await opened.refused('sample.remove', {})).toBe('state-refuses')
    await opened.ok('sample.load', {})
    const none = await opened.ok('sample.added', {})
    const loaded = await opened.ok('meetings.list', { year: null })
    const planned = loaded.find(({ state }) => state === 'planned')?.id ?? ''
    expect(Object.values(none).every((count) => count === 0)).toBe(true)
    const fields = { date: '2027-01-14' }
    const { id, version } = await opened.ok('meetings.create', { fields, fromTemplate: true })
    expect(await opened.ok('sample.added', {})).toEqual({ ...none, meetings: 1 })
    expect(await opened.refused('sample.remove', {})).toBe('sample-built-on')
    expect((await opened.ok('meetings.list', { year: null })).length).toBe(13)
    await opened.ok('meetings.remove', { id, version })
    expect(await opened.ok('sample.added', {})).toEqual(none)
    await opened.ok('directory.addCollege', { id: newId(), fields: { name: 'Usagers' } })
    expect(await opened.ok('sample.added', {})).toEqual({ ...none, colleges: 1 })
    expect(await opened.refused('sample.remove', {})).toBe('sample-built-on')
    const agenda = { kind: 'agenda', meetingId: planned } as const
    await internal(opened, 'writeDocument', {
      subject: agenda,
      format: 'pdf',
      path: join(opened.folder, 'odj.pdf'),
    })
    expect(await opened.ok('sample.added', {})).toEqual({ ...none, colleges: 1, produced: 1 })
  })

  it('stays when something is written while it is being taken out', async () => {
    await opened.ok('sample.load', {})
    const removed = opened.core.call('sample.remove', {})
    // It is counted, and the backup is being made.
    await vi.waitFor(async () => expect((await opened.ok('backups.list', {})).files).not.toEqual([]), {
      interval: 1,
      timeout: 30_000,
    })
    const fields = { name: 'Usagers' }
    await opened.ok('directory.addCollege', { id: newId(), fields })
    expect(await removed).toEqual({ ok: false, error: { code: 'conflict' } })
    expect(await opened.ok('sample.added', {})).toMatchObject({ colleges: 1 })
  })
})
