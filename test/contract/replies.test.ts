import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { awaited } from '../../electron/domain/attendance/reply.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { nextMoment } from './until.ts'

let opened: OpenedCore
let meetingId: string
const [elected, communes, regions] = [newId(), newId(), newId()]
const people = { titulaire: newId(), deputy: newId(), other: newId(), guest: newId(), stranger: newId() }

beforeEach(async () => {
  opened = await openTestCore()
  await opened.ok('directory.addCollege', { id: elected, fields: { name: 'Associations d’exemple' } })
  for (const [id, name] of [
    [communes, 'Association des communes de démonstration'],
    [regions, 'Régions de démonstration'],
  ] as const)
    await opened.ok('directory.addOrganisation', { id, fields: { name, collegeId: elected } })
  await person(people.titulaire, 'Abel', 'Exemple-Un', communes)
  await person(people.deputy, 'Berthe', 'Exemple-Deux', communes)
  await person(people.other, 'Célia', 'Exemple-Trois', regions)
  await person(people.guest, 'David', 'Exemple-Quatre', null)
  await person(people.stranger, 'Élise', 'Exemple-Cinq', null)
  for (const [personId, organisationId, role] of [
    [people.titulaire, communes, 'titulaire'],
    [people.deputy, communes, 'suppleant'],
    [people.other, regions, 'titulaire'],
  ] as const)
    await opened.ok('directory.addMandate', { id: newId(), personId, fields: { role, organisationId } })
  const meeting = await opened.ok('meetings.create', {
    fields: { date: '2026-12-10', startTime: '14:00', endTime: '16:30' },
    fromTemplate: false,
  })
  meetingId = meeting.id
})
afterEach(() => opened.dispose())

function person(id: string, givenName: string, familyName: string, organisationId: string | null) {
  return opened.ok('directory.addPerson', { id, fields: { givenName, familyName, organisationId } })
}
const list = async () => (await opened.ok('replies.list', { meetingId })).asked
const set = (
  personId: string,
  fields: { answer: 'onSite' | 'remote' | 'excused' | 'represented'; representedBy?: string },
) => opened.ok('replies.set', { meetingId, personId, fields })
const answers = async () => (await list()).map(({ familyName, reply }) => [familyName, reply?.answer ?? null])

/** Adds an item at the end of the agenda. */
async function item(title: string, fields: { durationMinutes?: number; presenterId?: string } = {}) {
  const id = newId()
  const afterId = (await opened.ok('agenda.list', { meetingId })).items.at(-1)?.id ?? null
  await opened.ok('agenda.add', {
    id,
    meetingId,
    parentId: null,
    afterId,
    fields: { title, ...fields },
  })
  return id
}

async function move() {
  const { meeting } = await opened.ok('meetings.get', { id: meetingId })
  await opened.ok('meetings.move', {
    id: meetingId,
    version: meeting.version,
    date: '2026-12-17',
    startTime: '14:00',
    endTime: '16:30',
    reason: 'Essai',
  })
}

describe('the list of those asked', () => {
  it('lists members in protocol order, then guests by their items with the hour', async () => {
    await item('Ouverture', { durationMinutes: 20 })
    const itemId = await item('Annuaire', { durationMinutes: 30, presenterId: people.guest })
    const asked = await list()
    expect(asked.map(({ familyName, role }) => [familyName, role])).toEqual([
      ['Exemple-Un', 'titulaire'],
      ['Exemple-Deux', 'suppleant'],
      ['Exemple-Trois', 'titulaire'],
      ['Exemple-Quatre', 'guest'],
    ])
    expect(asked[3]?.items).toEqual([{ itemId, number: '2', title: 'Annuaire', startsAt: '14:20' }])
    expect(asked[0]).toMatchObject({
      organisation: 'Association des communes de démonstration',
      college: 'Associations d’exemple',
    })
  })

  it('takes guests of an item once, says no hour of an untimed agenda, and keeps a member a member', async () => {
    const first = await item('Annuaire', { presenterId: people.guest })
    const second = await item('Passerelle', { presenterId: people.titulaire })
    for (const personId of [people.guest, people.stranger])
      await opened.ok('agenda.addGuest', { itemId: second, personId })
    const asked = await list()
    expect(asked).toHaveLength(5)
    expect(asked[3]).toMatchObject({ personId: people.guest, items: [{ itemId: first }, { itemId: second }] })
    expect(asked[4]).toMatchObject({ personId: people.stranger, items: [{ startsAt: null }] })
    expect(asked[0]).toMatchObject({ role: 'titulaire', items: [{ itemId: second }] })
  })

  it('keeps whoever answered without being asked', async () => {
    await set(people.stranger, { answer: 'onSite' })
    expect((await list()).at(-1)).toMatchObject({ personId: people.stranger, role: 'guest', items: [] })
  })

  it('names organisations as they were on the day, and asks only those whose mandate runs that day', async () => {
    const { organisations } = await opened.ok('directory.list', {})
    const { version } = organisations.find(({ id }) => id === regions) ?? { version: 1 }
    await opened.ok('directory.renameOrganisation', {
      id: regions,
      version,
      name: 'Régions d’après',
      acronym: '',
      lastDay: '2026-12-31',
    })
    const { mandates } = await opened.ok('directory.list', {})
    const mandate = mandates.find(({ personId }) => personId === people.deputy)
    await opened.ok('directory.updateMandate', {
      id: mandate?.id ?? '',
      version: mandate?.version ?? 1,
      patch: { endsOn: '2026-12-09' },
    })
    expect((await list()).map(({ organisation }) => organisation)).toEqual([
      'Association des communes de démonstration',
      'Régions de démonstration',
    ])
  })
})

