import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readKey } from '../../electron/contract/read-key.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore({ now: '2026-11-10T09:00:00.000Z' })
})
afterEach(() => opened.dispose())

const newId = () => crypto.randomUUID()
const fixture = (fileName: string) => ({
  fileName,
  bytes: new Uint8Array(readFileSync(new URL(`../fixtures/mails/${fileName}`, import.meta.url))),
})
const note = (fileName: string, headers: readonly string[], text = 'Bonjour') => ({
  fileName,
  bytes: new TextEncoder().encode([...headers, '', text].join('\r\n')),
})
const take = (...files: { fileName: string; bytes: Uint8Array }[]) =>
  opened.ok('subjects.takeMails', { files })
const list = () => opened.ok('subjects.list', {})
const view = (id: string | null | undefined) => opened.ok('subjects.get', { id: id ?? '' })

describe('mails', () => {
  it('make subjects with title, requester, date, text and files; programs are left out and named', async () => {
    await opened.ok('directory.addPerson', {
      id: newId(),
      fields: {
        givenName: 'Ève',
        familyName: 'Lambert-Roche',
        email: 'eve.lambert-roche@departements.exemple.invalid',
      },
    })
    const [first, second] = await take(fixture('annuaire.msg'), fixture('executable.msg'))
    expect(first).toMatchObject({ outcome: 'added', failure: null, refusedFiles: [] })
    expect(second).toMatchObject({ outcome: 'added', refusedFiles: ['demonstration.exe', 'Raccourci.lnk'] })
    const { subject, messages, files } = await view(first?.subjectId)
    expect(subject).toMatchObject({
      title: 'Présentation de l’annuaire partagé',
      requester: 'Ève Lambert-Roche',
      receivedOn: '2026-11-02',
      state: 'received',
    })
    expect(subject.requesterId).not.toBeNull()
    expect(subject.text).toContain('Nous souhaitons présenter')
    expect(messages).toHaveLength(1)
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'Présentation de l’annuaire (été).pptx',
      'note de cadrage.pdf',
    ])
    expect(await opened.core.internal('subjectFile', { id: files[0]?.id ?? '', to: 'export' })).toMatchObject(
      {
        ok: true,
        value: { fileName: 'Présentation de l’annuaire (été).pptx' },
      },
    )
  })

  it('of one thread make one subject, whatever the order of the drop, and the same mail is known', async () => {
    const taken = await take(
      fixture('fil-3-sans-reference.eml'),
      fixture('fil-2-reponse.eml'),
      fixture('fil-1.eml'),
    )
    expect(taken.map(({ outcome }) => outcome)).toEqual(['joined', 'joined', 'added'])
    const [row] = await list()
    expect(await list()).toHaveLength(1)
    expect(row).toMatchObject({
      title: 'Référentiel commun des adresses',
      messageCount: 3,
      receivedOn: '2026-11-02',
    })
    expect((await take(fixture('fil-2-reponse.eml')))[0]).toMatchObject({
      outcome: 'known',
      subjectId: row?.id,
    })
    const { messages } = await view(row?.id)
    expect(messages.map(({ messageId }) => messageId.slice(0, 5))).toEqual(['fil-1', 'fil-2', 'fil-3'])
  })

  it('join what answers them when the answer came first', async () => {
    const [answer] = await take(
      note('b.eml', ['From: b@x.invalid', 'Subject: Autre titre', 'Message-ID: <b@x>', 'References: <a@x>']),
    )
    const [asked] = await take(note('a.eml', ['From: a@x.invalid', 'Subject: Annuaire', 'Message-ID: <a@x>']))
    expect(asked).toMatchObject({ outcome: 'joined', subjectId: answer?.subjectId })
  })

  it.each([
    ['another person', 'From: b@x.invalid', 'Mon, 2 Nov 2026 09:00:00 +0100', 'added'],
    ['61 days later', 'From: a@x.invalid', 'Sat, 2 Jan 2027 09:00:00 +0100', 'added'],
    ['60 days later', 'From: a@x.invalid', 'Fri, 1 Jan 2027 08:00:00 +0100', 'joined'],
  ])('of one topic by %s: %s, %s is %s', async (_, from, date, outcome) => {
    const to = 'To: secretariat@x.invalid'
    await opened.ok('settings.updateBody', {
      version: (await opened.ok('settings.body', {})).version,
      patch: { email: 'secretariat@x.invalid' },
    })
    await take(
      note('a.eml', ['From: a@x.invalid', to, 'Subject: Demande', 'Date: Mon, 2 Nov 2026 09:00:00 +0100']),
    )
    const [second] = await take(note('b.eml', [from, to, 'Subject: RE: Demande', `Date: ${date}`], 'Suite'))
    expect(second?.outcome).toBe(outcome)
  })

  it('of one drop are undone at once; what cannot be read keeps no other out', async () => {
    const taken = await take(
      fixture('fil-1.eml'),
      { fileName: 'faux.msg', bytes: new TextEncoder().encode('rien') },
      fixture('html-et-pieces.eml'),
      { fileName: 'vide.eml', bytes: new Uint8Array() },
    )
    expect(taken.map(({ failure }) => failure)).toEqual([null, 'file-damaged', null, 'file-empty'])
    expect(await list()).toHaveLength(2)
    await opened.ok('history.undo', {})
    expect(await list()).toEqual([])
    await opened.ok('history.redo', {})
    expect(await list()).toHaveLength(2)
  })

  it('that cannot be read leave no entry, and one of 51 MB is refused', async () => {
    const [large] = await take({ fileName: 'gros.msg', bytes: new Uint8Array(51 * 1024 * 1024) })
    expect(large).toMatchObject({ outcome: 'refused', failure: 'file-too-large', subjectId: null })
    expect((await opened.ok('history.state', {})).undo).toBeNull()
  })

  it('tell how many are read, and are ended without a trace', async () => {
    const taking = opened.refused('subjects.takeMails', {
      files: ['fil-1.eml', 'fil-2-reponse.eml', 'annuaire.msg'].map(fixture),
    })
    while (!opened.events.some((event) => event.topic === 'progress' && event.done === 1))
      await new Promise((resolve) => setTimeout(resolve, 2))
    await opened.ok('subjects.stopTaking', {})
    expect(await taking).toBe('cancelled')
    expect(await list()).toEqual([])
    await take(fixture('fil-1.eml'))
    expect(opened.events.at(-1)).toMatchObject({
      topic: 'changed',
      reads: expect.arrayContaining([readKey('subjects.list', {})]),
    })
  })

  it('without subject, sender or date still make a subject', async () => {
    const [taken] = await take(fixture('presque-vide.msg'))
    const { subject } = await view(taken?.subjectId)
    expect(subject).toMatchObject({ title: 'Sans objet', requester: 'boite@services.exemple.invalid' })
    expect(subject.receivedOn).toBe('2026-11-10')
  })
})

