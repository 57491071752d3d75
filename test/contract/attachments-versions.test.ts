import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
let itemId: string
let otherItemId: string
beforeEach(async () => {
  opened = await openTestCore()
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })).id
  itemId = newId()
  otherItemId = newId()
  const place = { meetingId, parentId: null, afterId: null }
  await opened.ok('agenda.add', { ...place, id: itemId, fields: { title: 'Annuaire partagé' } })
  await opened.ok('agenda.add', {
    ...place,
    id: otherItemId,
    afterId: itemId,
    fields: { title: 'Archives' },
  })
})
afterEach(() => opened.dispose())

type Listed = Output<'attachments.list'>[number]
type Becomes = { replaces?: string; awaitedId?: string; itemId?: string | null }

async function add(fileName: string, becomes: Becomes = {}, text = fileName): Promise<Listed> {
  const before = new Set((await opened.ok('attachments.list', { meetingId })).map(({ id }) => id))
  const list = await opened.ok('attachments.add', input(fileName, becomes, text))
  const added = list.find(({ id }) => !before.has(id))
  if (added === undefined) throw new Error('nothing was added')
  return added
}
const input = (fileName: string, becomes: Becomes = {}, text = fileName) => ({
  meetingId,
  itemId,
  file: { fileName, bytes: new TextEncoder().encode(text) },
  ...becomes,
})
const names = async () =>
  (await opened.ok('attachments.list', { meetingId })).map(
    ({ fileName, versionNumber }) => `${fileName} v${versionNumber}`,
  )
const target = ({ id, version }: { id: string; version: number }) => ({ id, version })
async function current(): Promise<Listed> {
  const [one] = await opened.ok('attachments.list', { meetingId })
  if (one === undefined) throw new Error('no document')
  return one
}
async function promise(title = 'Support'): Promise<Output<'attachments.awaited'>[number]> {
  const id = newId()
  const fields = { title, fromName: 'Hélène Marchetti', dueOn: '2026-12-03' }
  const list = await opened.ok('attachments.addAwaited', { id, itemId, fields })
  const made = list.find((one) => one.id === id)
  if (made === undefined) throw new Error('nothing is awaited')
  return made
}
const keptBy = async (id: string) =>
  (await opened.ok('attachments.awaited', { meetingId })).find((one) => one.id === id)?.attachmentId

