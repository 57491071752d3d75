import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../electron/contract/index.ts'
import type { DraftItem } from '../../electron/domain/agenda/draft.ts'
import { changesOf, linesOf } from '../../electron/domain/agenda/reimport.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string

const bytesOf = (text: string) => new TextEncoder().encode(text)
const first = `# Ordre du jour du jeudi 14 janvier 2027, 14h à 16h

1. Annuaire partagé (20 min)
   1. Cadre juridique (5 min)
   2. Calendrier de déploiement (10 min)
2. Conservation des archives (15 min)
3. Questions diverses
`
/** The calendar is a point of its own, the archives last longer, the legal frame is gone, one point is new. */
const corrected = `# Ordre du jour du jeudi 14 janvier 2027, 14h à 16h

1. Annuaire partagé (20 min)
2. Calendrier de déploiement (10 min)
3. Conservation des archives (25 min)
4. Portail de dépôt (30 min)
5. Questions diverses
`

async function draftOf(text: string): Promise<DraftItem[]> {
  const { draft } = await opened.ok('imports.read', { fileName: 'odj.md', bytes: bytesOf(text) })
  return draft.items
}
const compare = (items: DraftItem[]) => opened.ok('imports.compare', { meetingId, items })
const agenda = async () => (await opened.ok('agenda.list', { meetingId })).items

type Existing = Extract<Input<'imports.apply'>['target'], { type: 'existing' }>

/** Everything that the comparison found, and what is gone withdrawn. */
function everything(items: DraftItem[], found: Output<'imports.compare'>): Existing {
  const byId = new Map(found.agenda.map((item) => [item.id, item]))
  const matched = new Set(found.matches.map(({ itemId }) => itemId))
  return {
    type: 'existing',
    meetingId,
    joined: found.matches.map(({ at, itemId }) => {
      const [item, line] = [byId.get(itemId), linesOf(items)[at]]
      if (item === undefined || line === undefined) throw new Error('A match of nothing')
      return {
        at,
        item: { id: item.id, version: item.version },
        fields: [...changesOf(line.said, item).map(({ field }) => field), 'place' as const],
      }
    }),
    withdrawn: found.agenda.filter(({ id }) => !matched.has(id)).map(({ id, version }) => ({ id, version })),
  }
}

const outline = async () => {
  const items = await agenda()
  return items.map(({ title, parentId, durationMinutes }) =>
    [items.find(({ id }) => id === parentId)?.title, title, durationMinutes].filter(Boolean).join(' / '),
  )
}

beforeEach(async () => {
  opened = await openTestCore({ now: '2026-12-01T09:00:00Z' })
  const view = await opened.ok('imports.apply', {
    fileName: 'odj.md',
    items: await draftOf(first),
    target: { type: 'new', fields: { date: '2027-01-14', startTime: '14:00', endTime: '16:00' } },
  })
  meetingId = view.meetingId
})
afterEach(() => opened.dispose())

describe('a file beside an agenda', () => {
  it('tells what people wrote from what a file said, over an undo', async () => {
    const items = await draftOf(first)
    const byHand = async () =>
      new Map((await compare(items)).matches.map((match) => [match.at, match.byHand]))
    expect([...(await byHand()).values()].flat()).toEqual([])
    const [annuaire] = await agenda()
    if (annuaire === undefined) throw new Error('no item')
    const { id, version } = annuaire
    await opened.ok('agenda.update', { id, version, patch: { presenter: 'Mme Ségolène Vaxelaire' } })
    expect((await byHand()).get(0)).toEqual(['presenter'])
    expect((await byHand()).get(1)).toEqual([])
    await opened.ok('history.undo', {})
    expect((await byHand()).get(0)).toEqual([])
  })
})

