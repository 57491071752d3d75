import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oldArchive } from '../fixtures/old-files/archive.ts'
import { expectedMeetings } from '../fixtures/old-files/expected.ts'
import { inside, OldFilesWorld } from './old-files-world.ts'

describe('old minutes that bear a day that does not exist', () => {
  let world: OldFilesWorld
  beforeAll(async () => {
    world = await OldFilesWorld.open()
  })
  afterAll(() => world.dispose())

  it('say which day that is; their only heading is a point', async () => {
    const minutes = (day: string, present = 'Présents : Odon Quercy') =>
      `# Compte rendu de la séance${day}\n\n${present}\n\n# 1. Budget\n\nDécision : le budget est adopté.\n`
    await world.read(
      world.folder(
        new Map([
          ['CR un.md', minutes(' du 30 février 2014', '')],
          ['CR 31-04-2014.md', minutes('')],
          ['CR 3 mars 2014.md', minutes(' du 31 février 2014')],
          ['CR sans date.md', minutes(' de rentrée')],
        ]),
      ),
    )
    const told = Object.fromEntries(
      (await world.groups()).map((group) => [
        inside(group.files[0]?.path ?? ''),
        [group.counts.items, group.date, group.unrealDate, ...group.reasons],
      ]),
    )
    expect(told).toEqual({
      'CR un.md': [1, null, '30 février 2014', 'date-unreal', 'items-doubtful'],
      'CR 31-04-2014.md': [1, null, '31-04-2014', 'date-unreal', 'items-doubtful'],
      'CR 3 mars 2014.md': [1, '2014-03-03', '31 février 2014', 'date-unreal', 'items-doubtful'],
      'CR sans date.md': [1, null, null, 'no-date', 'items-doubtful'],
    })
  })
})

