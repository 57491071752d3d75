// Two rounds of review: whoever reads a draft over inside, and the members.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Circle } from '../../electron/domain/minutes/observation.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type DispatchWorld, dispatchWorld } from './dispatch-world.ts'
import { hold, minutesOf } from './minutes-world.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await dispatchWorld('2027-01-20T09:00:00.000Z')
})
afterEach(() => world.opened.dispose())

async function chairedBy(meetingId: string, familyName: string, jobTitle: string): Promise<void> {
  const { ok } = world.opened
  const { persons } = await ok('directory.list', {})
  const person = persons.find((one) => one.familyName === familyName)
  if (person === undefined) throw new Error('no such person')
  await ok('directory.updatePerson', { id: person.id, version: person.version, patch: { jobTitle } })
  const { meeting } = await ok('meetings.get', { id: meetingId })
  const chair = `${person.givenName} ${person.familyName}`
  await ok('meetings.update', { id: meetingId, version: meeting.version, patch: { chair } })
}

const addReader = async (dispatchId: string, familyName: string) => {
  const { persons } = await world.opened.ok('directory.list', {})
  const person = persons.find((one) => one.familyName === familyName)
  return world.opened.ok('dispatch.addRecipient', {
    id: newId(),
    dispatchId,
    fields: {
      personId: person?.id ?? null,
      name: `${person?.givenName} ${person?.familyName}`,
      organisation: '',
      email: person?.email ?? '',
      field: 'to',
    },
  })
}

describe('the internal round of the minutes', () => {
  it('speaks to the one person it goes to, with the Word file, the PDF and a day; to two once one is added', async () => {
    const { opened, meetingId } = world
    await hold(opened, meetingId)
    await chairedBy(meetingId, 'Marchetti', 'Directrice générale')
    const [view] = await world.prepare('internalMinutes')
    if (view === undefined) throw new Error('nothing prepared')
    expect(view.recipients.map(({ name, field }) => `${field} ${name}`)).toEqual([
      'to Hélène Marchetti',
      'cc Hélène Marchetti (secrétariat)',
    ])
    expect(view.dispatch.body).toMatch(/^Madame la Directrice générale,\n/)
    expect(view.dispatch.body).toContain('d’agréer, Madame la Directrice générale, l’expression')
    expect(view.dispatch.body).not.toContain('membres.')
    const { minutes } = await minutesOf(opened, meetingId)
    expect(minutes.internalDeadline).not.toBeNull()
    expect(view.dispatch.body).toMatch(/Retour attendu le .* au plus tard\./)
    expect(view.documents.map(({ kind, fileName }) => [kind, fileName.split('.').at(-1)])).toEqual([
      ['minutesWord', 'docx'],
      ['minutes', 'pdf'],
    ])
    const two = await addReader(view.dispatch.id, 'Okonjo')
    expect(two.dispatch.body).toMatch(/^Madame, Monsieur,\n/)
    const added = two.recipients.find(({ reason }) => reason === 'added')
    const one = await opened.ok('dispatch.removeRecipient', {
      id: added?.id ?? '',
      version: added?.version ?? 0,
    })
    expect(one.dispatch.body).toMatch(/^Madame la Directrice générale,\n/)
  })

  it('carries a Word file that records what is changed in it, kept with its version', async () => {
    const { opened, meetingId } = world
    await hold(opened, meetingId)
    await chairedBy(meetingId, 'Marchetti', '')
    const sent = await world.send('internalMinutes')
    const [version] = await opened.ok('minutesVersions.list', { meetingId })
    const word = sent.documents.find(({ kind }) => kind === 'minutesWord')
    expect(version).toMatchObject({ reason: 'sent', state: 'internalReview', docxSha256: word?.sha256 })
    const bytes = readFileSync(join(opened.folder, 'pieces', word?.sha256 ?? ''))
    const settings = new TextDecoder().decode(unzipSync(bytes)['word/settings.xml'])
    expect(settings).toContain('<w:trackRevisions/>')
    const { minutes } = await minutesOf(opened, meetingId)
    expect(minutes).toMatchObject({ state: 'internalReview', reviewDeadline: null })
  })

  it('goes again to whom the secretariat had added the last time', async () => {
    const { opened, meetingId } = world
    await hold(opened, meetingId)
    await chairedBy(meetingId, 'Marchetti', '')
    const [view] = await world.prepare('internalMinutes')
    const id = view?.dispatch.id ?? ''
    const { dispatch } = await addReader(id, 'Okonjo')
    await opened.ok('dispatch.markSent', { id, version: dispatch.version })
    const [again] = await world.prepare('internalMinutes')
    expect(again?.recipients.map(({ name }) => name)).toEqual([
      'Hélène Marchetti',
      'Hélène Marchetti (secrétariat)',
      'Paul Okonjo',
    ])
    const [members] = await world.prepare('draftMinutes')
    expect(members?.dispatch.body).toMatch(/^Mesdames, Messieurs,\n/)
    expect(members?.documents.map(({ kind }) => kind)).toEqual(['minutesWord', 'minutes'])
  })
})

