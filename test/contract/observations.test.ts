import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DispatchDocument } from '../../electron/domain/dispatch/dispatch.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { structuredText } from '../documents-check/pdf-faults.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let meetingId: string
let itemId: string
beforeEach(async () => {
  opened = await openTestCore()
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })).id
  itemId = newId()
  await opened.ok('agenda.add', {
    id: itemId,
    meetingId,
    parentId: null,
    afterId: null,
    fields: { title: 'Passerelle' },
  })
})
afterEach(() => opened.dispose())

const add = (fields = {}, id = newId()) =>
  opened.ok('observations.add', { id, meetingId, paper: 'minutes', circle: 'members', fields })
const list = () => opened.ok('observations.list', { meetingId })

describe('observations', () => {
  it('are added once, in the order in which they came, and keep what was typed', async () => {
    await opened.ok('minutes.start', { meetingId })
    const id = newId()
    const fields = { itemId, organisation: 'Un', beforeText: 'trois', afterText: 'six', comment: 'Voilà.' }
    expect(await add(fields, id)).toMatchObject({
      ...fields,
      position: 0,
      kind: 'change',
      source: 'typed',
      state: 'open',
      answer: '',
    })
    await add(fields, id)
    expect(await add({ comment: 'Merci.' })).toMatchObject({ position: 1, kind: 'comment', itemId: null })
    expect((await list()).map(({ position }) => position)).toEqual([0, 1])
  })

  it('are answered, and each answer can be taken back', async () => {
    await opened.ok('minutes.start', { meetingId })
    const { id } = await add({ beforeText: 'trois', afterText: 'six' })
    await opened.ok('observations.update', { id, version: 1, patch: { state: 'reworded', answer: 'quatre' } })
    expect(await list()).toMatchObject([{ state: 'reworded', answer: 'quatre', version: 2 }])
    await opened.ok('history.undo', {})
    expect(await list()).toMatchObject([{ state: 'open', answer: '' }])
    await opened.ok('history.redo', {})
    expect(await list()).toMatchObject([{ state: 'reworded', answer: 'quatre' }])
    const [row] = await list()
    await opened.ok('observations.remove', { id, version: row?.version ?? 0 })
    expect(await list()).toEqual([])
  })

  it('refuse an older version, an item of another meeting, and a meeting without minutes', async () => {
    expect(
      await opened.refused('observations.add', {
        id: newId(),
        meetingId,
        paper: 'minutes',
        circle: 'members',
        fields: {},
      }),
    ).toBe('not-found')
    await opened.ok('minutes.start', { meetingId })
    const { id } = await add()
    await opened.ok('observations.update', { id, version: 1, patch: { comment: 'a' } })
    expect(await opened.refused('observations.update', { id, version: 1, patch: { comment: 'b' } })).toBe(
      'conflict',
    )
    const other = await opened.ok('meetings.create', { fields: { date: '2027-01-14' }, fromTemplate: true })
    const [foreign] = (await opened.ok('agenda.list', { meetingId: other.id })).items
    expect(
      await opened.refused('observations.update', { id, version: 2, patch: { itemId: foreign?.id ?? '' } }),
    ).toBe('invalid-input')
  })

  it('keep the words they came with, and take an answer', async () => {
    await opened.ok('minutes.start', { meetingId })
    const { id } = await add({ beforeText: 'trois', afterText: 'six' })
    await opened.byHand(`UPDATE observation SET source = 'tracked', source_file_name = 'retour.docx'`)
    expect(await opened.refused('observations.update', { id, version: 1, patch: { afterText: 'dix' } })).toBe(
      'state-refuses',
    )
    const patch = { state: 'accepted' as const, answer: '' }
    expect(await opened.ok('observations.update', { id, version: 1, patch })).toMatchObject({
      afterText: 'six',
      kind: 'change',
      state: 'accepted',
    })
  })

  it('on the agenda need no minutes', async () => {
    const row = await opened.ok('observations.add', {
      id: newId(),
      meetingId,
      paper: 'agenda',
      circle: 'internal',
      fields: { comment: 'Avancer ce point.' },
    })
    expect(row.paper).toBe('agenda')
  })

  it('keep their item from being removed, and the name of an organisation that is', async () => {
    await opened.ok('minutes.start', { meetingId })
    const organisationId = newId()
    await opened.ok('directory.addOrganisation', { id: organisationId, fields: { name: 'Un' } })
    await add({ itemId, organisation: 'Un', organisationId })
    const item = (await opened.ok('agenda.list', { meetingId })).items.find(({ id }) => id === itemId)
    expect(await opened.refused('agenda.remove', { id: itemId, version: item?.version })).toBe('item-written')
    const organisation = (await opened.ok('directory.list', {})).organisations.find(
      ({ id }) => id === organisationId,
    )
    await opened.ok('directory.removeOrganisation', {
      id: organisationId,
      version: organisation?.version ?? 0,
    })
    expect(await list()).toMatchObject([{ itemId, organisation: 'Un', organisationId: null }])
  })
})