describe('versions', () => {
  it('take the place, the title and the marks of the one before, which stays', async () => {
    const first = await add('Annuaire.pptx')
    await add('Note.pdf')
    const patch = { title: 'Annuaire partagé', tabled: true, circulation: 'public' as const }
    await opened.ok('attachments.update', { ...target(first), patch })
    const second = await add('Annuaire_v2.pptx', { replaces: first.id })
    expect(second).toMatchObject({ ...patch, versionNumber: 2, replacedBy: null })
    expect(await names()).toEqual(['Annuaire_v2.pptx v2', 'Note.pdf v1'])
    const third = await add('Annuaire_v3.pptx', { replaces: second.id })
    for (const id of [first.id, second.id, third.id])
      expect(
        (await opened.ok('attachments.versions', { id })).map((one) => [one.versionNumber, one.fileName]),
      ).toEqual([
        [3, 'Annuaire_v3.pptx'],
        [2, 'Annuaire_v2.pptx'],
        [1, 'Annuaire.pptx'],
      ])
  })

  it('keep the name of their document whatever the newest file is called', async () => {
    const first = await add('Annuaire_v1.pptx')
    const second = await add('annuaire v2.pptx', { replaces: first.id })
    expect(second.title).toBe('')
    const third = await add('PPT du soir.pptx', { replaces: second.id })
    expect(third.title).toBe('annuaire')
    const fourth = await add('Autre.pptx')
    await opened.ok('attachments.identify', { ...target(fourth), replaces: third.id })
    expect((await current()).title).toBe('annuaire')
  })

  it('come back when the current one is removed, and undo takes each step back', async () => {
    const first = await add('Annuaire.pptx')
    const second = await add('Annuaire_v2.pptx', { replaces: first.id })
    await opened.ok('attachments.update', { ...target(second), patch: { title: 'Annuaire' } })
    await opened.ok('attachments.remove', target(await current()))
    expect(await current()).toMatchObject({ id: first.id, title: 'Annuaire', versionNumber: 1 })
    await opened.ok('history.undo', {})
    expect(await names()).toEqual(['Annuaire_v2.pptx v2'])
    await opened.ok('history.undo', {})
    await opened.ok('history.undo', {})
    expect(await names()).toEqual(['Annuaire.pptx v1'])
    await opened.ok('history.redo', {})
    expect(await names()).toEqual(['Annuaire_v2.pptx v2'])
  })

  it('close ranks when one between them is removed', async () => {
    const first = await add('a.pdf')
    const second = await add('b.pdf', { replaces: first.id })
    await add('c.pdf', { replaces: second.id })
    const versions = await opened.ok('attachments.versions', { id: first.id })
    await opened.ok('attachments.remove', target(versions[1] ?? second))
    expect(await names()).toEqual(['c.pdf v2'])
  })

  it('take the place of a document of the same item only, and of one not replaced meanwhile', async () => {
    const first = await add('a.pdf')
    expect(
      await opened.refused('attachments.add', input('b.pdf', { replaces: first.id, itemId: otherItemId })),
    ).toBe('invalid-input')
    await add('b.pdf', { replaces: first.id })
    expect(await opened.refused('attachments.add', input('c.pdf', { replaces: first.id }))).toBe('conflict')
    expect(await opened.refused('attachments.add', input('c.pdf', { replaces: newId() }))).toBe('not-found')
  })

  it('can be told afterwards of what was added', async () => {
    const first = await add('Annuaire.pptx')
    await opened.ok('attachments.update', { ...target(first), patch: { circulation: 'secretariat' } })
    const second = await add('Annuaire_v2.pptx')
    expect(await names()).toEqual(['Annuaire.pptx v1', 'Annuaire_v2.pptx v1'])
    await opened.ok('attachments.identify', { ...target(second), replaces: first.id })
    expect(await current()).toMatchObject({ id: second.id, versionNumber: 2, circulation: 'secretariat' })
    const third = await add('autre.pdf')
    const now = await current()
    expect(await opened.refused('attachments.identify', { ...target(now), replaces: third.id })).toBe(
      'state-refuses',
    )
    await opened.ok('history.undo', {})
    await opened.ok('history.undo', {})
    expect(await names()).toEqual(['Annuaire.pptx v1', 'Annuaire_v2.pptx v1'])
  })

  it('of the same bytes are not added twice to one place', async () => {
    const first = await add('Annuaire.pptx', {}, 'octets')
    expect(await opened.refused('attachments.add', input('Copie.pptx', {}, 'octets'))).toBe(
      'file-already-there',
    )
    expect(await opened.refused('attachments.add', input('v2.pptx', { replaces: first.id }, 'octets'))).toBe(
      'file-already-there',
    )
    await add('Ailleurs.pptx', { itemId: otherItemId }, 'octets')
    await add('Séance.pptx', { itemId: null }, 'octets')
    // A replaced version may come back as the newest.
    await add('Annuaire_v2.pptx', { replaces: first.id }, 'autres octets')
    const [second] = await opened.ok('attachments.versions', { id: first.id })
    await add('Annuaire_v1.pptx', { replaces: second?.id ?? '' }, 'octets')
    expect((await names())[0]).toBe('Annuaire_v1.pptx v3')
  })
})

