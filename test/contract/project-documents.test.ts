import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../electron/db/files/store.ts'
import { modelInPdf } from '../../electron/documents/read-back.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { isOfTeam } from '../team/engine.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let projectId: string
beforeEach(async () => {
  opened = await openTestCore({ now: '2026-11-26T09:00:00.000Z', isRunning: true })
  projectId = newId()
  await opened.ok('projects.add', { id: projectId, fields: { title: 'Annuaire partagé' } })
})
afterEach(() => opened.dispose())

const bytesOf = (words: string) => new TextEncoder().encode(words)
const add = (fileName: string, words = fileName, replaces: string | null = null) =>
  opened.ok('attachments.add', { projectId, replaces, file: { fileName, bytes: bytesOf(words) } })
const list = () => opened.ok('attachments.list', { projectId })
const names = async () =>
  (await list()).map(({ fileName, title, versionNumber }) => `${title || fileName} v${versionNumber}`)
const stored = (words: string) => join(opened.folder, 'pieces', sha256(bytesOf(words)))

describe('a document of a project', () => {
  it('is kept once under its hash, and refused as one of an item is', async () => {
    const [added] = await add('dossier.pdf')
    expect(added).toMatchObject({ projectId, meetingId: null, itemId: null, fileName: 'dossier.pdf' })
    expect(readFileSync(stored('dossier.pdf'), 'utf8')).toBe('dossier.pdf')
    const input = (fileName: string, words: string) => ({
      projectId,
      file: { fileName, bytes: bytesOf(words) },
    })
    expect(await opened.refused('attachments.add', input('copie.pdf', 'dossier.pdf'))).toBe(
      'file-already-there',
    )
    expect(await opened.refused('attachments.add', input('outil.exe', 'abc'))).toBe('file-refused')
    expect(await opened.refused('attachments.add', input('photo.jpg', 'MZ'))).toBe('file-refused')
    expect(await opened.refused('attachments.add', { ...input('a.pdf', 'a'), projectId: newId() })).toBe(
      'not-found',
    )
    expect(await names()).toEqual(['dossier.pdf v1'])
  })

  it('stands apart from those of meetings and of other projects', async () => {
    await add('dossier.pdf')
    const meeting = await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true })
    const other = newId()
    await opened.ok('projects.add', { id: other, fields: { title: 'Archivage' } })
    const place = { meetingId: meeting.id, itemId: null }
    const file = { fileName: 'dossier.pdf', bytes: bytesOf('dossier.pdf') }
    // The same bytes may be a document of each.
    const [ofMeeting] = await opened.ok('attachments.add', { ...place, file })
    await opened.ok('attachments.add', { projectId: other, file })
    expect(await opened.ok('attachments.list', { meetingId: meeting.id })).toHaveLength(1)
    expect(await names()).toEqual(['dossier.pdf v1'])
    const foreign = { projectId, replaces: ofMeeting?.id ?? '', file: { ...file, bytes: bytesOf('autre') } }
    expect(await opened.refused('attachments.add', foreign)).toBe('invalid-input')
  })

  it('is renamed, replaced by a version that bears its name, given back, removed, and undone', async () => {
    const [first] = await add('dossier.pdf', 'un')
    const id = first?.id ?? ''
    await opened.ok('attachments.update', { id, version: 1, patch: { title: 'Dossier du projet' } })
    const [second] = await add('dossier final.pdf', 'deux', id)
    expect(await names()).toEqual(['Dossier du projet v2'])
    expect(await opened.ok('attachments.versions', { id })).toHaveLength(2)
    const opening = await opened.core.internal('attachmentFile', { id: second?.id ?? '', to: 'export' })
    expect(opening.ok && readFileSync(opening.value.path, 'utf8')).toBe('deux')
    await opened.ok('attachments.remove', { id: second?.id ?? '', version: second?.version ?? 0 })
    expect(await names()).toEqual(['Dossier du projet v1'])
    await opened.ok('history.undo', {})
    expect(await names()).toEqual(['Dossier du projet v2'])
    await opened.ok('history.undo', {})
    await opened.ok('history.undo', {})
    expect(await names()).toEqual(['dossier.pdf v1'])
    await opened.ok('history.undo', {})
    expect(await names()).toEqual([])
  })

  it('goes with its project, and comes back with it', async () => {
    const [first] = await add('dossier.pdf', 'un')
    await add('dossier.pdf', 'deux', first?.id)
    const { project } = await opened.ok('projects.get', { id: projectId })
    await opened.ok('projects.remove', { id: projectId, version: project.version })
    expect(await list()).toEqual([])
    await opened.ok('history.undo', {})
    expect(await names()).toEqual(['dossier.pdf v2'])
  })

  it('is named on the fiche, but for what stays in the secretariat', async () => {
    await add('dossier.pdf')
    const inside = (await add('note interne.pdf')).at(-1)
    await opened.ok('attachments.update', {
      id: inside?.id ?? '',
      version: 1,
      patch: { circulation: 'secretariat' },
    })
    const { bytes } = await opened.ok('documents.render', { kind: 'projectSheet', projectId })
    const model = await modelInPdf(bytes)
    if (model?.kind !== 'projectSheet') throw new Error('the model is not inside')
    expect(model.documents?.table.rows).toEqual([['dossier.pdf', 'Dossier du projet']])
  })
})

describe('its bytes', () => {
  it('are checked: one that is gone is said with its project, and other bytes become its next version', async () => {
    await add('dossier.pdf')
    rmSync(stored('dossier.pdf'))
    const { checked, faults } = await opened.ok('keptFiles.check', {})
    expect(checked).toBe(1)
    expect(faults).toMatchObject([
      {
        state: 'missing',
        uses: [
          {
            kind: 'attachment',
            name: 'dossier.pdf',
            meeting: null,
            itemTitle: null,
            project: { id: projectId, title: 'Annuaire partagé' },
            isReplaceable: true,
          },
        ],
      },
    ])
    expect((await opened.ok('recovery.damage', {})).files).toEqual({ missing: 1, altered: 0 })
    const path = join(opened.folder, 'retrouvé.pdf')
    writeFileSync(path, 'une autre version')
    const chosen = await opened.core.internal('takeKeptFile', { file: faults[0]?.sha256 ?? '', path })
    expect(chosen).toMatchObject({ ok: true, value: { became: 'newVersion' } })
    expect(await names()).toEqual(['dossier v2'])
  })

  // A team's server is saved, and not by a desk.
  if (!isOfTeam)
    it('come back from a backup', async () => {
      const [added] = await add('dossier.pdf')
      await opened.ok('backups.make', {})
      rmSync(stored('dossier.pdf'))
      await opened.ok('keptFiles.check', {})
      const files = [added?.sha256 ?? '']
      expect(await opened.ok('keptFiles.bringBack', { files })).toMatchObject({ found: 1, notFound: 0 })
      expect(readFileSync(stored('dossier.pdf'), 'utf8')).toBe('dossier.pdf')
    })

  it('are not swept away with the documents of a meeting', async () => {
    const meeting = await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true })
    await add('dossier.pdf')
    await opened.ok('meetings.remove', { id: meeting.id, version: meeting.version })
    expect(await names()).toEqual(['dossier.pdf v1'])
    expect(readFileSync(stored('dossier.pdf'), 'utf8')).toBe('dossier.pdf')
  })
})
