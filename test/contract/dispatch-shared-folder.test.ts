import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../electron/db/files/store.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type DispatchWorld, dispatchWorld } from './dispatch-world.ts'
import { until } from './until.ts'

let world: DispatchWorld
let base: string
let shared: string
beforeEach(async () => {
  world = await dispatchWorld()
  base = mkdtempSync(join(tmpdir(), 'seances-shared-'))
  shared = join(base, 'Dossier partagé')
  mkdirSync(shared)
})
afterEach(async () => {
  await world.opened.dispose()
  rmSync(base, { recursive: true, force: true })
})

const ok: DispatchWorld['opened']['ok'] = (method, input) => world.opened.ok(method, input)
const state = () => ok('dispatch.sharedFolder', {})
const choose = (path = shared) => world.opened.core.internal('setSharedFolder', { path })
const meetingFolder = () => join(shared, '2026', '2026-12-10 Échanges numériques')
const filesIn = (folder: string) => readdirSync(folder).sort()
const convocationFiles = [
  '2026-12-10_CONV_IND_seance-1.pdf',
  '2026-12-10_IND_agenda-electronique.ics',
  '2026-12-10_ODJ-horaires_IND_seance-1.pdf',
]
const hashes = async () => {
  const [row] = await ok('dispatch.list', { meetingId: world.meetingId })
  const view = await ok('dispatch.get', { id: row?.id ?? '' })
  return new Map(view.documents.map(({ fileName, sha256 }) => [fileName, sha256]))
}

describe('without a shared folder', () => {
  it('nothing is written and nothing waits', async () => {
    await world.send('convocation')
    expect(await state()).toEqual({
      folderName: null,
      pattern: '{année}/{date} {titre}/{document}',
      queuedCount: 0,
      lastWrittenAt: null,
      lastFailure: null,
    })
  })

  it('what an earlier version knew of the desk is still known', async () => {
    const known = { copyFolder: null, copyDeclined: true, lastCopyAt: null, lastFailure: null }
    await world.opened.restart(() =>
      writeFileSync(join(world.opened.folder, 'desk.json'), JSON.stringify(known)),
    )
    expect((await state()).pattern).toBe('{année}/{date} {titre}/{document}')
    expect((await ok('settings.copies', {})).choice).toBe('declined')
    expect((await choose()).ok).toBe(true)
    expect((await ok('settings.copies', {})).choice).toBe('declined')
  })

  it('a file that is no folder is refused', async () => {
    const file = join(base, 'fichier')
    writeFileSync(file, '')
    expect(await choose(file)).toMatchObject({ error: { code: 'folder-unreachable' } })
    expect(await choose(join(base, 'absent'))).toMatchObject({ error: { code: 'folder-unreachable' } })
    expect((await state()).folderName).toBeNull()
  })
})

