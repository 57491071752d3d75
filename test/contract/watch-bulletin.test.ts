import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore({ now: '2099-08-20T08:00:00.000Z' })
})
afterEach(() => opened.dispose())

const period = { from: '2099-08-01', to: '2099-08-31' }
const add = (title: string, fields: object = {}) =>
  opened.ok('watch.add', { id: newId(), fields: { title, nature: 'decret', ...fields } })
const due = (watchItemId: string, fields: object) =>
  opened.ok('watch.addDeadline', {
    id: newId(),
    watchItemId,
    fields: { date: null, audience: '', threshold: '', label: '', ...fields },
  })
const written = async (subject: object, format: 'html' | 'json') => {
  const path = join(opened.folder, `papier.${format}`)
  const input = { subject, path, format } as Parameters<typeof opened.core.internal<'writeDocument'>>[1]
  expect(await opened.core.internal('writeDocument', input)).toMatchObject({ ok: true })
  return readFileSync(path, 'utf8')
}

it('a text whose only date ahead is that of one public is told, with whom it is for', async () => {
  const { id } = await add('Décret des annuaires', { status: 'published', publishedOn: '2098-01-01' })
  await due(id, {
    date: '2099-12-31',
    audience: 'communes',
    threshold: 'plus de 3 500 habitants',
    label: 'Désigner un référent',
  })
  await add('Décret ancien', { status: 'inForce', publishedOn: '2098-01-01' })
  const html = await written({ kind: 'watchBulletin', ...period, scope: 'whole' }, 'html')
  expect(html).toContain('<html lang="fr')
  expect(html).toContain('Désigner un référent')
  expect(html.replace(/\s+/gu, ' ')).toContain('plus de 3 500 habitants')
  expect(html).not.toContain('Décret ancien')
})

it('the bulletin fills the watch of a meeting once, with what is out, due or to be presented', async () => {
  const meeting = await opened.ok('meetings.create', { fields: { date: '2099-09-10' }, fromTemplate: false })
  const out = await add('Décret paru', { status: 'published', publishedOn: '2099-08-19' })
  const alone = await add('Décret seul', { status: 'published', publishedOn: '2099-08-18' })
  await add('Projet suivi', { status: 'draft', followUp: 'toFollow' })
  const draft = await add('Projet à présenter', { status: 'draft', followUp: 'toPresent' })
  await opened.ok('watch.putOnAgenda', { id: alone.id, itemId: newId(), meetingId: meeting.id })
  const itemId = newId()
  const input = { ...period, meetingId: meeting.id, itemId }
  expect(await opened.ok('watch.fillAgenda', input)).toEqual({ itemId, added: 2 })
  expect(await opened.ok('watch.fillAgenda', { ...input, itemId: newId() })).toEqual({ itemId, added: 0 })
  const { items, links } = await opened.ok('agenda.list', { meetingId: meeting.id })
  expect(items.map(({ title }) => title)).toEqual(['Décret seul', 'Veille réglementaire'])
  const hung = links.filter((link) => link.itemId === itemId).map(({ targetId }) => targetId)
  expect(hung.sort()).toEqual([out.id, draft.id].sort())
  await opened.ok('history.undo', {})
  expect((await opened.ok('agenda.list', { meetingId: meeting.id })).items).toHaveLength(1)
  await opened.ok('meetings.cancel', { id: meeting.id, version: meeting.version, reason: 'Essai' })
  expect(await opened.refused('watch.fillAgenda', input)).toBe('state-refuses')
})

it('the minutes print each text with its issue of the JO, its deadlines by public and what is done with it', async () => {
  const meeting = await opened.ok('meetings.create', { fields: { date: '2099-08-20' }, fromTemplate: false })
  const { id } = await add('relatif aux annuaires', {
    number: '2099-812',
    status: 'published',
    publishedOn: '2099-08-19',
    joNumber: '0192',
    inForceOn: '2099-08-20',
    followUp: 'toFollow',
  })
  await due(id, { date: '2100-01-01', audience: 'Communes' })
  await opened.ok('watch.putOnAgenda', { id, itemId: newId(), meetingId: meeting.id })
  await opened.ok('minutes.start', { meetingId: meeting.id })
  const html = (await written({ kind: 'minutes', meetingId: meeting.id }, 'html')).replace(/\s+/gu, ' ')
  const row = /<tr>(?:(?!<\/tr>).)*2099-812.*?<\/tr>/su.exec(html)?.[0] ?? ''
  for (const words of ['JORF n° 0192', 'Communes', 'À suivre']) expect(row).toContain(words)
  expect(html).toContain('Suites')
})