describe('three years of old files', () => {
  let world: OldFilesWorld
  let path: string
  let archive: Map<string, Uint8Array>
  beforeAll(async () => {
    world = await OldFilesWorld.open()
    archive = await oldArchive()
    path = world.folder(archive)
  })
  afterAll(() => world.dispose())

  it('are read, the bad ones refused with their sentence', async () => {
    expect(archive.size).toBeGreaterThanOrEqual(36)
    const read = await world.read(path)
    expect(read).toEqual({ files: archive.size, read: archive.size, known: 0, refused: 3 })
    const refused = (await world.groups('refused')).map(({ code, files }) => [
      inside(files[0]?.path ?? ''),
      code,
    ])
    expect(Object.fromEntries(refused)).toEqual({
      '2025/ancienne.doc': 'file-format-old-word',
      '2025/convocation-protegee.docx': 'file-protected',
      '2025/scan-CR-novembre.pdf': 'file-scanned',
    })
  })

  it('are grouped by meeting as was expected of them', async () => {
    const found = (await world.groups()).map(({ date, number, state, reasons, files }) => ({
      date,
      number,
      state,
      reasons,
      files: files.map((file) => inside(file.path)).sort(),
    }))
    const byFiles = (a: { files: string[] }, b: { files: string[] }) =>
      a.files.join() < b.files.join() ? -1 : 1
    const expected = expectedMeetings.map(({ reasons = [], files, ...rest }) => ({
      ...rest,
      reasons,
      files: [...files].sort(),
    }))
    expect(found.sort(byFiles)).toEqual(expected.sort(byFiles))
  })

  it('sure meetings are taken in together: held, marked, locked, with their files as documents, and found by their words', async () => {
    const sure = await world.groups('sure')
    const { taken, left } = await world.takeSure()
    expect(left).toEqual([])
    expect(taken).toHaveLength(sure.length)
    const rows = await world.opened.ok('meetings.list', { year: null })
    expect(rows).toHaveLength(sure.length)
    for (const row of rows) expect(row).toMatchObject({ state: 'held', takenOver: 'locked' })
    const june = rows.find(({ date }) => date === '2023-06-08')
    expect(june).toMatchObject({ number: 4, itemCount: 5, startTime: '14:00', place: 'salle Condorcet' })
    const documents = await world.opened.ok('attachments.list', { meetingId: june?.id ?? '' })
    expect(documents.map(({ fileName }) => fileName).sort()).toEqual([
      '230620_CR_INP_230608.docx',
      'convocation juin v2 corrigée.docx',
      'convocation juin.docx',
    ])
    for (const { sha256 } of documents) {
      const kept = readFileSync(join(world.opened.folder, 'pieces', sha256))
      expect(createHash('sha256').update(kept).digest('hex')).toBe(sha256)
      expect([...archive.values()].some((bytes) => kept.equals(bytes))).toBe(true)
    }
    const words = 'précisions calendrier juin 2023'
    const { hits } = await world.opened.ok('search.query', { words, only: null })
    expect(hits.some(({ kind, meetingId }) => kind === 'document' && meetingId === june?.id)).toBe(true)
    // Statements of the minutes are in the register, under their item, and nobody is reminded of them.
    const {
      decisions: decided,
      actions,
      attendees,
      items,
    } = await world.opened.ok('meetings.get', { id: june?.id ?? '' })
    expect(decided.map(({ text }) => text)).toEqual([expect.stringContaining('le calendrier de')])
    expect(items.find(({ id }) => id === decided[0]?.itemId)?.title).toContain('étape 4')
    expect(actions).toMatchObject([{ state: 'dropped', dueDate: '2026-06-30' }])
    expect(attendees.map(({ familyName, status }) => [familyName, status])).toEqual([
      ['Marchetti', 'present'],
      ['Hurtebise', 'present'],
      ['Trémoulet', 'excuse'],
    ])
    // Nothing of them is asked for on the home screen.
    const home = await world.opened.ok('home.get', {})
    expect(home.tasks).toEqual([])
  })

  it('one undo takes all of them back, one redo brings them again', async () => {
    const before = await world.opened.ok('meetings.list', { year: null })
    const [line] = await world.opened.ok('history.list', { meetingId: null, limit: 1 })
    expect(line?.rows.every(({ table }) => table === 'meeting')).toBe(true)
    expect(line?.rowCount).toBe((await world.groups('taken')).length)
    await world.opened.ok('history.undo', {})
    expect(await world.opened.ok('meetings.list', { year: null })).toEqual([])
    expect((await world.groups('sure')).length).toBe(before.length)
    await world.opened.ok('history.redo', {})
    expect((await world.opened.ok('meetings.list', { year: null })).map(({ id }) => id)).toEqual(
      before.map(({ id }) => id),
    )
  })

  it('a taken-over meeting refuses changes of its papers until it is opened', async () => {
    const { opened } = world
    const [row] = await opened.ok('meetings.list', { year: 2025 })
    if (row === undefined) throw new Error('no meeting')
    const { items } = await opened.ok('agenda.list', { meetingId: row.id })
    const [item] = items
    if (item === undefined) throw new Error('no item')
    const rename = { id: item.id, version: item.version, patch: { title: 'Autre titre' } }
    expect(await opened.refused('agenda.update', rename)).toBe('meeting-taken-over')
    expect(
      await opened.refused('meetings.update', { id: row.id, version: row.version, patch: { title: 'x' } }),
    ).toBe('meeting-taken-over')
    // The words are as they were.
    expect((await opened.ok('agenda.list', { meetingId: row.id })).items[0]?.title).toBe(item.title)
    const open = await opened.ok('oldFiles.setLock', { id: row.id, version: row.version, locked: false })
    expect(open.takenOver).toBe('unlocked')
    await opened.ok('agenda.update', rename)
    await opened.ok('oldFiles.setLock', { id: row.id, version: open.version, locked: true })
    expect(await opened.refused('agenda.update', { ...rename, version: item.version + 1 })).toBe(
      'meeting-taken-over',
    )
  })

  it('read again nothing is read, taken again nothing is doubled', async () => {
    const read = await world.read(path)
    expect(read).toMatchObject({ files: archive.size, read: 0, known: archive.size })
    expect(await world.groups('sure')).toEqual([])
    const before = (await world.opened.ok('meetings.list', { year: null })).length
    const all = await world.groups('taken')
    const { taken, left } = await world.opened.ok('oldFiles.take', {
      choices: all.map(({ id }) => ({ id })),
      openActions: false,
    })
    expect(taken).toEqual([])
    expect(left.every(({ code }) => code === 'file-already-there')).toBe(true)
    expect((await world.opened.ok('meetings.list', { year: null })).length).toBe(before)
    // The list emptied and the same files in a zip: known by their bytes.
    await world.opened.ok('oldFiles.drop', { ids: null })
    expect(await world.groups()).toEqual([])
    await world.read(world.zip(archive))
    expect((await world.groups('taken')).length).toBe(before)
    expect(await world.groups('sure')).toEqual([])
  })

  it('a doubtful meeting is taken in as somebody chose, or its files join a meeting that is there', async () => {
    const doubtful = await world.groups('doubtful')
    const wrongName = doubtful.find(({ reasons }) => reasons.includes('name-disagrees'))
    const noDate = doubtful.find(({ reasons }) => reasons.includes('no-date'))
    if (wrongName === undefined || noDate === undefined) throw new Error('not in the list')
    expect(
      (await world.opened.ok('oldFiles.take', { choices: [{ id: noDate.id }], openActions: false })).left,
    ).toEqual([{ id: noDate.id, code: 'invalid-input' }])
    const { taken } = await world.opened.ok('oldFiles.take', {
      choices: [{ id: wrongName.id, date: '2024-05-17', title: 'Séance reportée' }],
      openActions: false,
    })
    const meetingId = taken[0]?.meetingId ?? ''
    expect((await world.opened.ok('meetings.get', { id: meetingId })).meeting).toMatchObject({
      date: '2024-05-17',
      title: 'Séance reportée',
      takenOver: 'locked',
    })
    await world.opened.ok('oldFiles.take', {
      choices: [{ id: noDate.id, joins: meetingId }],
      openActions: false,
    })
    const documents = await world.opened.ok('attachments.list', { meetingId })
    expect(documents.map(({ fileName }) => fileName).sort()).toEqual(['ODJ_20240915.docx', 'note.txt'])
  })

  it('are numbered: those of the same year say which number is next, which is not asked for then', async () => {
    const rows = await world.opened.ok('meetings.list', { year: null })
    const [numbered] = rows.filter(({ number, takenOver }) => number !== null && takenOver !== null)
    const asksNumber = async (year: string) => {
      const fields = { date: `${year}-12-14` }
      const { id } = await world.opened.ok('meetings.create', { fields, fromTemplate: false })
      const checks = await world.opened.ok('meetings.leavingChecks', { id, departure: 'convocation' })
      return checks.some(({ kind }) => kind === 'firstNumber')
    }
    expect(await asksNumber(numbered?.date.slice(0, 4) ?? '')).toBe(false)
    expect(await asksNumber('2026')).toBe(true)
  })
})