describe('what comes with the items of a file', () => {
  const bytes = bytesOf(first)
  const take = async () => {
    const { sha256 } = await opened.ok('imports.keepFile', { bytes })
    const person = '01900000-0000-7000-8000-00000000d001'
    const body = '01900000-0000-7000-8000-00000000d002'
    return opened.ok('imports.apply', {
      fileName: 'odj.md',
      items: await draftOf('# Ordre du jour\n\n1. Bilan (Mme Ségolène Vaxelaire, ZZX)\n'),
      target: { type: 'existing', meetingId },
      directory: {
        newOrganisations: [{ id: body, name: 'ZZX', acronym: '' }],
        newPersons: [
          {
            id: person,
            givenName: 'Ségolène',
            familyName: 'Vaxelaire',
            jobTitle: '',
            organisationId: body,
            mandate: null,
          },
        ],
      },
      linked: [{ at: 0, presenterId: person, organisationId: body }],
      received: { fileName: 'odj.md', sizeBytes: bytes.length, sha256 },
    })
  }
  const documents = () => opened.ok('attachments.list', { meetingId })
  const known = async () => JSON.stringify(await opened.ok('directory.list', {}))

  it('enters the directory, the file itself the documents of the meeting, and one undo takes all of it back', async () => {
    const view = await take()
    expect(view.items.find(({ title }) => title.startsWith('Bilan'))?.presenterId).not.toBeNull()
    expect(await known()).toContain('Vaxelaire')
    expect(await documents()).toMatchObject([
      { fileName: 'odj.md', circulation: 'secretariat', itemId: null },
    ])
    await opened.ok('history.undo', {})
    expect(await known()).not.toContain('Vaxelaire')
    expect(await documents()).toEqual([])
    expect((await agenda()).some(({ title }) => title.startsWith('Bilan'))).toBe(false)
  })

  it('keeps the same file once, and no program', async () => {
    await take()
    const { sha256 } = await opened.ok('imports.keepFile', { bytes })
    const again = (fileName: string) => ({
      fileName,
      items: [],
      target: { type: 'existing' as const, meetingId },
      received: { fileName, sizeBytes: bytes.length, sha256 },
    })
    await opened.ok('imports.apply', again('odj.md'))
    expect(await documents()).toHaveLength(1)
    expect(await opened.refused('imports.apply', again('odj.exe'))).toBe('file-refused')
    expect(await opened.refused('imports.keepFile', { bytes: new Uint8Array() })).toBe('file-empty')
  })

  it('tells who is new to the directory, and who is there', async () => {
    const items = await draftOf('# Ordre du jour\n\n1. Bilan (Mme Ségolène Vaxelaire, ZZX)\n')
    const [before] = (await compare(items)).names
    expect(before?.newPersons.map(({ familyName }) => familyName)).toEqual(['Vaxelaire'])
    await take()
    const [after] = (await compare(items)).names
    expect(after).toMatchObject({ newPersons: [], newOrganisation: null })
    expect(after?.person?.name).toBe('Ségolène Vaxelaire')
  })
})