describe('the register of answers', () => {
  it('keeps the last word, clears, and is undone one answer at a time', async () => {
    await set(people.titulaire, { answer: 'onSite' })
    await set(people.other, { answer: 'remote' })
    expect(await answers()).toEqual([
      ['Exemple-Un', 'onSite'],
      ['Exemple-Deux', null],
      ['Exemple-Trois', 'remote'],
    ])
    await opened.ok('history.undo', {})
    expect((await answers())[2]).toEqual(['Exemple-Trois', null])
    await opened.ok('replies.clear', { meetingId, personIds: [people.titulaire] })
    expect((await answers())[0]).toEqual(['Exemple-Un', null])
    await opened.ok('replies.clear', { meetingId, personIds: [people.titulaire] })
    await opened.ok('history.undo', {})
    expect((await answers())[0]).toEqual(['Exemple-Un', 'onSite'])
  })

  it('keeps a representative only beside « représenté », without asking for one', async () => {
    const view = await set(people.titulaire, { answer: 'represented' })
    expect(view.asked[0]?.reply).toMatchObject({ answer: 'represented', representedBy: '' })
    await set(people.titulaire, { answer: 'represented', representedBy: 'Berthe Exemple-Deux' })
    expect((await set(people.titulaire, { answer: 'represented' })).asked[0]?.reply?.representedBy).toBe(
      'Berthe Exemple-Deux',
    )
    expect((await set(people.titulaire, { answer: 'excused' })).asked[0]?.reply?.representedBy).toBe('')
  })

  it('writes nothing when the same is said again', async () => {
    await set(people.titulaire, { answer: 'onSite' })
    await set(people.other, { answer: 'onSite' })
    await set(people.titulaire, { answer: 'onSite' })
    await opened.ok('history.undo', {})
    expect((await answers()).map(([, answer]) => answer)).toEqual(['onSite', null, null])
  })

  it('takes several in one act, all or none', async () => {
    const replies = [people.titulaire, people.other].map((personId) => ({
      personId,
      fields: { answer: 'remote' as const },
    }))
    const unknown = { personId: newId(), fields: { answer: 'onSite' as const } }
    expect(await opened.refused('replies.setAll', { meetingId, replies: [...replies, unknown] })).toBe(
      'not-found',
    )
    expect((await answers()).every(([, answer]) => answer === null)).toBe(true)
    await opened.ok('replies.setAll', { meetingId, replies })
    await opened.ok('history.undo', {})
    expect((await answers()).every(([, answer]) => answer === null)).toBe(true)
  })

  it('refuses an unknown person and a meeting in the bin', async () => {
    expect(
      await opened.refused('replies.set', { meetingId, personId: newId(), fields: { answer: 'onSite' } }),
    ).toBe('not-found')
    const { meeting } = await opened.ok('meetings.get', { id: meetingId })
    await opened.ok('meetings.remove', { id: meetingId, version: meeting.version })
    expect(await opened.refused('replies.list', { meetingId })).toBe('not-found')
  })
})

describe('a moved meeting', () => {
  it('asks to confirm the answers given before, by the same answer or by one written since', async () => {
    await set(people.titulaire, { answer: 'onSite' })
    await set(people.other, { answer: 'remote' })
    await nextMoment()
    const before = new Date().toISOString()
    await nextMoment()
    await move()
    const toConfirm = async () => (await list()).filter(({ beforeMove }) => beforeMove).length
    expect(await toConfirm()).toBe(2)
    await set(people.titulaire, { answer: 'onSite' })
    expect(await toConfirm()).toBe(1)
    // A mail written before the move does not confirm, whenever it is read.
    await opened.ok('replies.setAll', {
      meetingId,
      replies: [
        { personId: people.other, fields: { answer: 'remote' }, answeredAt: before },
        { personId: people.deputy, fields: { answer: 'onSite' }, answeredAt: before },
      ],
    })
    expect(await toConfirm()).toBe(2)
    await opened.ok('history.undo', {})
    await opened.ok('history.undo', {})
    await opened.ok('history.undo', {})
    expect(await toConfirm()).toBe(0)
  })
})