describe('a pasted text', () => {
  it('makes a subject once, or joins its thread', async () => {
    const id = newId()
    const mail =
      'De : Noé <noe.ardouin@regions.exemple.invalid>\nEnvoyé : 4 novembre 2026 10:00\nObjet : RE: Référentiel commun des adresses\n\nUne précision.'
    const [known] = await take(fixture('fil-1.eml'))
    expect((await opened.ok('subjects.takeText', { id, text: mail })).subject.id).toBe(known?.subjectId)
    expect((await opened.ok('subjects.takeText', { id, text: mail })).messages).toHaveLength(2)
    const noted = { id, text: 'Parler de l’archivage\nvu avec Mme Exemple' }
    await opened.ok('subjects.takeText', noted)
    const { subject, messages } = await opened.ok('subjects.takeText', noted)
    expect(subject).toMatchObject({ id, title: 'Parler de l’archivage', receivedOn: '2026-11-10' })
    expect(messages).toEqual([])
    expect(await list()).toHaveLength(2)
  })
})

describe('a subject', () => {
  const meeting = async (date = '2026-12-10') =>
    (await opened.ok('meetings.create', { fields: { date }, fromTemplate: true })).id
  const titles = async (meetingId: string) =>
    (await opened.ok('agenda.list', { meetingId })).items.map(({ title }) => title)
  const fromMail = async () => (await view((await take(fixture('annuaire.msg')))[0]?.subjectId)).subject

  it('goes on an agenda before any other business with its files, and one undo takes it off', async () => {
    const meetingId = await meeting()
    const { id, version } = await fromMail()
    await opened.ok('subjects.update', {
      id,
      version,
      patch: { durationMinutes: 20, nature: 'avis', note: 'voir' },
    })
    const { subject } = await opened.ok('subjects.retain', { id, version: 2, meetingId })
    expect(subject).toMatchObject({ state: 'retained', meetingId })
    const { items } = await opened.ok('agenda.list', { meetingId })
    expect(items.at(-1)?.title).toBe('Questions diverses')
    expect(items.at(-2)).toMatchObject({
      id: subject.itemId,
      title: 'Présentation de l’annuaire partagé',
      requester: 'LAMBERT-ROCHE Ève',
      // Who asks need not present.
      ...{ presenter: '', presenterId: null },
      durationMinutes: 20,
      nature: 'avis',
      note: 'voir',
    })
    const attached = await opened.ok('attachments.list', { meetingId })
    expect(attached.map(({ itemId, fileName }) => [itemId, fileName])).toEqual([
      [subject.itemId, 'Présentation de l’annuaire (été).pptx'],
      [subject.itemId, 'note de cadrage.pdf'],
    ])
    expect((await list())[0]).toMatchObject({ meetingDate: '2026-12-10', meetingState: 'planned' })
    await opened.ok('history.undo', {})
    expect(await titles(meetingId)).not.toContain('Présentation de l’annuaire partagé')
    expect(await opened.ok('attachments.list', { meetingId })).toEqual([])
    expect((await view(id)).subject.state).toBe('received')
  })

  it('moves to another agenda, waits, is dismissed with a reason, comes back', async () => {
    const [first, second] = [await meeting(), await meeting('2027-01-14')]
    const { id } = await fromMail()
    const act = async () => ({ id, version: (await view(id)).subject.version })
    await opened.ok('subjects.retain', { ...(await act()), meetingId: first })
    await opened.ok('subjects.retain', { ...(await act()), meetingId: second })
    expect(await titles(first)).not.toContain('Présentation de l’annuaire partagé')
    expect(await titles(second)).toContain('Présentation de l’annuaire partagé')
    expect(await opened.refused('subjects.remove', await act())).toBe('state-refuses')
    const refusal = { ...(await act()), state: 'dismissed', reason: '  ' }
    expect(await opened.refused('subjects.setState', refusal)).toBe('invalid-input')
    await opened.ok('subjects.setState', { ...(await act()), state: 'waiting', reason: '' })
    expect(await titles(second)).not.toContain('Présentation de l’annuaire partagé')
    const { subject } = await opened.ok('subjects.setState', {
      ...(await act()),
      state: 'dismissed',
      reason: 'hors champ',
    })
    expect(subject).toMatchObject({ state: 'dismissed', reason: 'hors champ', meetingId: null, itemId: null })
    expect(await opened.ok('subjects.remove', await act())).toEqual([])
    await opened.ok('history.undo', {})
    expect((await view(id)).files).toHaveLength(2)
  })

  it('stays on the agenda of a meeting that is over, or whose minutes speak of it', async () => {
    const meetingId = await meeting()
    const { id, version } = await fromMail()
    const { subject } = await opened.ok('subjects.retain', { id, version, meetingId })
    const { sections } = await opened.ok('minutes.start', { meetingId })
    const section = sections.find(({ itemId }) => itemId === subject.itemId)
    await opened.ok('minutes.updateSection', {
      id: section?.id ?? '',
      version: section?.version ?? 0,
      patch: {
        exchanges: {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Dit.' }] }],
        },
      },
    })
    const off = { id, version: subject.version, state: 'received', reason: '' }
    expect(await opened.refused('subjects.setState', off)).toBe('item-written')
    const cancelled = await meeting('2027-02-11')
    await opened.ok('meetings.cancel', { id: cancelled, version: 1, reason: 'grève' })
    const elsewhere = { id: newId(), fields: { title: 'Autre' } }
    await opened.ok('subjects.add', elsewhere)
    const late = { id: elsewhere.id, version: 1, meetingId: cancelled }
    expect(await opened.refused('subjects.retain', late)).toBe('state-refuses')
  })

  it('is free again when its item is removed, and refuses an old version', async () => {
    const meetingId = await meeting()
    const { id, version } = await fromMail()
    const { subject } = await opened.ok('subjects.retain', { id, version, meetingId })
    const item = (await opened.ok('agenda.list', { meetingId })).items.find(
      (one) => one.id === subject.itemId,
    )
    await opened.ok('agenda.remove', { id: item?.id ?? '', version: item?.version ?? 0 })
    expect((await view(id)).subject).toMatchObject({ state: 'received', meetingId: null, itemId: null })
    const stale = { id, version, patch: { title: 'Trop tard' } }
    expect(await opened.refused('subjects.update', stale)).toBe('conflict')
  })

  it('takes files one by one; programs, empty ones and the same twice are refused', async () => {
    const { id: subjectId } = await fromMail()
    const add = (fileName: string, bytes: Uint8Array) => ({ subjectId, file: { fileName, bytes } })
    const bytes = new TextEncoder().encode('note')
    const { files } = await opened.ok('subjects.addFile', add('note.txt', bytes))
    expect(files.at(-1)).toMatchObject({ fileName: 'note.txt', sizeBytes: 4 })
    expect(await opened.refused('subjects.addFile', add('autre.txt', bytes))).toBe('file-already-there')
    expect(await opened.refused('subjects.addFile', add('outil.exe', bytes))).toBe('file-refused')
    const program = new TextEncoder().encode('MZ sous un nom innocent')
    expect(await opened.refused('subjects.addFile', add('photo.jpg', program))).toBe('file-refused')
    expect(await opened.refused('subjects.addFile', add('vide.txt', new Uint8Array()))).toBe('file-empty')
    const last = files.at(-1)
    const after = await opened.ok('subjects.removeFile', { id: last?.id ?? '', version: 1 })
    expect(after.files).toHaveLength(2)
  })

  it('is found by its words, by its requester, and by those of its mail', async () => {
    const { id } = await fromMail()
    for (const words of ['annuaire partagé', 'lambert roche', 'vingt min']) {
      const { hits } = await opened.ok('search.query', { words, only: null })
      expect(hits).toMatchObject([{ kind: 'subject', id }])
    }
  })

  it('keeps its place when its requester or its project leaves the data', async () => {
    const personId = newId()
    await opened.ok('directory.addPerson', { id: personId, fields: { familyName: 'Exemple' } })
    const id = newId()
    await opened.ok('subjects.add', {
      id,
      fields: { title: 'Sujet', requesterId: personId, requester: 'Exemple' },
    })
    await opened.ok('directory.removePerson', { id: personId, version: 1 })
    expect((await view(id)).subject).toMatchObject({ requester: 'Exemple', requesterId: null })
  })
})