describe('the running order', () => {
  it('is no document of any message, whatever its kind', () => {
    expect(DispatchDocument.shape.kind.options).not.toContain('runningOrder')
    expect(DispatchDocument.shape.kind.safeParse('runningOrder').success).toBe(false)
  })

  it('is not prepared with a convocation', async () => {
    const [prepared] = await opened.ok('dispatch.prepare', { meetingId, kind: 'convocation', itemId: null })
    const kinds: readonly string[] = prepared?.documents.map(({ kind }) => kind) ?? []
    expect(kinds).toContain('convocation')
    expect(kinds).not.toContain('runningOrder')
  })

  it('is rendered for whoever works here, with what their notes say', async () => {
    const [item] = (await opened.ok('agenda.list', { meetingId })).items
    await opened.ok('agenda.update', {
      id: itemId,
      version: item?.version ?? 0,
      patch: { note: 'Ne pas parler du coût.' },
    })
    const rendered = await opened.ok('documents.render', { kind: 'runningOrder', meetingId })
    expect(rendered.fileName).toMatch(/^2026-12-10_DEROULE-SECRETARIAT_INP/)
    const words = (await structuredText(rendered.bytes)).join(' ')
    expect(words).toContain('Ne pas parler du coût.')
  })
})

it('gives no number twice that was read beside a remark, and gives one back to its own', async () => {
  const put = async (afterText: string) => (await add({ afterText })).id
  const rowOf = async (id: string) => {
    const row = (await opened.ok('observations.list', { meetingId })).find((one) => one.id === id)
    return { id, version: row?.version ?? 0, number: row?.number }
  }
  const target = async (id: string) => {
    const { version } = await rowOf(id)
    return { id, version }
  }
  await opened.ok('minutes.start', { meetingId })
  await put('Un')
  const second = await put('Deux')
  await opened.ok('observations.setCircle', { ...(await target(second)), circle: 'internal' })
  const third = await put('Trois')
  expect((await rowOf(third)).number).toBe(3)
  await opened.ok('observations.setCircle', { ...(await target(second)), circle: 'members' })
  expect((await rowOf(second)).number).toBe(2)
  await opened.ok('observations.remove', await target(third))
  expect((await rowOf(await put('Quatre'))).number).toBe(4)
  await opened.ok('history.undo', {})
  await opened.ok('history.undo', {})
  expect((await rowOf(third)).number).toBe(3)
  expect((await rowOf(await put('Cinq'))).number).toBe(5)
})

it('gives the number of one that was taken back to no other', async () => {
  await opened.ok('minutes.start', { meetingId })
  await add({ afterText: 'Un' })
  const { id } = await add({ afterText: 'Deux' })
  await opened.ok('history.undo', {})
  expect((await list()).map((one) => one.id)).not.toContain(id)
  expect(await add({ afterText: 'Trois' })).toMatchObject({ number: 3 })
  expect(await add({ afterText: 'Quatre' })).toMatchObject({ number: 4 })
})
