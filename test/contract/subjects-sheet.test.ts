import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore({ now: '2026-11-10T09:00:00.000Z' })
})
afterEach(() => opened.dispose())

const fixture = (fileName: string) => ({
  fileName,
  bytes: new Uint8Array(readFileSync(new URL(`../fixtures/sheets/${fileName}`, import.meta.url))),
})
const read = (fileName: string) => opened.ok('subjects.readSheet', { file: fixture(fileName) })
/** As their sheets say them: a list leaves the prose out. */
const projects = async () =>
  Promise.all(
    (await opened.ok('projects.list', {})).map(
      async ({ id }) => (await opened.ok('projects.get', { id })).project,
    ),
  )

describe('a filled sheet', () => {
  it('of more than 20 MB is refused with that number', async () => {
    const file = { fileName: 'fiche.docx', bytes: new Uint8Array(21 * 1024 * 1024) }
    expect(await opened.said('subjects.readSheet', { file })).toContain('20\u00a0Mo au plus')
  })

  it('is read without a trace, then makes a subject and its project in one entry', async () => {
    const draft = await read('word.docx')
    expect(await opened.ok('subjects.list', {})).toEqual([])
    const id = crypto.randomUUID()
    const { subject, files } = await opened.ok('subjects.takeSheet', { id, draft })
    expect(subject).toMatchObject({
      id,
      title: 'Annuaire partagé des agents & des élus',
      requester: 'Odile Quémener',
      organisation: 'Association des communes de démonstration',
      nature: 'avis',
      durationMinutes: 25,
    })
    expect(files).toMatchObject([{ fileName: 'word.docx' }])
    expect(await projects()).toMatchObject([
      {
        id: subject.projectId,
        projectOwner: 'Noé Ardouin',
        stage: 'experiment',
        askedOfBody: 'Un avis sur le calendrier.',
      },
    ])
    await opened.ok('history.undo', {})
    expect(await opened.ok('subjects.list', {})).toEqual([])
    expect(await projects()).toEqual([])
  })

  it('completes a subject and the project of the same name; what it leaves empty stays', async () => {
    await opened.ok('projects.add', {
      id: crypto.randomUUID(),
      fields: {
        title: 'annuaire partage des agents & des elus',
        localImpact: 'connu',
        regulatorySide: 'un décret',
      },
    })
    const id = crypto.randomUUID()
    await opened.ok('subjects.add', { id, fields: { title: 'Annuaire', note: 'vu', durationMinutes: 10 } })
    const { subject } = await opened.ok('subjects.takeSheet', { id, draft: await read('word.docx') })
    expect(subject).toMatchObject({ id, note: 'vu', durationMinutes: 25 })
    expect(await projects()).toMatchObject([
      { id: subject.projectId, localImpact: 'Une saisie au lieu de trois.', regulatorySide: 'un décret' },
    ])
    const again = await opened.ok('subjects.takeSheet', { id, draft: await read('libreoffice.docx') })
    expect(again.subject).toMatchObject({
      title: 'Portail des démarches',
      durationMinutes: 25,
      nature: 'avis',
    })
    expect(await projects()).toMatchObject([
      { projectOwner: 'Ève Lambert', localImpact: 'Une saisie au lieu de trois.', stage: 'experiment' },
    ])
    expect(again.files).toHaveLength(2)
    const blank = await opened.ok('subjects.takeSheet', { id, draft: await read('vierge.docx') })
    expect(blank.subject.title).toBe('Portail des démarches')
  })

  it('links the project to the item of a subject that is on an agenda; removed, it leaves the subject', async () => {
    const { id: meetingId } = await opened.ok('meetings.create', {
      fields: { date: '2026-12-10' },
      fromTemplate: true,
    })
    const id = crypto.randomUUID()
    await opened.ok('subjects.add', { id, fields: { title: 'Annuaire' } })
    const { subject } = await opened.ok('subjects.retain', { id, version: 1, meetingId })
    await opened.ok('subjects.takeSheet', { id, draft: await read('word.docx') })
    const { links } = await opened.ok('agenda.list', { meetingId })
    expect(links).toMatchObject([{ itemId: subject.itemId, kind: 'project' }])
    await opened.ok('history.undo', {})
    const other = crypto.randomUUID()
    const taken = await opened.ok('subjects.takeSheet', { id: other, draft: await read('word.docx') })
    await opened.ok('projects.remove', { id: taken.subject.projectId ?? '', version: 1 })
    expect((await opened.ok('subjects.get', { id: other })).subject.projectId).toBeNull()
  })

  it('that says nothing of a project makes none; another document is refused', async () => {
    const { subject } = await opened.ok('subjects.takeSheet', {
      id: crypto.randomUUID(),
      draft: await read('vierge.docx'),
    })
    expect(subject).toMatchObject({ title: 'vierge', projectId: null })
    const refused = (fileName: string) => opened.refused('subjects.readSheet', { file: fixture(fileName) })
    expect(await refused('autre.docx')).toBe('file-format-unknown')
  })
})

describe('a sheet to fill in', () => {
  it('says what the subject and its project already say, under a name of its own', async () => {
    const id = crypto.randomUUID()
    await opened.ok('subjects.takeSheet', { id, draft: await read('word.docx') })
    const name = await opened.core.internal('proposedFileName', { subject: { kind: 'sheet', subjectId: id } })
    expect(name).toEqual({
      ok: true,
      value: { fileName: 'Fiche de présentation - Annuaire partagé des agents & des élus.docx' },
    })
    const path = join(opened.folder, 'fiche.docx')
    expect(
      await opened.core.internal('writeDocument', {
        subject: { kind: 'sheet', subjectId: id },
        format: 'docx',
        path,
      }),
    ).toMatchObject({ ok: true, value: { path } })
    const file = { fileName: 'fiche.docx', bytes: new Uint8Array(readFileSync(path)) }
    const { subject, project, missing } = await opened.ok('subjects.readSheet', { file })
    const first = await read('word.docx')
    expect({ subject, project, missing }).toEqual({
      subject: first.subject,
      project: { ...first.project, title: subject.title },
      missing: first.missing,
    })
  })

  it('is blank without a subject', async () => {
    const path = join(opened.folder, 'vierge.docx')
    await opened.core.internal('writeDocument', {
      subject: { kind: 'sheet', subjectId: null },
      format: 'docx',
      path,
    })
    const file = { fileName: 'vierge.docx', bytes: new Uint8Array(readFileSync(path)) }
    expect((await opened.ok('subjects.readSheet', { file })).missing).toHaveLength(12)
  })
})