describe('a shared folder', () => {
  it('gets each document that is sent, under the pattern, byte for byte', async () => {
    await choose()
    await world.send('convocation')
    expect(filesIn(meetingFolder())).toEqual(convocationFiles)
    const known = await hashes()
    const { createHash } = await import('node:crypto')
    for (const name of filesIn(meetingFolder()))
      expect(
        createHash('sha256')
          .update(readFileSync(join(meetingFolder(), name)))
          .digest('hex'),
      ).toBe(known.get(name))
    expect(await state()).toMatchObject({
      folderName: 'Dossier partagé',
      queuedCount: 0,
      lastWrittenAt: '2026-11-02T09:00:00.000Z',
      lastFailure: null,
    })
  })

  it('never touches a file of somebody else', async () => {
    await choose()
    mkdirSync(meetingFolder(), { recursive: true })
    const theirs = join(meetingFolder(), convocationFiles[0] ?? '')
    writeFileSync(theirs, 'à quelqu’un d’autre')
    await world.send('convocation')
    expect(readFileSync(theirs, 'utf8')).toBe('à quelqu’un d’autre')
    expect(filesIn(meetingFolder())).toContain('2026-12-10_CONV_IND_seance-1 (2).pdf')
    expect(await state()).toMatchObject({ queuedCount: 0, lastFailure: null })
  })

  it('replaces only what it wrote itself and nobody changed since', async () => {
    await choose()
    await world.send('convocation')
    const [letter = '', calendar = ''] = convocationFiles
    writeFileSync(join(meetingFolder(), letter), 'annoté par un collègue')
    const before = readFileSync(join(meetingFolder(), calendar), 'utf8')
    const { version } = (await ok('meetings.get', { id: world.meetingId })).meeting
    await ok('meetings.update', { id: world.meetingId, version, patch: { place: 'Salle 9' } })
    await world.send('convocation')
    expect(readFileSync(join(meetingFolder(), letter), 'utf8')).toBe('annoté par un collègue')
    expect(filesIn(meetingFolder())).toContain('2026-12-10_CONV_IND_seance-1 (2).pdf')
    expect(filesIn(meetingFolder())).not.toContain('2026-12-10_IND_agenda-electronique (2).ics')
    expect(readFileSync(join(meetingFolder(), calendar), 'utf8')).not.toBe(before)
    expect(readFileSync(join(meetingFolder(), calendar), 'utf8')).toContain('Salle 9')
  })

  it('that is away is said, and written to once it is back, also after a restart', async () => {
    await choose()
    renameSync(shared, `${shared} débranché`)
    await world.send('convocation')
    expect(await state()).toMatchObject({
      queuedCount: 3,
      lastFailure: 'folder-unreachable',
      lastWrittenAt: null,
    })
    expect(existsSync(shared)).toBe(false)
    expect(await ok('dispatch.retrySharedFolder', {})).toMatchObject({ queuedCount: 3 })
    renameSync(`${shared} débranché`, shared)
    await world.opened.restart()
    // The failure is taken back last, once every file is there.
    await until(async () => (await state()).lastFailure === null)
    expect((await state()).queuedCount).toBe(0)
    expect(filesIn(meetingFolder())).toEqual(convocationFiles)
  })

  it('that fails between two files leaves whole files only, and the rest waits', async () => {
    await choose()
    await ok('dispatch.setSharedPattern', { pattern: '{document}/{document}' })
    const [letter = '', calendar = '', agenda = ''] = convocationFiles
    // The letter and the agenda go first; the calendar's folder cannot be made while a file has its name.
    writeFileSync(join(shared, calendar), '')
    await world.send('convocation')
    expect(await state()).toMatchObject({ queuedCount: 1, lastFailure: 'folder-unreachable' })
    expect(filesIn(join(shared, letter))).toEqual([letter])
    expect(filesIn(join(shared, agenda))).toEqual([agenda])
    rmSync(join(shared, calendar))
    expect(await ok('dispatch.retrySharedFolder', {})).toMatchObject({ queuedCount: 0, lastFailure: null })
    expect(filesIn(join(shared, calendar))).toEqual([calendar])
  })

  it('that disappears while it is written to leaves no half file, and is made by nobody', async () => {
    await choose()
    const draft = (await world.prepare('convocation'))[0]?.dispatch
    const gone = setInterval(() => {
      if (existsSync(join(shared, '2026'))) rmSync(shared, { recursive: true, force: true })
    }, 0)
    await ok('dispatch.markSent', { id: draft?.id ?? '', version: draft?.version ?? 1 })
    clearInterval(gone)
    rmSync(shared, { recursive: true, force: true })
    const { queuedCount } = await state()
    await ok('dispatch.retrySharedFolder', {})
    expect(existsSync(shared)).toBe(false)
    mkdirSync(shared)
    expect(await ok('dispatch.retrySharedFolder', {})).toMatchObject({ queuedCount: 0, lastFailure: null })
    const left = readdirSync(shared, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(left).toHaveLength(queuedCount)
    expect(left.map(({ name }) => name).filter((name) => !convocationFiles.includes(name))).toEqual([])
  })

  it('that cannot be written to is said, and what is sent waits', async () => {
    // To whoever may do everything no folder of a disk is read-only: the system's own are.
    const readOnly = process.getuid?.() === 0 ? '/sys' : shared
    if (readOnly === shared) chmodSync(shared, 0o555)
    try {
      await choose(readOnly)
      await world.send('convocation')
      expect(await state()).toMatchObject({ queuedCount: 3, lastFailure: 'folder-unreachable' })
      expect(filesIn(shared)).toEqual([])
    } finally {
      chmodSync(shared, 0o755)
    }
    await choose()
    expect(await state()).toMatchObject({ queuedCount: 0, lastFailure: null })
    expect(filesIn(meetingFolder())).toEqual(convocationFiles)
  })

  it('gets nothing of a sending that was undone before it could be reached', async () => {
    await choose()
    renameSync(shared, `${shared} débranché`)
    await world.send('convocation')
    await ok('history.undo', {})
    expect((await state()).queuedCount).toBe(0)
    await ok('history.undo', {})
    renameSync(`${shared} débranché`, shared)
    await ok('dispatch.retrySharedFolder', {})
    expect(filesIn(shared)).toEqual([])
    await ok('history.redo', {})
    await ok('history.redo', {})
    await ok('dispatch.retrySharedFolder', {})
    expect(filesIn(meetingFolder())).toEqual(convocationFiles)
  })

  it('is left as it is, with nothing waiting for it', async () => {
    await choose()
    await world.send('convocation')
    renameSync(shared, `${shared} débranché`)
    await world.send('convocation')
    expect(await ok('dispatch.leaveSharedFolder', {})).toMatchObject({ folderName: null, queuedCount: 0 })
    expect(filesIn(join(`${shared} débranché`, '2026', '2026-12-10 Échanges numériques'))).toEqual(
      convocationFiles,
    )
  })

  it.each([
    ['../hors.pdf', '%PDF-1.7'],
    ['2026/../../hors.pdf', '%PDF-1.7'],
    ['/hors.pdf', '%PDF-1.7'],
    ['2026\\..\\..\\hors.pdf', '%PDF-1.7'],
    ['2026/programme.exe', 'rien'],
    ['2026/note.pdf', 'MZ\x90\0'],
  ])('gets nothing under %s that a backup or a profile brought along', async (relativePath, content) => {
    await world.send('convocation')
    await choose()
    const bytes = Buffer.from(content, 'latin1')
    writeFileSync(join(world.opened.folder, 'pieces', sha256(bytes)), bytes)
    await world.opened.byHand(
      `INSERT INTO shared_file (id, dispatch_id, relative_path, sha256, state)
       SELECT '${newId()}', id, '${relativePath}', '${sha256(bytes)}', 'queued' FROM dispatch WHERE state = 'sent'`,
    )
    await ok('dispatch.retrySharedFolder', {})
    expect(await state()).toMatchObject({ queuedCount: 0, lastFailure: 'file-refused' })
    expect(readdirSync(base, { recursive: true })).toEqual(['Dossier partagé'])
    expect(existsSync('/hors.pdf')).toBe(false)
  })

  it.each([
    ['{annee}/{document}', '{annee}'],
    ['../{document}', 'pattern'],
    ['/{document}', 'pattern'],
    ['C:\\temp\\{document}', 'pattern'],
    ['{document}/{titre}', 'pattern'],
  ])('refuses the pattern %s', async (pattern, field) => {
    const envelope = await world.opened.core.call('dispatch.setSharedPattern', { pattern })
    expect(envelope).toEqual({ ok: false, error: { code: 'invalid-input', field } })
  })
})