it('asks again for the new day of a moved meeting, and what was said for the other marks nobody', async () => {
  await set(people.titulaire, { answer: 'excused' })
  await set(people.other, { answer: 'remote' })
  await set(people.guest, { answer: 'onSite' })
  const waiting = async () => awaited(await list()).map(({ familyName }) => familyName)
  expect(await waiting()).toEqual(['Exemple-Deux'])
  await nextMoment()
  await move()
  expect(await waiting()).toEqual(['Exemple-Un', 'Exemple-Trois', 'Exemple-Quatre'])
  await set(people.other, { answer: 'remote' })
  expect(await waiting()).toEqual(['Exemple-Un', 'Exemple-Quatre'])
  await opened.ok('minutes.start', { meetingId })
  const attendees = await opened.ok('attendance.list', { meetingId })
  expect(attendees.map(({ familyName, status, source }) => [familyName, status, source])).toEqual([
    ['Exemple-Un', null, null],
    ['Exemple-Trois', 'visio', 'reply'],
  ])
  const [first] = attendees
  const here = { meetingId: first?.meetingId ?? '', ids: [first?.id ?? ''] }
  const [marked] = await opened.ok('attendance.markPresent', here)
  expect(marked?.status).toBe('surPlace')
})

it('knows the answers of a meeting that was moved and moved back, or to another hour of the half day', async () => {
  const meeting = async () => (await opened.ok('meetings.get', { id: meetingId })).meeting
  const moveTo = async (day: { date?: string; startTime?: string; endTime?: string }) => {
    await nextMoment()
    const { id, version, date, startTime, endTime } = await meeting()
    await opened.ok('meetings.move', { id, version, date, startTime, endTime, ...day, reason: '' })
  }
  const toConfirm = async () => (await list()).flatMap((one) => (one.beforeMove ? [one.familyName] : []))
  await set(people.titulaire, { answer: 'onSite' })
  const { date } = await meeting()
  await moveTo({ date: '2027-03-11' })
  expect(await toConfirm()).toEqual(['Exemple-Un'])
  await set(people.other, { answer: 'remote' })
  await moveTo({ date })
  expect(await toConfirm()).toEqual(['Exemple-Trois'])
  await moveTo({ startTime: '14:15', endTime: '16:45' })
  expect(await toConfirm()).toEqual(['Exemple-Trois'])
  await moveTo({ startTime: '09:30', endTime: '12:00' })
  expect(await toConfirm()).toEqual(['Exemple-Un', 'Exemple-Trois'])
})

describe('the attendance', () => {
  it('starts with the minutes from the replies: deputies and guests who come are listed, in protocol order', async () => {
    await item('Annuaire', { presenterId: people.guest })
    await set(people.titulaire, { answer: 'excused' })
    await set(people.deputy, { answer: 'onSite' })
    await set(people.guest, { answer: 'remote' })
    await set(people.stranger, { answer: 'excused' })
    await opened.ok('minutes.start', { meetingId })
    const attendees = await opened.ok('attendance.list', { meetingId })
    expect(attendees.map(({ familyName, status }) => [familyName, status])).toEqual([
      ['Exemple-Un', 'excuse'],
      ['Exemple-Deux', 'surPlace'],
      ['Exemple-Trois', null],
      ['Exemple-Quatre', 'visio'],
    ])
  })

  it('fills what nobody marked, and leaves what was marked by hand', async () => {
    const [first, , third] = [people.titulaire, people.deputy, people.other]
    const before = await opened.ok('attendance.addMembers', { meetingId })
    const marked = before.find(({ personId }) => personId === first)
    await opened.ok('attendance.update', {
      id: marked?.id ?? '',
      version: 1,
      patch: { status: 'absent' },
    })
    await set(first, { answer: 'onSite' })
    await set(third, { answer: 'represented', representedBy: 'Élise Exemple-Cinq' })
    await set(people.deputy, { answer: 'remote' })
    const after = await opened.ok('attendance.fillFromReplies', { meetingId })
    expect(after).toMatchObject([
      { personId: first, status: 'absent' },
      { personId: third, status: 'represente', representedBy: 'Élise Exemple-Cinq' },
      { personId: people.deputy, status: 'visio' },
    ])
    expect(await opened.ok('attendance.fillFromReplies', { meetingId })).toEqual(after)
    await opened.ok('history.undo', {})
    expect(await opened.ok('attendance.list', { meetingId })).toMatchObject([
      { status: 'absent' },
      { status: null, representedBy: '' },
    ])
  })

  it('belongs to a meeting that exists', async () => {
    expect(await opened.refused('attendance.fillFromReplies', { meetingId: newId() })).toBe('not-found')
  })
})

it('asks whoever is a deputy of one body and sits for another where they sit', async () => {
  await opened.ok('directory.addMandate', {
    id: newId(),
    personId: people.other,
    fields: { role: 'suppleant', organisationId: communes },
  })
  const asked = (await list()).filter(({ personId }) => personId === people.other)
  expect(asked.map(({ role, organisation }) => [role, organisation])).toEqual([
    ['titulaire', 'Régions de démonstration'],
  ])
})
