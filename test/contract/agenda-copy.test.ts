import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })).id
})
afterEach(() => opened.dispose())

async function add(title: string, parentId: string | null = null, more = {}): Promise<string> {
  const id = newId()
  const { items } = await opened.ok('agenda.list', { meetingId })
  const afterId = items.filter((item) => item.parentId === parentId).at(-1)?.id ?? null
  await opened.ok('agenda.add', { id, meetingId, parentId, afterId, fields: { title, ...more } })
  return id
}

async function project(): Promise<string> {
  const id = newId()
  await opened.ok('projects.add', { id, fields: { title: 'Guichet de démonstration' } })
  return id
}

async function person(): Promise<string> {
  const id = newId()
  await opened.ok('directory.addPerson', { id, fields: { familyName: 'Exemple' } })
  return id
}

describe('a copied item', () => {
  it('stands right after its original, with its words, links and guests', async () => {
    const fields = { durationMinutes: 20, nature: 'echange', presenter: 'Camille Exemple', note: 'À relire' }
    const original = await add('Bilan', null, { ...fields, fixedStart: '10:30', disagreement: 'Plus tôt' })
    const last = await add('Questions diverses')
    const [projectId, personId] = [await project(), await person()]
    await opened.ok('agenda.link', { itemId: original, kind: 'project', targetId: projectId })
    await opened.ok('agenda.addGuest', { itemId: original, personId })
    const copy = newId()
    const { items, links, guests } = await opened.ok('agenda.duplicateItem', { id: original, ids: [copy] })
    expect(items.map(({ id, position }) => [id, position])).toEqual([
      [original, 0],
      [copy, 1],
      [last, 2],
    ])
    expect(items[1]).toMatchObject({ ...fields, title: 'Bilan', fixedStart: null, disagreement: '' })
    expect(links.filter(({ itemId }) => itemId === copy).map(({ targetId }) => targetId)).toEqual([projectId])
    expect(guests.filter(({ itemId }) => itemId === copy).map((guest) => guest.personId)).toEqual([personId])
  })

  it('brings its sub-items, leaves its documents, and goes with one undo', async () => {
    const original = await add('Projets')
    const child = await add('Premier projet', original)
    await add('Second projet', original)
    const bytes = new TextEncoder().encode('Exemple')
    const file = { fileName: 'note.txt', bytes }
    await opened.ok('attachments.add', { meetingId, itemId: child, file })
    const ids = [newId(), newId(), newId()]
    const before = await opened.ok('agenda.list', { meetingId })
    const { items } = await opened.ok('agenda.duplicateItem', { id: original, ids })
    expect(items.slice(3).map(({ id, title, parentId }) => [id, title, parentId])).toEqual([
      [ids[0], 'Projets', null],
      [ids[1], 'Premier projet', ids[0]],
      [ids[2], 'Second projet', ids[0]],
    ])
    expect((await opened.ok('attachments.list', { meetingId })).map(({ itemId }) => itemId)).toEqual([child])
    const { redo } = await opened.ok('history.undo', {})
    expect(redo).toMatchObject({ method: 'agenda.duplicateItem', label: 'copie d’un point' })
    expect(await opened.ok('agenda.list', { meetingId })).toEqual(before)
  })

  it('is made once when the call is sent again', async () => {
    const original = await add('Bilan')
    const call = { id: original, ids: [newId()] }
    const once = await opened.ok('agenda.duplicateItem', call)
    expect(await opened.ok('agenda.duplicateItem', call)).toEqual(once)
  })

  it('is written in the minutes that were begun', async () => {
    const original = await add('Bilan')
    await opened.ok('minutes.start', { meetingId })
    const copy = newId()
    await opened.ok('agenda.duplicateItem', { id: original, ids: [copy] })
    const minutes = await opened.ok('minutes.get', { meetingId })
    expect(minutes?.sections.map(({ itemId }) => itemId)).toEqual([original, copy])
  })

  it('is refused where sub-items came or went since, ids are given twice, or the agenda is full', async () => {
    const original = await add('Projets')
    await add('Premier projet', original)
    const refusal = (ids: string[]) => opened.refused('agenda.duplicateItem', { id: original, ids })
    expect(await refusal([newId()])).toBe('conflict')
    const twice = newId()
    expect(await refusal([twice, twice])).toBe('invalid-input')
    for (let rank = 2; rank < 60; rank += 1) await add(`Projet ${rank}`, original)
    const branch = () => Array.from({ length: 60 }, () => newId())
    for (let copies = 1; copies < 8; copies += 1)
      await opened.ok('agenda.duplicateItem', { id: original, ids: branch() })
    expect(await opened.said('agenda.duplicateItem', { id: original, ids: branch() })).toBe(
      'Un ordre du jour compte 500\u00a0points au plus. Rien n’a été changé\u00a0: en retirer avant d’en ajouter.',
    )
  })
})