describe('the internal round of the agenda', () => {
  it('takes the present draft to the chair, and the agenda is submitted to them', async () => {
    const { opened, meetingId } = world
    world.setNow('2026-11-02T09:00:00.000Z')
    await chairedBy(meetingId, 'Delaunay', 'Directeur')
    const [view] = await world.prepare('agendaDraft')
    expect(view?.dispatch.body).toMatch(/^Monsieur le Directeur,\n/)
    expect(view?.documents.map(({ kind }) => kind)).toEqual(['agendaWord', 'agenda'])
    expect(view?.warnings).not.toContain('agenda-not-published')
    await world.send('agendaDraft')
    expect(await opened.ok('agenda.status', { meetingId })).toMatchObject({
      state: 'submitted',
      submittedTo: 'Marc Delaunay',
    })
  })
})

describe('observations of two circles', () => {
  const add = (circle: Circle, comment: string) =>
    world.opened.ok('observations.add', {
      id: newId(),
      meetingId: world.meetingId,
      paper: 'minutes',
      circle,
      fields: { comment },
    })

  it('are numbered apart; what comes or goes in one never moves a number of the other', async () => {
    await hold(world.opened, world.meetingId)
    const first = await add('members', 'Un')
    const inside = await add('internal', 'Interne')
    const second = await add('members', 'Deux')
    expect([first.number, inside.number, second.number]).toEqual([1, 1, 2])
    await world.opened.ok('observations.remove', { id: first.id, version: first.version })
    const third = await add('members', 'Trois')
    const rows = await world.opened.ok('observations.list', { meetingId: world.meetingId })
    expect(rows.find(({ id }) => id === second.id)?.number).toBe(2)
    expect(third.number).toBe(3)
    const moved = await world.opened.ok('observations.setCircle', {
      id: inside.id,
      version: inside.version,
      circle: 'members',
    })
    expect(moved).toMatchObject({ circle: 'members', number: 4 })
  })

  it('an agenda has both: what members say of it is theirs', async () => {
    const { opened, meetingId } = world
    const ask = { meetingId, paper: 'agenda', fields: {} } as const
    const own = await opened.ok('observations.add', { ...ask, id: newId(), circle: 'members' })
    const inside = await opened.ok('observations.add', { ...ask, id: newId(), circle: 'internal' })
    expect([own, inside].map(({ circle, number }) => [circle, number])).toEqual([
      ['members', 1],
      ['internal', 1],
    ])
  })
})

it('minutes that go to a guest say that some items are kept for the members', async () => {
  const { opened, meetingId, persons } = world
  await hold(opened, meetingId)
  const guest = { familyName: 'Invité', givenName: 'Claire', personId: persons.Invité ?? null } as const
  await opened.ok('attendance.add', { id: newId(), meetingId, fields: { ...guest, status: 'surPlace' } })
  const warned = async () => (await world.prepare('draftMinutes'))[0]?.warnings ?? []
  expect(await warned()).not.toContain('reserved-to-guests')
  const [section] = (await minutesOf(opened, meetingId)).sections
  const { id = '', version = 0 } = section ?? {}
  await opened.ok('minutes.updateSection', { id, version, patch: { circulation: 'members' } })
  expect(await warned()).toContain('reserved-to-guests')
  const [view] = await world.prepare('draftMinutes')
  const row = view?.recipients.find(({ reason }) => reason === 'guest')
  const without = await opened.ok('dispatch.removeRecipient', {
    id: row?.id ?? '',
    version: row?.version ?? 0,
  })
  expect(without.warnings).not.toContain('reserved-to-guests')
})