describe('a file taken in again', () => {
  it('changes nothing when it is the same', async () => {
    const items = await draftOf(first)
    const before = await agenda()
    const found = await compare(items)
    expect(found.matches.map(({ likeness }) => likeness)).toEqual(['same', 'same', 'same', 'same', 'same'])
    await opened.ok('imports.apply', { fileName: 'odj.md', items, target: everything(items, found) })
    expect(await agenda()).toEqual(before)
  })

  it('brings what was corrected, keeps what it does not say, and is undone at once', async () => {
    const before = await agenda()
    const archives = before.find(({ title }) => title === 'Conservation des archives')
    if (archives === undefined) throw new Error('No such item')
    await opened.ok('agenda.update', {
      id: archives.id,
      version: archives.version,
      patch: { presenter: 'Hélène Exemple', nature: 'avis', note: 'Prévenir la direction' },
    })
    const kept = await agenda()
    const items = await draftOf(corrected)
    await opened.ok('imports.apply', {
      fileName: 'odj.md',
      items,
      target: everything(items, await compare(items)),
    })
    expect(await outline()).toEqual([
      'Annuaire partagé / 20',
      'Calendrier de déploiement / 10',
      'Conservation des archives / 25',
      'Portail de dépôt / 30',
      'Questions diverses',
    ])
    const after = await agenda()
    expect(after.find(({ id }) => id === archives.id)).toMatchObject({
      presenter: 'Hélène Exemple',
      nature: 'avis',
      note: 'Prévenir la direction',
    })
    expect(after.map(({ position, parentId }) => [parentId, position])).toEqual(
      [0, 1, 2, 3, 4].map((position) => [null, position]),
    )
    await opened.ok('history.undo', {})
    const texts = (rows: typeof kept) => rows.map(({ version: _, ...row }) => row)
    expect(texts(await agenda())).toEqual(texts(kept))
  })

  it('takes only what was chosen: here one new point, beside its neighbour in the file', async () => {
    const items = await draftOf(corrected)
    const found = await compare(items)
    const all = everything(items, found)
    await opened.ok('imports.apply', {
      fileName: 'odj.md',
      items,
      target: { ...all, joined: (all.joined ?? []).map((one) => ({ ...one, fields: [] })), withdrawn: [] },
    })
    expect(await outline()).toEqual([
      'Annuaire partagé / 20',
      'Annuaire partagé / Cadre juridique / 5',
      'Annuaire partagé / Calendrier de déploiement / 10',
      'Conservation des archives / 15',
      'Questions diverses',
      'Portail de dépôt / 30',
    ])
  })

  it('refuses an item that changed meanwhile, one joined twice, and one of another meeting; nothing is half done', async () => {
    const items = await draftOf(corrected)
    const all = everything(items, await compare(items))
    const before = await agenda()
    const send = (target: Existing) => opened.refused('imports.apply', { fileName: 'odj.md', items, target })
    const [one] = all.joined ?? []
    if (one === undefined) throw new Error('Nothing joined')
    expect(await send({ ...all, joined: [{ ...one, item: { ...one.item, version: 9 } }] })).toBe('conflict')
    expect(await send({ ...all, joined: [one, { ...one, at: 3 }] })).toBe('invalid-input')
    const other = await opened.ok('meetings.create', { fields: { date: '2027-02-11' }, fromTemplate: false })
    expect(await send({ ...all, meetingId: other.id })).toBe('not-found')
    expect(await agenda()).toEqual(before)
  })

  it('is taken in once, however often it is asked for as one act, and again once that was taken back', async () => {
    const items = await draftOf(corrected)
    const act = newId()
    const apply = () =>
      opened.ok('imports.apply', {
        act,
        fileName: 'odj.md',
        items,
        target: { type: 'new', fields: { date: '2027-03-11' } },
      })
    const { meetingId: made, items: taken } = await apply()
    const again = await apply()
    expect(again.meetingId).toBe(made)
    expect(again.items).toHaveLength(taken.length)
    await opened.ok('history.undo', {})
    expect((await apply()).meetingId).not.toBe(made)
  })

  it('moves the meeting only with its reason, and edits its hours and place in the same act', async () => {
    const items = await draftOf(first)
    const found = await compare(items)
    const { version } = found.meeting ?? { version: 0 }
    await opened.ok('imports.apply', {
      fileName: 'odj.md',
      items,
      target: {
        ...everything(items, found),
        edits: {
          version,
          patch: { place: 'Salle basse' },
          move: { date: '2027-01-21', startTime: '14:30', endTime: '16:30', reason: 'Salle prise' },
        },
      },
    })
    const { meeting } = await opened.ok('meetings.get', { id: meetingId })
    expect(meeting).toMatchObject({ date: '2027-01-21', startTime: '14:30', place: 'Salle basse' })
    expect(await opened.ok('meetings.moves', { id: meetingId })).toMatchObject([{ reason: 'Salle prise' }])
    await opened.ok('history.undo', {})
    expect((await opened.ok('meetings.get', { id: meetingId })).meeting).toMatchObject({
      date: '2027-01-14',
      startTime: '14:00',
      place: found.meeting?.place,
    })
  })

  it('recognises who is named, and links only whom somebody accepted', async () => {
    const [organisationId, personId] = [
      '0190c0de-0000-7000-8000-000000000001',
      '0190c0de-0000-7000-8000-000000000002',
    ]
    await opened.ok('directory.addOrganisation', {
      id: organisationId,
      fields: { name: 'Agence exemple', acronym: 'ANX' },
    })
    await opened.ok('directory.addPerson', {
      id: personId,
      fields: { givenName: 'Thibault', familyName: 'Sarrazin', organisationId },
    })
    const [item] = await draftOf('1. Portail de dépôt (30 min)\n2. Divers\n')
    if (item === undefined) throw new Error('Nothing read')
    const items = [{ ...item, presenter: 'T. Sarazin', organisation: 'ANX', children: [] }]
    const found = await compare(items)
    expect(found.names).toMatchObject([
      {
        presenter: 'T. Sarazin',
        person: { id: personId, name: 'Thibault Sarrazin', detail: 'ANX' },
        organisationEntry: { id: organisationId },
      },
    ])
    await opened.ok('imports.apply', {
      fileName: 'odj.md',
      items,
      target: { type: 'existing', meetingId },
      linked: [{ at: 0, presenterId: personId, organisationId: null }],
    })
    expect((await agenda()).find(({ title }) => title === 'Portail de dépôt')).toMatchObject({
      presenterId: personId,
      organisation: 'ANX',
      organisationId: null,
    })
  })
})