describe('awaited documents', () => {
  it('are kept by a file, pass on to its next version, and are awaited again once it is gone', async () => {
    const { id } = await promise()
    expect(await keptBy(id)).toBeNull()
    const first = await add('PPT.pptx', { awaitedId: id })
    expect(await keptBy(id)).toBe(first.id)
    const second = await add('PPT2.pptx', { replaces: first.id })
    expect(await keptBy(id)).toBe(second.id)
    await opened.ok('attachments.remove', target(second))
    expect(await keptBy(id)).toBe(first.id)
    await opened.ok('attachments.remove', target(await current()))
    expect(await keptBy(id)).toBeNull()
    await opened.ok('history.undo', {})
    expect(await keptBy(id)).toBe(first.id)
  })

  it('received again make a new version', async () => {
    const { id } = await promise()
    await add('PPT.pptx', { awaitedId: id })
    expect(await add('PPT corrigé.pptx', { awaitedId: id })).toMatchObject({ versionNumber: 2 })
  })

  it('can be kept by what was there before, told or sent again', async () => {
    const first = await promise()
    const note = await add('note.pdf')
    await opened.ok('attachments.identify', { ...target(note), awaitedId: first.id })
    expect(await keptBy(first.id)).toBe(note.id)
    const second = await promise('Annexe')
    await opened.ok('attachments.add', input('note.pdf', { awaitedId: second.id }))
    expect(await keptBy(second.id)).toBe(note.id)
    expect(await names()).toEqual(['note.pdf v1'])
  })

  it('come in agenda order, then by the day they are due; are changed and removed; go with their item', async () => {
    const other = newId()
    await opened.ok('attachments.addAwaited', { id: other, itemId: otherItemId, fields: { title: 'Bilan' } })
    const late = await promise('Tard')
    await opened.ok('attachments.updateAwaited', { ...target(late), patch: { dueOn: '2026-12-09' } })
    const early = await promise('Tôt')
    const titles = async () =>
      (await opened.ok('attachments.awaited', { meetingId })).map(({ title }) => title)
    expect(await titles()).toEqual(['Tôt', 'Tard', 'Bilan'])
    await opened.ok('attachments.removeAwaited', target(early))
    const items = await opened.ok('agenda.list', { meetingId })
    await opened.ok('agenda.remove', target(items.items[0] ?? { id: '', version: 1 }))
    expect(await titles()).toEqual(['Bilan'])
    await opened.ok('history.undo', {})
    expect(await titles()).toEqual(['Tard', 'Bilan'])
  })

  it('are added once however often they are sent, and kept only by a file of their item', async () => {
    const { id } = await promise()
    expect(
      await opened.ok('attachments.addAwaited', { id, itemId, fields: { title: 'Encore' } }),
    ).toHaveLength(1)
    expect(
      await opened.refused('attachments.add', input('x.pdf', { awaitedId: id, itemId: otherItemId })),
    ).toBe('invalid-input')
    expect(await names()).toEqual([])
  })

  it('an item with documents, versions and promises is removed whole, and comes back whole', async () => {
    const { id } = await promise()
    const first = await add('a.pdf', { awaitedId: id })
    const second = await add('b.pdf', { replaces: first.id })
    const { items } = await opened.ok('agenda.list', { meetingId })
    await opened.ok('agenda.remove', target(items[0] ?? { id: '', version: 1 }))
    expect(await names()).toEqual([])
    await opened.ok('history.undo', {})
    expect(await names()).toEqual(['b.pdf v2'])
    expect(await keptBy(id)).toBe(second.id)
  })
})

describe('chosen files', () => {
  it('are taken in one by one; those refused are named', async () => {
    const paths = ['bon.pdf', 'outil.exe', 'vide.txt'].map((name) => `${opened.folder}/${name}`)
    for (const [rank, path] of paths.entries()) writeFileSync(path, rank === 2 ? '' : 'contenu')
    const chosen = await opened.core.internal('addAttachmentFiles', {
      meetingId,
      itemId,
      paths: [...paths, `${opened.folder}/disparu.pdf`],
    })
    if (!chosen.ok) throw new Error(chosen.error.code)
    expect(chosen.value.list.map(({ fileName }) => fileName)).toEqual(['bon.pdf'])
    expect(chosen.value.refused).toEqual([
      { fileName: 'outil.exe', code: 'file-refused' },
      { fileName: 'vide.txt', code: 'file-empty' },
      { fileName: 'disparu.pdf', code: 'folder-unreachable' },
    ])
  })
})

describe('an item taken off', () => {
  it('leaves a prepared message that carried its file, and comes back with it', async () => {
    const file = await add('Annuaire.pptx')
    const [prepared] = await opened.ok('dispatch.prepare', {
      meetingId,
      kind: 'callForSubjects',
      itemId: null,
    })
    const dispatchId = prepared?.dispatch.id ?? ''
    await opened.ok('dispatch.addAttachment', { dispatchId, attachmentId: file.id })
    const { items } = await opened.ok('agenda.list', { meetingId })
    const version = items.find(({ id }) => id === itemId)?.version ?? 0
    await opened.ok('agenda.remove', { id: itemId, version })
    const carried = async () =>
      (await opened.ok('dispatch.get', { id: dispatchId })).documents.filter(
        ({ kind }) => kind === 'attachment',
      )
    expect(await carried()).toEqual([])
    await opened.ok('history.undo', {})
    expect((await carried()).map(({ attachmentId }) => attachmentId)).toEqual([file.id])
  })
})
