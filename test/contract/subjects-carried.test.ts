import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { Desk, itemSource } from './carry-over-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let desk: Desk
const time = { now: '' }
let may: string
let june: string
let july: string
let subjectId: string
let item: string

beforeEach(async () => {
  time.now = '2026-05-04T09:00:00.000Z'
  opened = await openTestCore(time)
  desk = new Desk(opened)
  may = await desk.meeting('2026-05-12')
  june = await desk.meeting('2026-06-09')
  july = await desk.meeting('2026-07-09')
  subjectId = newId()
  await opened.ok('subjects.add', {
    id: subjectId,
    fields: { title: 'Passerelle', requester: 'Anne Modèle' },
  })
  item = (await retain(may)).itemId ?? ''
  time.now = '2026-05-13T09:00:00.000Z'
  await desk.hold(may, { [item]: 'reporte' })
})
afterEach(() => opened.dispose())

const subject = async () => (await opened.ok('subjects.get', { id: subjectId })).subject
async function retain(meetingId: string) {
  const { version } = await subject()
  return (await opened.ok('subjects.retain', { id: subjectId, version, meetingId })).subject
}
async function setState(state: 'received' | 'waiting' | 'dismissed', reason: string) {
  const { version } = await subject()
  await opened.ok('subjects.setState', { id: subjectId, version, state, reason })
}
/** Where the topic is: on which agendas that are to come, and proposed to whom. */
async function places() {
  const where: string[] = []
  for (const [name, id] of [
    ['june', june],
    ['july', july],
  ] as const) {
    where.push(...(await desk.titles(id)).map(() => `on ${name}`))
    where.push(...(await desk.proposed(id)).map(() => `proposed to ${name}`))
  }
  return where
}

describe('the subject of an item that is taken up again', () => {
  it('is that of the new item, while the old one keeps who asked; an undo brings it back', async () => {
    await desk.take(june, itemSource(item))
    const [taken] = (await opened.ok('agenda.list', { meetingId: june })).items
    expect(await subject()).toMatchObject({ state: 'retained', meetingId: june, itemId: taken?.id })
    expect(taken).toMatchObject({ title: 'Passerelle', requester: 'Anne Modèle' })
    expect((await opened.ok('agenda.list', { meetingId: may })).items).toMatchObject([
      { requester: 'Anne Modèle' },
    ])
    await opened.ok('history.undo', {})
    expect(await subject()).toMatchObject({ meetingId: may, itemId: item })
  })

  it('goes back with it when it is taken off the agenda, by the item or by the subject', async () => {
    await desk.take(june, itemSource(item))
    const [taken] = (await opened.ok('agenda.list', { meetingId: june })).items
    await opened.ok('agenda.remove', { id: taken?.id ?? '', version: taken?.version ?? 0 })
    expect(await subject()).toMatchObject({ state: 'retained', meetingId: may, itemId: item })
    await desk.take(june, itemSource(item))
    await setState('received', '')
    expect(await subject()).toMatchObject({ state: 'retained', meetingId: may, itemId: item })
    expect(await places()).toEqual(['proposed to june'])
  })

  it('goes to another meeting with its provenance, once', async () => {
    await desk.take(june, itemSource(item))
    await retain(july)
    expect(await places()).toEqual(['on july'])
    expect(await desk.provenance(july)).toMatchObject([{ times: 1, origin: { meetingId: may } }])
    expect(await subject()).toMatchObject({ meetingId: july })
  })

  it('goes from a cancelled meeting to the next one as a report of it', async () => {
    await desk.take(june, itemSource(item))
    await desk.cancel(june)
    await retain(july)
    expect(await desk.titles(june)).toEqual(['Passerelle'])
    expect(await desk.titles(july)).toEqual(['Passerelle'])
    expect(await desk.proposed(july)).toEqual([])
    expect(await desk.provenance(july)).toMatchObject([{ times: 2, origin: { meetingId: june } }])
  })

  it('is not proposed by its item while it waits or once it is dismissed', async () => {
    await desk.take(june, itemSource(item))
    await setState('waiting', 'le chiffrage')
    expect(await subject()).toMatchObject({ state: 'waiting', meetingId: null, itemId: null })
    expect(await places()).toEqual([])
    expect((await desk.view(june)).dismissed).toMatchObject([{ title: 'Passerelle', why: 'le chiffrage' }])
    await retain(july)
    expect(await places()).toEqual(['on july'])
  })

  it('goes to a meeting of another series as what it is, and its item is let go', async () => {
    const seriesId = await desk.series('Groupe de travail')
    const group = await desk.meeting('2026-06-16', { seriesId })
    await desk.take(june, itemSource(item))
    await retain(group)
    expect(await desk.titles(group)).toEqual(['Passerelle'])
    expect(await subject()).toMatchObject({ meetingId: group })
    expect(await places()).toEqual([])
  })
})
