import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { tarGzOf } from '../fixtures/dila/make-delivery.ts'
import { DeliveryWorld, entry, fixture, MORNING } from './delivery-world.ts'

const TEXT = 'JORFTEXT000099000001'
let world: DeliveryWorld
beforeEach(async () => {
  world = await DeliveryWorld.open()
})
afterEach(() => world.dispose())

/** Without any identifier: only its words may tell which text it is. */
async function follow(title: string): Promise<string> {
  const id = newId()
  await world.opened.ok('watch.add', {
    id,
    fields: { title, nature: 'decret', status: 'draft', followUp: 'presented' },
  })
  return id
}
const annuaire = () => follow('Projet de décret relatif à l’annuaire partagé de démonstration')
const morning = () => world.put(MORNING, tarGzOf([entry('arrete-vide.xml'), entry('decret-version.xml')]))

it('drafts are proposed by words, their text before the others, and nothing is matched unasked', async () => {
  const id = await annuaire()
  await follow('Projet de décret relatif à la voirie des ponts')
  const preview = await world.look(morning())
  expect(preview).toMatchObject({ proposed: 1, changes: 2, acts: { new: 2, publishes: 0 } })
  expect(preview.rows.map(({ jorfText, drafts }) => [jorfText, drafts.map((draft) => draft.id)])).toEqual([
    [TEXT, [id]],
    [expect.any(String), []],
  ])
  expect(preview.rows[0]?.drafts[0]?.reasons).toEqual(['title', 'nature'])
  const { token } = preview
  expect(await world.opened.ok('deliveries.rows', { token, offset: 0, limit: 10 })).toEqual(preview.rows)
  await world.take(preview)
  const rows = await world.texts()
  expect(rows).toHaveLength(4)
  expect(rows.find((row) => row.id === id)).toMatchObject({ status: 'draft', jorfText: '' })
})

it('drafts are published by the text that somebody says, with their history, and taken back in one step', async () => {
  const id = await annuaire()
  const meeting = await world.opened.ok('meetings.create', {
    fields: { date: '2099-07-01' },
    fromTemplate: false,
    seriesId: null,
  })
  const item = newId()
  await world.opened.ok('agenda.add', {
    id: item,
    meetingId: meeting.id,
    parentId: null,
    afterId: null,
    fields: { title: 'Annuaire partagé' },
  })
  await world.opened.ok('agenda.link', { itemId: item, kind: 'watch', targetId: id })
  const path = morning()
  const preview = await world.look(path)
  const delivery = await world.take(preview, [], [{ jorfText: TEXT, id }])
  expect(delivery.acts).toMatchObject({ new: 1, publishes: 1 })
  expect(await world.texts()).toHaveLength(2)
  const life = await world.opened.ok('watch.life', { id })
  expect(life.item).toMatchObject({
    jorfText: TEXT,
    nor: 'ZZZJ9907246D',
    followUp: 'toPresent',
    draftTitle: 'Projet de décret relatif à l’annuaire partagé de démonstration',
  })
  expect(life.passages.map(({ meetingId }) => meetingId)).toEqual([meeting.id])
  expect((await world.opened.ok('deliveries.source', { watchItemId: id }))?.deliveryId).toBe(delivery.id)
  expect(await world.look(path)).toMatchObject({ acts: { same: 2, new: 0 }, changes: 0, proposed: 0 })
  await world.opened.ok('history.undo', {})
  expect(await world.texts()).toMatchObject([{ id, status: 'draft', jorfText: '' }])
})

it('drafts that came out or went since the look leave the text one of its own', async () => {
  const id = await annuaire()
  const preview = await world.look(morning())
  await world.opened.ok('watch.update', { id, version: 1, patch: { status: 'published' } })
  const delivery = await world.take(preview, [], [{ jorfText: TEXT, id }])
  expect(delivery.acts).toMatchObject({ new: 2, publishes: 0 })
  expect((await world.texts()).find((row) => row.id === id)?.jorfText).toBe('')
})

it('drafts are each published once: a second text that is said to be the same draft is refused', async () => {
  const id = await annuaire()
  const other = fixture('decret-version.xml').toString().replaceAll(TEXT, 'JORFTEXT000099000777')
  const both = tarGzOf([entry('decret-version.xml'), { name: 'jorf/b.xml', content: other }])
  const preview = await world.look(world.put(MORNING, both))
  expect(preview.proposed).toBe(2)
  const said = [TEXT, 'JORFTEXT000099000777'].map((jorfText) => ({ jorfText, id }))
  const { token } = preview
  expect(
    await world.opened.refused('deliveries.take', { token, except: [], drafts: said, followUp: 'toFollow' }),
  ).toBe('invalid-input')
  expect(await world.texts()).toHaveLength(1)
})
